import { expect, test } from 'vitest';
import { doorFor } from './recipient.ts';

const door = { aliases: [], paused: false, brandAddress: null };
const any = { ...door, id: 'any', address: null };
const support = {
  ...door,
  id: 'support',
  address: 'Support@acme.test',
  brandAddress: 'hello@acme.test',
};
const sales = { ...door, id: 'sales', address: 'sales@other.test', aliases: ['shop@other.test'] };

test.each([
  ['anything, while no channel has an address', 'who@ever.test', [any], false, 'any'],
  ['the address of a channel', 'SUPPORT@acme.test', [any, support, sales], false, 'support'],
  ['with a detail', 'sales+news@other.test', [any, support, sales], false, 'sales'],
  ['a further address of a channel', 'Shop@other.test', [any, support, sales], false, 'sales'],
  [
    'the form for catch-all with our token',
    'sales-c1001-k3jf9aq2mzxy@other.test',
    [any, support, sales],
    true,
    'sales',
  ],
  [
    'the form for catch-all with a forged token',
    'sales-c1001-k3jf9aq2mzxy@other.test',
    [any, support, sales],
    false,
    null,
  ],
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
  expect(doorFor(recipient, doors, hasToken)?.id ?? null).toBe(expected);
});
