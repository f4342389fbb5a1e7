import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context, Tx } from '#app/platform/context.server.ts';
import { callById } from '../../call/queries/call-facts.server.ts';
import { openReading } from '../queries/reading.server.ts';
import type { SheetEntries, SheetFacts } from '../rules/scoring.ts';
import { findSheet, scoresOn } from '../store/sheets.server.ts';

export type OpenSheet = {
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
  return done({
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

/** Answers by their criterion. */
function scoresById(rows: ReturnType<typeof scoresOn>): SheetEntries['scores'] {
  return Object.fromEntries(rows.map(({ criterionId, value }) => [criterionId, value]));
}
