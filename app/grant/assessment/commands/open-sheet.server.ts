import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context, Tx } from '#app/platform/context.server.ts';
import { callById } from '../../call/queries/call-facts.server.ts';
import { openReading } from '../queries/reading.server.ts';
import type { SheetEntries, SheetFacts } from '../rules/scoring.ts';
import { copiesOf, noteCopy } from '../store/blind-copies.server.ts';
import { findSheet, scoresOn, writeDraft } from '../store/sheets.server.ts';

export type OpenSheet = {
  /** The version of the blind copy that she reads beside it; null while names are shown. */
  readonly copy: number | null;
  readonly facts: SheetFacts;
  readonly sheet: {
    readonly id: Id;
    readonly isNew: boolean;
    readonly revision: number;
    readonly memberId: Id;
    readonly applicationId: Id;
  };
};

/** The signed-in member's sheet for an application she may read, begun or not, inside the caller's transaction. */
export function openSheet(tx: Tx, context: Context, applicationId: Id): Outcome<OpenSheet, 'not-found' | 'tied'> {
  const reading = openReading(context, applicationId);
  const call = reading === null ? null : callById(context, reading.card.callId);
  if (reading === null || call === null) return refused('not-found');
  if (!reading.mayScore) return refused('tied');
  const sheet = findSheet(tx, reading.member.id, applicationId);
  const criterionIds = call.criteria.map((criterion) => criterion.id);
  const isBlind = reading.review.names === 'hidden';
  return done({
    copy: isBlind ? (copiesOf(tx, [applicationId])[0]?.version ?? 0) : null,
    facts: {
      panel: reading.panel,
      allows: reading.review.allows,
      sheet: sheet?.state ?? null,
      criterionIds,
      written: sheet === null ? null : { ...sheet, scores: scoresById(scoresOn(tx, [sheet.id])) },
      revision: sheet?.revision ?? 0,
    },
    sheet: {
      id: sheet?.id ?? context.newId(),
      isNew: sheet === null,
      revision: sheet?.revision ?? 0,
      memberId: reading.member.id,
      applicationId,
    },
  });
}

/** Keeps what she has written, and which version of the blind copy lay beside it. Returns which save of it this is. */
export function keepSheet(tx: Tx, context: Context, { sheet, copy }: OpenSheet, entries: SheetEntries): number {
  const revision = writeDraft(tx, sheet, entries, context.now);
  if (copy !== null) noteCopy(tx, { sheetId: sheet.id, version: copy, since: context.now });
  return revision;
}

/** Answers by their criterion. */
function scoresById(rows: ReturnType<typeof scoresOn>): SheetEntries['scores'] {
  return Object.fromEntries(rows.map(({ criterionId, value }) => [criterionId, value]));
}
