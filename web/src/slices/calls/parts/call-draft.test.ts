import { expect, test } from 'vitest';
import { type CallDraft, changeOf } from './call-draft.ts';

const ana = { name: 'Ana', spelling: null, role: null };
const nobody = { name: '', spelling: null, role: null };
const before: CallDraft = {
  ...{ people: [ana], agreed: 'Thursday', note: '', withCustomer: true, number: '' },
};

test.each<[Partial<CallDraft>, object]>([
  [{}, {}],
  [{ agreed: 'Friday' }, { agreed: 'Friday' }],
  [{ number: ' +40 721 ' }, { number: '+40 721' }],
  [{ number: ' ' }, {}],
  [{ people: [ana, nobody] }, {}],
  [{ people: [nobody] }, { people: [] }],
  [
    { withCustomer: false, note: 'x' },
    { withCustomer: false, note: 'x' },
  ],
])('of a draft changed by %j is sent %j', (part, sent) => {
  expect(changeOf(before, { ...before, ...part })).toEqual(sent);
});
