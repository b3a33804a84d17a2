import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Real parts run here (an engine, a browser), each with a start of its own.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // One more than cores: many tests wait for processes of their own.
    maxWorkers: 3,
    restoreMocks: true,
    // A worker goes on from file to file, which halves the work: no test mocks a module, and each makes its own engine and bot.
    isolate: false,
  },
});
