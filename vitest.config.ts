import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            'app/**/*.test.{ts,tsx}',
            'db/**/*.test.ts',
            'emails/**/*.test.tsx',
            'scripts/**/*.test.ts',
            'test/{world,fakes,crash,load,fuzz,house}/**/*.test.ts',
          ],
          setupFiles: ['test/no-stray-errors.ts'],
        },
      },
      { test: { name: 'access', include: ['test/access/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 240_000 } },
      {
        test: {
          name: 'journeys',
          include: ['test/journeys/**/*.test.ts'],
          globalSetup: ['test/journeys/story-shelf.ts'],
          testTimeout: 120_000,
          hookTimeout: 240_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
