import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'e2e',
    include: ['**/*.e2e.ts'],
    // A server, a database and a browser are started for each journey.
    testTimeout: 90_000,
    hookTimeout: 60_000,
  },
});
