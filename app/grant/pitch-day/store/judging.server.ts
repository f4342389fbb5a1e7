import { and, eq } from 'drizzle-orm';
import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { judgeScore, judgeSheet, judging } from '#db/schema/pitch-day-judging.ts';
import type { JudgeScores, JudgingState } from '../rules/judging.ts';

export type JudgingRow = typeof judging.$inferSelect;
export type JudgeSheet = Pick<
  typeof judgeSheet.$inferSelect,
  'id' | 'memberId' | 'applicationId' | 'setAside' | 'revision'
> & { readonly scores: JudgeScores };

export function findJudging(tx: Tx, eventId: Id): JudgingRow | null {
  return tx.select().from(judging).where(eq(judging.eventId, eventId)).get() ?? null;
}

export function judgingStateOf(tx: Tx, eventId: Id): JudgingState {
  const row = findJudging(tx, eventId);
  return row === null ? 'not-opened' : (row.endedAs ?? 'open');
}

export function insertJudging(tx: Tx, row: Pick<JudgingRow, 'eventId' | 'openedBy' | 'openedAt'>): void {
  tx.insert(judging).values(row).run();
}

export function endJudging(tx: Tx, eventId: Id, end: Pick<JudgingRow, 'endedAs' | 'endedBy' | 'endedAt'>): void {
  tx.update(judging).set(end).where(eq(judging.eventId, eventId)).run();
}

/** Every sheet of an event with its scores: two queries however many. */
export function judgeSheetsOf(tx: Tx, eventId: Id): JudgeSheet[] {
  const rows = tx
    .select({
      sheetId: judgeScore.sheetId,
      criterionId: judgeScore.criterionId,
      value: judgeScore.value,
    })
    .from(judgeScore)
    .innerJoin(judgeSheet, eq(judgeSheet.id, judgeScore.sheetId))
    .where(eq(judgeSheet.eventId, eventId))
    .all();
  const bySheet = Map.groupBy(rows, ({ sheetId }) => sheetId);
  const sheets = tx
    .select({
      id: judgeSheet.id,
      memberId: judgeSheet.memberId,
      applicationId: judgeSheet.applicationId,
      setAside: judgeSheet.setAside,
      revision: judgeSheet.revision,
    })
    .from(judgeSheet)
    .where(eq(judgeSheet.eventId, eventId))
    .orderBy(judgeSheet.id)
    .all();
  return sheets.map((sheet) => ({
    ...sheet,
    scores: Object.fromEntries((bySheet.get(sheet.id) ?? []).map((row) => [row.criterionId, row.value])),
  }));
}

/** Writes what a judge has given as it stands now; the database refuses once judging is closed. */
export function writeJudgeSheet(
  tx: Tx,
  sheet: Pick<JudgeSheet, 'id' | 'memberId' | 'applicationId' | 'revision'> & { eventId: Id; savedAt: Instant },
  scores: JudgeScores,
): void {
  if (sheet.revision === 1)
    tx.insert(judgeSheet)
      .values({ ...sheet, setAside: false })
      .run();
  else {
    const { revision, savedAt } = sheet;
    tx.update(judgeSheet).set({ revision, savedAt }).where(eq(judgeSheet.id, sheet.id)).run();
    tx.delete(judgeScore).where(eq(judgeScore.sheetId, sheet.id)).run();
  }
  const rows = Object.entries(scores).map(([criterionId, value]) => ({ sheetId: sheet.id, criterionId, value }));
  if (rows.length > 0) tx.insert(judgeScore).values(rows).run();
}

export function setJudgeSheetAside(tx: Tx, sheetId: Id): void {
  tx.update(judgeSheet)
    .set({ setAside: true })
    .where(and(eq(judgeSheet.id, sheetId), eq(judgeSheet.setAside, false)))
    .run();
}
