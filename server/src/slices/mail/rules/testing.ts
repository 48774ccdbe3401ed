import { emptyLetter, type Envelope, type Header, type Letter } from './letter.ts';

/** A letter of an ordinary customer, with what a test wants different. */
export function letterOf(
  change: Partial<Letter> = {},
  headers: Record<string, string> = {},
): Letter {
  const list: Header[] = Object.entries(headers).map(([name, value]) => ({
    name: name.toLowerCase(),
    value,
  }));
  return {
    ...emptyLetter,
    from: { address: 'maria@customer.test', name: 'Maria' },
    to: [{ address: 'support@acme.test', name: null }],
    subject: 'My router is broken',
    text: 'It does not start any more.',
    messageId: '<one@customer.test>',
    ...change,
    headers: [...list, ...(change.headers ?? [])],
  };
}

export const envelope: Envelope = {
  from: 'maria@customer.test',
  recipients: ['support@acme.test'],
};
export const nullPath: Envelope = { ...envelope, from: '' };
export const ours = new Set(['support@acme.test', 'hello@acme.test']);
