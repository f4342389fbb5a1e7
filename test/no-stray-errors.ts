import { afterEach, beforeEach, expect, vi } from 'vitest';

/** A stray console.error is a failure somebody did not look at. No test leaves spies or a stopped clock to the next. */
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation((...args) => {
    process.stderr.write(`console.error: ${args.map(String).join(' ')}\n`);
  });
});

afterEach(() => {
  expect(console.error).not.toHaveBeenCalled();
  vi.restoreAllMocks();
  vi.useRealTimers();
});
