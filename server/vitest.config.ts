import { defineProject } from 'vitest/config';

export default defineProject({
  test: {
    name: 'server',
    // The files of one worker share the modules they load, which takes a third off the run. Whoever
    // needs them fresh resets them (`vi.resetModules`) and imports anew.
    isolate: false,
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    globalSetup: ['test/global-setup.ts'],
    setupFiles: ['test/setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // What is waited for comes at once on a machine at rest; on a busy one it may take a while.
    expect: { poll: { timeout: 15_000 } },
  },
});
