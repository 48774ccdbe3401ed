import { expect, test } from 'vitest';

const files = import.meta.glob<string>(
  '../../slices/{access,calendars,channels,customers,drill,grants,mail,notices,people,rules,security,settings,topics,writing}/{pages,parts}/*.tsx',
  { query: '?raw', import: 'default', eager: true },
);

/** Fields that are part of no form: what is looked for, what is only shown, and what is chosen at once. */
const alone = [
  'calendars/parts/keeps-hours.tsx',
  'channels/parts/reply-addresses.tsx',
  'customers/pages/customers.tsx',
  'customers/parts/one-person.tsx',
  'drill/pages/incident.tsx',
  'grants/pages/audit.tsx',
  'grants/parts/access-filter.tsx',
  'grants/parts/customer-choice.tsx',
  'mail/pages/outbox.tsx',
  'mail/parts/account-table.tsx',
  'mail/parts/aside-choice.tsx',
  'mail/parts/inbound-list.tsx',
  'notices/pages/ledger.tsx',
  'notices/parts/choices-fields.tsx',
  'writing/pages/templates.tsx',
  'writing/parts/brand-form.tsx: brands.footerIn',
  'writing/parts/template-picker.tsx',
  'writing/parts/template-preview.tsx',
  // The text in other languages: what is wrong with any is said at the first.
  'topics/parts/labels-field.tsx: undefined',
];

/** The beginning of a field, with all that is given to it. */
const field = /<(?:TextInput|NativeSelect|Textarea|PasswordInput|NumberInput)\b(?:=>|[^>])*>/g;

test('what a form was refused for is said at its field: each says where it stands in what is sent', () => {
  const without = Object.entries(files).flatMap(([path, source]) =>
    (source.match(field) ?? [])
      .filter((one) => !/data-path|\.\.\.typed/.test(one))
      .map(
        (one) => `${path.replace(/^.*slices\//, '')}: ${/label=\{t\(['`](.*?)['`]/.exec(one)?.[1]}`,
      ),
  );
  const isAlone = (one: string) =>
    alone.some((known) => one === known || one.startsWith(`${known}: `));
  expect(without.filter((one) => !isAlone(one))).toEqual([]);
});
