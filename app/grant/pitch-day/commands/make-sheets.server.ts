import { randomBytes } from 'node:crypto';
import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { ballotBoxOf } from '../ballot-box/ballot-box-of.server.ts';
import { addTokenHashes, voidTokens } from '../ballot-box/issue-tokens.server.ts';
import { tokenBatches } from '../ballot-box/token-ledger.server.ts';
import { ownEventOfCall } from '../queries/own-event.server.ts';
import { SHEETS_MAX } from '../rules/plan.ts';
import { makeToken, showToken, TOKEN_RANDOM_BYTES } from '../rules/token.ts';
import { tokenHash } from '../rules/token-hash.ts';
import { batchesOf, insertBatch, markBatchVoid } from '../store.server.ts';
import { voidLostSheets } from './void-lost-sheets.server.ts';

export type Sheets = {
  readonly pollId: Id;
  readonly label: string;
  /** As they are printed. They exist here and on paper, nowhere else: whoever drops them makes new ones. */
  readonly tokens: readonly string[];
};

/** Makes ballot sheets while the poll is a draft: the tokens come back once, only their hashes stay. */
export function makeSheets(
  context: Context,
  callId: Id,
  count: number,
): Outcome<Sheets, 'not-found' | 'no-paper' | 'already-frozen' | 'too-many'> {
  const { actor } = context;
  if (actor === null) return refused('not-found');
  return context.transact((tx) => {
    const own = ownEventOfCall(context, callId);
    if (own === null) return refused('not-found');
    const { pollId } = own.event;
    if (pollId === null) return refused('no-paper');
    if (count < 1 || count > SHEETS_MAX) return refused('too-many');
    if (own.poll !== 'draft') return refused('already-frozen');
    const box = ballotBoxOf(context);
    voidLostSheets(tx, box, own.event, pollId);
    // Counted in the box: there a batch that was lost keeps its label.
    const label = `A-${tokenBatches(box, pollId).length + 1}`;
    const tokens = Array.from({ length: count }, () => makeToken(randomBytes(TOKEN_RANDOM_BYTES)));
    insertBatch(tx, {
      id: context.newId(),
      eventId: own.event.id,
      pollId,
      label,
      printed: count,
      printedBy: actor.personId,
      printedAt: context.now,
      voidedAt: null,
    });
    // Last: if this database fails to commit after it, the hashes belong to sheets that nobody ever saw, and the
    // next making or the freeze voids them.
    const hashes = tokens.map((token) => tokenHash(pollId, token));
    const added = addTokenHashes(box, pollId, { level: 'A', batch: label, hashes });
    if (!added.ok) return refused('already-frozen');
    return done({ pollId, label, tokens: tokens.map(showToken) });
  });
}

/**
 * Makes a lost batch worthless, in public; any time before the close, unless one of its sheets has voted.
 *
 * After a crash the box may know a batch as void that is not marked here: pressed again, even after the close, this
 * marks it.
 */
export function voidSheets(
  context: Context,
  callId: Id,
  batchId: Id,
): Outcome<number, 'not-found' | 'already-void' | 'already-closed' | 'already-used'> {
  return context.transact((tx) => {
    const own = ownEventOfCall(context, callId);
    const batch = own && batchesOf(tx, own.event.id).find((row) => row.id === batchId);
    if (!batch || batch.pollId !== own.event.pollId) return refused('not-found');
    if (!markBatchVoid(tx, batchId, context.now)) return refused('already-void');
    const voided = voidTokens(ballotBoxOf(context), batch.pollId, { batch: batch.label });
    if (voided.ok) return voided;
    return refused(voided.reason === 'already-used' ? 'already-used' : 'already-closed');
  });
}
