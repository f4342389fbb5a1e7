import type { Id } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import type { Context, Tx } from '#app/platform/context.server.ts';
import type { RankedPanel } from '../queries/ranked-panel.server.ts';
import { findRun, insertRun } from '../store/ranking.server.ts';

/**
 * Keeps the ranking of this moment, so that what is decided on it can cite it: what takes no time to work out may not
 * have been kept yet. Whoever calls has made sure that nothing is still being calculated.
 *
 * @returns the id of the calculation, or of the one that was kept before with the same scores
 */
export function keepRun(tx: Tx, context: Context, { key, runId, standing, ranking }: RankedPanel, by: Id): Id {
  if (runId !== null) return runId;
  invariant(standing !== 'waiting', 'what is still being calculated decides nothing');
  const came =
    standing === 'there' ? { result: JSON.stringify(ranking), refusal: null } : { result: null, refusal: standing };
  insertRun(tx, { id: context.newId(), ...key, ...came, ranAt: context.now, ranBy: by });
  return findRun(tx, key)?.id ?? '';
}
