import { defineProject } from 'vitest/config';

export default defineProject({
  test: {
    name: 'proof',
    include: ['**/*.proof.ts'],
    globalSetup: ['../server/test/global-setup.ts'],
    setupFiles: ['../server/test/setup.ts'],
    testTimeout: 180_000,
    hookTimeout: 60_000,
  },
});
