import { done, type Outcome, refused } from '#app/kernel/outcome.ts';

/** In the only order they can happen. */
export const POLL_STATES = ['draft', 'frozen', 'open', 'closed', 'revealed', 'certified'] as const;

export type PollState = (typeof POLL_STATES)[number];

/** A poll moves one step forward and never back: what was promised at one step holds at every later one. */
export function movePoll(from: PollState, to: PollState): Outcome<PollState, 'not-the-next-state'> {
  if (POLL_STATES.indexOf(to) !== POLL_STATES.indexOf(from) + 1) return refused('not-the-next-state');
  return done(to);
}

/** True when the poll has reached the state or gone past it. */
export function hasReached(state: PollState, milestone: PollState): boolean {
  return POLL_STATES.indexOf(state) >= POLL_STATES.indexOf(milestone);
}
