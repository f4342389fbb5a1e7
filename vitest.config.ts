import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Left to itself, vitest would leave one of two cores idle.
    maxWorkers: '100%',
    // All projects in one queue, in the order of their names: access, journeys, and then unit with its many short files,
    // which keep every core busy to the end. A group for each would leave one idle until the last file of each has ended.
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            'app/**/*.test.{ts,tsx}',
            'db/**/*.test.ts',
            'emails/**/*.test.tsx',
            'scripts/**/*.test.ts',
            'test/{world,fakes,file-store,crash,load,fuzz,house}/**/*.test.ts',
          ],
          setupFiles: ['test/no-stray-errors.ts'],
          // Reading the portal's modules anew for each file takes a third of the time. They may be shared because no
          // test mocks one or leaves anything behind in one: test/house/shape.test.ts.
          isolate: false,
          // A slow machine is not a failing test.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'access',
          include: ['test/access/**/*.test.ts'],
          globalSetup: ['test/journeys/story-shelf.ts'],
          testTimeout: 240_000,
          hookTimeout: 480_000,
        },
      },
      {
        test: {
          name: 'journeys',
          include: ['test/journeys/**/*.test.ts'],
          globalSetup: ['test/journeys/story-shelf.ts'],
          // What a page waits for may take a while beside another journey: a second, as it is without this, is too short.
          expect: { poll: { timeout: 60_000 } },
          testTimeout: 240_000,
          hookTimeout: 480_000,
        },
      },
    ],
  },
});
