import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'e2e',
    include: ['**/*.e2e.ts'],
    setupFiles: ['harness/what-was-seen.ts'],
    // A server, a database and a browser are started for each journey.
    testTimeout: 180_000,
    hookTimeout: 120_000,
    // What is waited for comes at once on a machine at rest; on a busy one it may take a while.
    expect: { poll: { timeout: 15_000 } },
  },
});
