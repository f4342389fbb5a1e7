import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context, Tx } from '#app/platform/context.server.ts';
import { callById } from '../../call/queries/call-facts.server.ts';
import { hiddenPlaces } from '../queries/hidden-places.server.ts';
import { mayListApplications } from '../rules/access.ts';
import { decideMark, type Finding, type FindingFault, findingFault } from '../rules/eligibility.ts';
import type { ListFilter } from '../rules/listing.ts';
import { isStopped } from '../store/access-codes.server.ts';
import { type Check, findBatch, insertBatch, insertCheck, latestChecks } from '../store/eligibility.server.ts';
import { countListed, findListed, findListedById, type Listed } from '../store/listing.server.ts';
import { type FindingDraft, findingFrom } from './finding-from.server.ts';

/** Rows that are decided with one look at the database. */
const CHUNK = 500;
/** So many lines say why something was left as it was; the rest is a number. */
const SKIPPED_LINES_MAX = 200;

/** The ticked ones, or all that match, which must be as many as the person was told. */
export type Chosen =
  | { readonly kind: 'ticked'; readonly applicationIds: readonly Id[] }
  | { readonly kind: 'all'; readonly filter: ListFilter; readonly expected: number };

export type MarkRefusal = FindingFault | 'scoring-started' | 'nothing-chosen' | 'number-changed' | 'not-found';

type Skipped = { readonly reference: string; readonly why: string };

/**
 * Records the same finding for many applications at once, and what was left as it was.
 *
 * @param batchId  comes with the form: a second press finds the first one done
 * @returns        the batch, whose page says what was done
 */
export function markEligibility(
  context: Context,
  callId: Id,
  batchId: Id,
  chosen: Chosen,
  draft: FindingDraft,
): Outcome<Id, MarkRefusal> {
  return context.transact<Id, MarkRefusal>((tx) => {
    const call = callById(context, callId);
    if (call === null || !mayListApplications(context.actor, call)) return refused('not-found');
    const before = findBatch(tx, batchId);
    if (before !== null) return before.callId === callId ? done(batchId) : refused('not-found');
    if (isStopped(tx, callId)) return refused('scoring-started');
    const finding = findingFrom(draft, call.checkItems);
    const fault = findingFault(finding);
    if (fault !== null) return refused(fault);
    const hidden = hiddenPlaces(context, callId);
    if (chosen.kind === 'all' && countListed(tx, callId, { ...chosen.filter, hidden }, -1).count !== chosen.expected) {
      return refused('number-changed');
    }
    const { rows, gone } = rowsOf(tx, callId, chosen, hidden);
    if (rows.length === 0) return refused('nothing-chosen');
    const { checks, skipped } = checksOf(context, tx, batchId, rows, finding);
    insertBatch(tx, {
      id: batchId,
      callId,
      outcome: finding.outcome,
      chosen: rows.length + gone,
      marked: checks.length,
      skipped: skipped.slice(0, SKIPPED_LINES_MAX),
      madeBy: context.actor?.personId ?? '',
      madeAt: context.now,
    });
    for (const check of checks) insertCheck(tx, check);
    return done(batchId);
  });
}

function rowsOf(tx: Tx, callId: Id, chosen: Chosen, hidden: readonly number[]): { rows: Listed[]; gone: number } {
  if (chosen.kind === 'ticked') {
    const ids = [...new Set(chosen.applicationIds)];
    const rows = findListedById(tx, callId, ids).filter(({ place }) => !hidden.includes(place));
    return { rows, gone: ids.length - rows.length };
  }
  const rows: Listed[] = [];
  for (let from: Listed | null = null; ; from = rows.at(-1) ?? null) {
    const next = findListed(
      tx,
      callId,
      { ...chosen.filter, hidden },
      { sort: 'reference', isDescending: false },
      from,
      CHUNK,
    );
    rows.push(...next);
    if (next.length < CHUNK) return { rows, gone: 0 };
  }
}

function checksOf(context: Context, tx: Tx, batchId: Id, rows: readonly Listed[], finding: Finding) {
  const checks: Check[] = [];
  const skipped: Skipped[] = [];
  for (let from = 0; from < rows.length; from += CHUNK) {
    const chunk = rows.slice(from, from + CHUNK);
    const latest = latestChecks(
      tx,
      chunk.map((row) => row.applicationId),
    );
    for (const { applicationId, reference, state } of chunk) {
      const last = latest.get(applicationId) ?? null;
      const decision = decideMark({ state, isScoringOpen: false, latest: last }, finding);
      if (!decision.ok) {
        skipped.push({ reference, why: decision.reason });
        continue;
      }
      checks.push({
        ...finding,
        id: context.newId(),
        applicationId,
        turn: (last?.turn ?? 0) + 1,
        batchId,
        decidedBy: context.actor?.personId ?? '',
        decidedAt: context.now,
      });
    }
  }
  return { checks, skipped };
}
