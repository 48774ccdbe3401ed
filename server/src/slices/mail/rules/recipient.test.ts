import { expect, test } from 'vitest';
import { doorFor } from './recipient.ts';

const any = { id: 'any', address: null, brandAddress: null };
const support = { id: 'support', address: 'Support@acme.test', brandAddress: 'hello@acme.test' };
const sales = { id: 'sales', address: 'sales@other.test', brandAddress: null };

test.each([
  ['anything, while no channel has an address', 'who@ever.test', [any], false, 'any'],
  ['the address of a channel', 'SUPPORT@acme.test', [any, support, sales], false, 'support'],
  ['with a detail', 'sales+news@other.test', [any, support, sales], false, 'sales'],
  ['the address of a brand', 'hello@acme.test', [any, support], false, 'support'],
  ['an unknown one', 'who@acme.test', [any, support], false, null],
  [
    'an unknown one that carries our token',
    'old+c1-x@acme.test',
    [any, support, sales],
    true,
    'support',
  ],
  ['the postmaster', 'postmaster@other.test', [any, support, sales], false, 'sales'],
  ['the postmaster without a domain', 'Postmaster', [any, support], false, 'support'],
  ['the postmaster of somebody else', 'postmaster@x.test', [any, support], false, null],
  ['nothing without channels', 'who@ever.test', [], false, null],
] as const)('which channel takes %s', (_what, recipient, doors, hasToken, expected) => {
  expect(doorFor(recipient, doors, hasToken)).toBe(expected);
});
