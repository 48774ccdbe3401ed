import { defineConfig } from 'vitest/config';

/** The tests that need a real Dovecot (`.ci/with-dovecot`); `npm test` leaves them out. */
export default defineConfig({
  test: {
    name: 'dovecot',
    root: import.meta.dirname,
    include: ['src/**/*.dovecot.ts'],
    globalSetup: ['test/global-setup.ts'],
    setupFiles: ['test/setup.ts'],
    testTimeout: 150_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
