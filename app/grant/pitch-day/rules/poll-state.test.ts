import { describe, expect, it } from 'vitest';
import { hasReached, movePoll, POLL_STATES } from './poll-state.ts';

describe('moving a poll', () => {
  it('goes one step forward, and nowhere else', () => {
    for (const [place, from] of POLL_STATES.entries()) {
      for (const [target, to] of POLL_STATES.entries()) expect(movePoll(from, to).ok).toBe(target === place + 1);
    }
  });

  it('knows what has been reached', () => {
    expect(hasReached('closed', 'open')).toBe(true);
    expect(hasReached('closed', 'closed')).toBe(true);
    expect(hasReached('closed', 'revealed')).toBe(false);
  });
});
