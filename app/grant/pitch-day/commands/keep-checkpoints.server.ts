import type { Context } from '#app/platform/context.server.ts';
import { ballotBoxOf } from '../ballot-box/ballot-box-of.server.ts';
import { checkpoint } from '../ballot-box/checkpoint.server.ts';
import { pollStates } from '../ballot-box/turnout.server.ts';

/**
 * Publishes a checkpoint of every open poll that has ten new ballots; for the scheduler, every minute.
 *
 * @returns how many checkpoints were made
 */
export function keepCheckpoints(context: Pick<Context, 'votes' | 'now'>): number {
  const box = ballotBoxOf(context);
  const open = [...pollStates(box)].filter(([, state]) => state === 'open');
  return open.filter(([pollId]) => checkpoint(box, pollId, context.now).ok).length;
}
