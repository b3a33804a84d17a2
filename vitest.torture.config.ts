import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/torture/*.torture.ts'],
    testTimeout: 900_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
