import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** The tests that need a real Dovecot (`.ci/with-dovecot`); `npm test` leaves them out. */
export default defineConfig({
  test: {
    name: 'dovecot',
    root: join(import.meta.dirname, '..'),
    include: ['server/src/**/*.dovecot.ts', 'proof/*.dovecot.ts'],
    globalSetup: ['server/test/global-setup.ts'],
    setupFiles: ['server/test/setup.ts'],
    testTimeout: 150_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
