import { resultOf } from '../ballot-box/board.server.ts';
import { termsOf } from '../ballot-box/poll-terms.server.ts';
import { hasReached } from '../rules/poll-state.ts';
import { oncePerThrow } from './once-per-throw.server.ts';

/**
 * The result, counted once.
 *
 * @returns null before the reveal
 */
export const knownResult = oncePerThrow((box, pollId) => {
  const state = termsOf(box, pollId)?.state;
  return state === undefined || !hasReached(state, 'revealed') ? null : resultOf(box, pollId);
});
