import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: ['contract', 'server', 'web', 'e2e', 'proof'],
    // Two at a time: a test's database and its browser work beside it.
    maxWorkers: 2,
  },
});
