import { expect, test } from 'vitest';
import { askedFor, proveAccount } from './account.ts';

// `LETTERS=10000 npx vitest run --project proof account` for more.
const { letters, mostMs } = askedFor(500);

test(
  `${letters} mixed letters by all doors, the server killed now and then: the account balances`,
  async () => {
    expect(await proveAccount(letters)).toContain('Everything holds.');
  },
  mostMs,
);
