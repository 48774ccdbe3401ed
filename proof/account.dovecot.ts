import { expect, test } from 'vitest';
import { afterThisFile } from '../server/test/cleanup.ts';
import { Dovecot } from '../server/test/dovecot.ts';
import { askedFor, proveAccount } from './account.ts';

// `LETTERS=10000 npx vitest run --config server/vitest.dovecot.config.ts account` for more.
const { letters, mostMs } = askedFor(300);

test(
  `${letters} mixed letters, some by a mailbox, the server killed now and then: the account balances`,
  async () => {
    const dovecot = await Dovecot.start();
    afterThisFile(() => dovecot.stop());
    expect(await proveAccount(letters, dovecot)).toContain('Everything holds.');
  },
  mostMs,
);
