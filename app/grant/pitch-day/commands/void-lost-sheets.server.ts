import { invariant } from '#app/kernel/invariant.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { voidTokens } from '../ballot-box/issue-tokens.server.ts';
import type { BallotBox } from '../ballot-box/open-ballot-box.server.ts';
import { tokenBatches } from '../ballot-box/token-ledger.server.ts';
import { batchesOf, type PitchEvent } from '../store.server.ts';

/**
 * Voids batches of a draft that only the ballot box knows: their making was cut short, so nobody ever saw a sheet.
 *
 * Left alone they would count as voters who can vote.
 */
export function voidLostSheets(tx: Tx, box: BallotBox, event: Pick<PitchEvent, 'id'>, pollId: string): void {
  const batches = batchesOf(tx, event.id).filter((batch) => batch.pollId === pollId);
  const known = new Set(batches.map((batch) => batch.label));
  for (const { batch } of tokenBatches(box, pollId)) {
    if (!known.has(batch)) invariant(voidTokens(box, pollId, { batch }).ok, 'a sheet nobody saw cannot have voted');
  }
}
