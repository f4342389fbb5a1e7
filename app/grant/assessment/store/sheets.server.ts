import { and, asc, count, countDistinct, eq, inArray, ne, sql } from 'drizzle-orm';
import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { isAmong, listed, prepared } from '#app/platform/prepared.server.ts';
import { panelMember, score, scoresheet } from '#db/schema/assessment.ts';
import type { MemberKind } from '../rules/composition.ts';
import type { CountedScore } from '../rules/counted-scores.ts';
import type { Score } from '../rules/panel-score.ts';
import type { SheetEntries, SheetState } from '../rules/scoring.ts';

export type SheetRow = typeof scoresheet.$inferSelect;

export function findSheet(tx: Tx, memberId: Id, applicationId: Id): SheetRow | null {
  return (
    tx
      .select()
      .from(scoresheet)
      .where(and(eq(scoresheet.memberId, memberId), eq(scoresheet.applicationId, applicationId)))
      .get() ?? null
  );
}

export function sheetsOfMember(tx: Tx, memberId: Id): Pick<SheetRow, 'applicationId' | 'state' | 'submittedAt'>[] {
  return tx
    .select({
      applicationId: scoresheet.applicationId,
      state: scoresheet.state,
      submittedAt: scoresheet.submittedAt,
    })
    .from(scoresheet)
    .where(eq(scoresheet.memberId, memberId))
    .all();
}

const liveSheets = prepared((tx) =>
  tx
    .select({
      memberId: scoresheet.memberId,
      applicationId: scoresheet.applicationId,
      state: scoresheet.state,
      submittedAt: scoresheet.submittedAt,
    })
    .from(scoresheet)
    .innerJoin(panelMember, eq(panelMember.id, scoresheet.memberId))
    .where(and(eq(panelMember.callId, sql.placeholder('callId')), ne(scoresheet.state, 'set-aside')))
    .prepare(),
);

/** Every sheet of a panel that is begun or handed in and not set aside. */
export function liveSheetsOf(
  tx: Tx,
  callId: Id,
): Pick<SheetRow, 'memberId' | 'applicationId' | 'state' | 'submittedAt'>[] {
  return liveSheets(tx).all({ callId });
}

export function scoresOn(tx: Tx, sheetIds: readonly Id[]): { sheetId: Id; criterionId: Id; value: Score }[] {
  if (sheetIds.length === 0) return [];
  return tx
    .select()
    .from(score)
    .where(inArray(score.sheetId, [...sheetIds]))
    .all();
}

/** Sheets that count for one application, with whose they are, in the order they came in. */
export function submittedSheetsOn(
  tx: Tx,
  applicationId: Id,
): { id: Id; memberId: Id; personId: Id; kind: MemberKind; strength: string; concern: string }[] {
  return tx
    .select({
      id: scoresheet.id,
      memberId: scoresheet.memberId,
      personId: panelMember.personId,
      kind: panelMember.kind,
      strength: scoresheet.strength,
      concern: scoresheet.concern,
    })
    .from(scoresheet)
    .innerJoin(panelMember, eq(panelMember.id, scoresheet.memberId))
    .where(and(eq(scoresheet.applicationId, applicationId), eq(scoresheet.state, 'submitted')))
    .orderBy(asc(scoresheet.submittedAt), asc(scoresheet.id))
    .all();
}

const countedScores = prepared((tx) =>
  tx
    .select({
      applicationId: scoresheet.applicationId,
      memberId: scoresheet.memberId,
      criterionId: score.criterionId,
      value: score.value,
    })
    .from(score)
    .innerJoin(scoresheet, eq(scoresheet.id, score.sheetId))
    .innerJoin(panelMember, eq(panelMember.id, scoresheet.memberId))
    .where(and(eq(panelMember.callId, sql.placeholder('callId')), eq(scoresheet.state, 'submitted')))
    .prepare(),
);

/** Every answer on every sheet of a call that counts. */
export function countedScoresOf(tx: Tx, callId: Id): CountedScore[] {
  return countedScores(tx).all({ callId });
}

const scoresOnApplications = prepared((tx) =>
  tx
    .select({
      applicationId: scoresheet.applicationId,
      memberId: scoresheet.memberId,
      criterionId: score.criterionId,
      value: score.value,
    })
    .from(score)
    .innerJoin(scoresheet, eq(scoresheet.id, score.sheetId))
    .where(and(isAmong(scoresheet.applicationId, 'applicationIds'), eq(scoresheet.state, 'submitted')))
    .prepare(),
);

/** The same about some applications only. */
export function countedScoresOn(tx: Tx, applicationIds: readonly Id[]): CountedScore[] {
  return scoresOnApplications(tx).all({ applicationIds: listed(applicationIds) });
}

/** In which order each member of a panel met the applications on her sheets that count: whose, about what, since when. */
export function beginningsOf(tx: Tx, callId: Id): { memberId: Id; applicationId: Id; begunAt: Instant | null }[] {
  return tx
    .select({ memberId: scoresheet.memberId, applicationId: scoresheet.applicationId, begunAt: scoresheet.begunAt })
    .from(scoresheet)
    .innerJoin(panelMember, eq(panelMember.id, scoresheet.memberId))
    .where(and(eq(panelMember.callId, callId), eq(scoresheet.state, 'submitted')))
    .orderBy(asc(scoresheet.begunAt), asc(scoresheet.id))
    .all();
}

export function countSubmittedSheets(tx: Tx, callId: Id): number {
  const counted = tx
    .select({ sheets: count() })
    .from(scoresheet)
    .innerJoin(panelMember, eq(panelMember.id, scoresheet.memberId))
    .where(and(eq(panelMember.callId, callId), eq(scoresheet.state, 'submitted')))
    .get();
  return counted?.sheets ?? 0;
}

/**
 * Writes a draft as it stands now; the database refuses when the sheet was handed in meanwhile.
 *
 * @returns which save of it this is
 */
export function writeDraft(
  tx: Tx,
  sheet: { id: Id; isNew: boolean; revision: number; memberId: Id; applicationId: Id },
  entries: SheetEntries,
  at: Instant,
): number {
  const revision = sheet.revision + 1;
  const written = { strength: entries.strength.trim(), concern: entries.concern.trim(), savedAt: at, revision };
  if (sheet.isNew) {
    tx.insert(scoresheet)
      .values({
        id: sheet.id,
        memberId: sheet.memberId,
        applicationId: sheet.applicationId,
        state: 'draft',
        begunAt: at,
        ...written,
      })
      .run();
  } else {
    tx.update(scoresheet).set(written).where(eq(scoresheet.id, sheet.id)).run();
    tx.delete(score).where(eq(score.sheetId, sheet.id)).run();
  }
  const rows = Object.entries(entries.scores).map(([criterionId, value]) => ({
    sheetId: sheet.id,
    criterionId,
    value,
  }));
  if (rows.length > 0) tx.insert(score).values(rows).run();
  return revision;
}

export function markSheetSubmitted(tx: Tx, sheetId: Id, at: Instant): void {
  tx.update(scoresheet).set({ state: 'submitted', submittedAt: at }).where(eq(scoresheet.id, sheetId)).run();
}

export function setSheetAside(tx: Tx, memberId: Id, applicationId: Id): void {
  tx.update(scoresheet)
    .set({ state: 'set-aside' })
    .where(
      and(
        eq(scoresheet.memberId, memberId),
        eq(scoresheet.applicationId, applicationId),
        ne(scoresheet.state, 'set-aside'),
      ),
    )
    .run();
}

const sheetStates = prepared((tx) =>
  tx
    .select({ memberId: scoresheet.memberId, state: scoresheet.state, count: count() })
    .from(scoresheet)
    .innerJoin(panelMember, eq(panelMember.id, scoresheet.memberId))
    .where(and(eq(panelMember.callId, sql.placeholder('callId')), isAmong(scoresheet.applicationId, 'applicationIds')))
    .groupBy(scoresheet.memberId, scoresheet.state)
    .prepare(),
);

/** How many sheets every member of a panel has in each state about the given applications. */
export function countSheets(
  tx: Tx,
  callId: Id,
  applicationIds: readonly Id[],
): { memberId: Id; state: SheetState; count: number }[] {
  return sheetStates(tx).all({ callId, applicationIds: listed(applicationIds) });
}

const scored = prepared((tx) =>
  tx
    .select({ applications: countDistinct(scoresheet.applicationId) })
    .from(scoresheet)
    .where(and(isAmong(scoresheet.applicationId, 'applicationIds'), eq(scoresheet.state, 'submitted')))
    .prepare(),
);

/** How many of the given applications have at least one sheet that counts. */
export function countScored(tx: Tx, applicationIds: readonly Id[]): number {
  return scored(tx).get({ applicationIds: listed(applicationIds) })?.applications ?? 0;
}
