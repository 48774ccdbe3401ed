import { defineProject } from 'vitest/config';

export default defineProject({
  test: {
    name: 'proof',
    include: ['**/*.proof.ts'],
    globalSetup: ['../server/test/global-setup.ts'],
    setupFiles: ['../server/test/setup.ts'],
    testTimeout: 180_000,
    hookTimeout: 120_000,
    // What is waited for comes at once on a machine at rest; on a busy one it may take a while.
    expect: { poll: { timeout: 15_000 } },
  },
});
