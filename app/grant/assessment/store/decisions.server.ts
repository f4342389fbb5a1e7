import { and, asc, count, eq, isNotNull, isNull, max, ne, sql } from 'drizzle-orm';
import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { isAmong, listed, prepared } from '#app/platform/prepared.server.ts';
import { conflict, scoresheet } from '#db/schema/assessment.ts';
import { type DecisionStage, decisionLetter, decisionLock, pendingShortlist } from '#db/schema/assessment-meeting.ts';

export type { DecisionStage };
export type PendingRow = typeof pendingShortlist.$inferSelect;
export type LockRow = typeof decisionLock.$inferSelect;
export type LetterRow = typeof decisionLetter.$inferSelect;

export function findPending(tx: Tx, callId: Id): PendingRow[] {
  return tx.select().from(pendingShortlist).where(eq(pendingShortlist.callId, callId)).all();
}

const pendingPut = prepared((tx) =>
  tx
    .insert(pendingShortlist)
    .values({
      applicationId: sql.placeholder('applicationId'),
      callId: sql.placeholder('callId'),
      decision: sql.placeholder('decision'),
      reason: sql.placeholder('reason'),
      nearly: sql.placeholder('nearly'),
      savedAt: sql.placeholder('savedAt'),
      savedBy: sql.placeholder('savedBy'),
    })
    .onConflictDoUpdate({
      target: pendingShortlist.applicationId,
      set: {
        decision: sql`excluded.decision`,
        reason: sql`excluded.reason`,
        nearly: sql`excluded.nearly`,
        savedAt: sql`excluded.saved_at`,
        savedBy: sql`excluded.saved_by`,
      },
    })
    .prepare(),
);

/** One by one: a single statement for a call of thousands would have more values than SQLite takes. */
export function putPending(tx: Tx, rows: readonly PendingRow[]): void {
  const put = pendingPut(tx);
  for (const row of rows) put.run(row);
}

const pendingRemoval = prepared((tx) =>
  tx.delete(pendingShortlist).where(isAmong(pendingShortlist.applicationId, 'applicationIds')).prepare(),
);

export function removePending(tx: Tx, applicationIds: readonly Id[]): void {
  pendingRemoval(tx).run({ applicationIds: listed(applicationIds) });
}

export function findLock(tx: Tx, callId: Id, stage: DecisionStage): LockRow | null {
  return (
    tx
      .select()
      .from(decisionLock)
      .where(and(eq(decisionLock.callId, callId), eq(decisionLock.stage, stage)))
      .get() ?? null
  );
}

const unconfirmedAmong = prepared((tx) =>
  tx
    .select()
    .from(decisionLock)
    .where(and(isAmong(decisionLock.callId, 'callIds'), isNull(decisionLock.confirmedAt)))
    .orderBy(asc(decisionLock.lockedAt))
    .prepare(),
);

export function findUnconfirmedLocks(tx: Tx, callIds: readonly Id[]): LockRow[] {
  return unconfirmedAmong(tx).all({ callIds: listed(callIds) });
}

export function insertLock(
  tx: Tx,
  row: Pick<LockRow, 'callId' | 'stage' | 'contentHash' | 'runId' | 'lockedAt' | 'lockedBy' | 'feedbackFrom'>,
): void {
  tx.insert(decisionLock).values(row).run();
}

export function markConfirmed(tx: Tx, callId: Id, stage: DecisionStage, by: Id, at: Instant): void {
  setLock(tx, callId, stage, { confirmedAt: at, confirmedBy: by });
}

export function markReleased(tx: Tx, callId: Id, stage: DecisionStage, by: Id, at: Instant): void {
  setLock(tx, callId, stage, { releasedAt: at, releasedBy: by });
}

function setLock(tx: Tx, callId: Id, stage: DecisionStage, set: Partial<LockRow>): void {
  tx.update(decisionLock)
    .set(set)
    .where(and(eq(decisionLock.callId, callId), eq(decisionLock.stage, stage)))
    .run();
}

export function removeLock(tx: Tx, callId: Id, stage: DecisionStage): void {
  tx.delete(decisionLock)
    .where(and(eq(decisionLock.callId, callId), eq(decisionLock.stage, stage)))
    .run();
}

const lettersAmong = prepared((tx) =>
  tx
    .select()
    .from(decisionLetter)
    .where(
      and(isAmong(decisionLetter.applicationId, 'applicationIds'), eq(decisionLetter.stage, sql.placeholder('stage'))),
    )
    .prepare(),
);

export function findLetters(tx: Tx, applicationIds: readonly Id[], stage: DecisionStage): LetterRow[] {
  return lettersAmong(tx).all({ applicationIds: listed(applicationIds), stage });
}

const editedAmong = prepared((tx) =>
  tx
    .select({ letters: count() })
    .from(decisionLetter)
    .where(
      and(
        isAmong(decisionLetter.applicationId, 'applicationIds'),
        eq(decisionLetter.stage, sql.placeholder('stage')),
        isNotNull(decisionLetter.editedBy),
      ),
    )
    .prepare(),
);

/** How many of these letters somebody has rewritten by hand. */
export function countEditedLetters(tx: Tx, applicationIds: readonly Id[], stage: DecisionStage): number {
  return editedAmong(tx).get({ applicationIds: listed(applicationIds), stage })?.letters ?? 0;
}

const letterPut = prepared((tx) =>
  tx
    .insert(decisionLetter)
    .values({
      applicationId: sql.placeholder('applicationId'),
      stage: sql.placeholder('stage'),
      language: sql.placeholder('language'),
      subject: sql.placeholder('subject'),
      body: sql.placeholder('body'),
      feedback: sql.placeholder('feedback'),
      writtenAt: sql.placeholder('writtenAt'),
      editedBy: sql.placeholder('editedBy'),
      revision: sql.placeholder('revision'),
    })
    .onConflictDoUpdate({
      target: [decisionLetter.applicationId, decisionLetter.stage],
      set: {
        language: sql`excluded.language`,
        subject: sql`excluded.subject`,
        body: sql`excluded.body`,
        feedback: sql`excluded.feedback`,
        writtenAt: sql`excluded.written_at`,
        editedBy: sql`excluded.edited_by`,
        revision: sql`excluded.revision`,
      },
    })
    .prepare(),
);

export function putLetters(tx: Tx, rows: readonly LetterRow[]): void {
  const put = letterPut(tx);
  for (const row of rows) put.run(row);
}

/** Changes a letter that is written down. Under a lock the database takes it only where a tie came after the letter. */
export function rewriteLetter(
  tx: Tx,
  at: Pick<LetterRow, 'applicationId' | 'stage'>,
  words: Pick<LetterRow, 'body' | 'feedback' | 'writtenAt' | 'editedBy'>,
): void {
  const isIt = and(eq(decisionLetter.applicationId, at.applicationId), eq(decisionLetter.stage, at.stage));
  tx.update(decisionLetter).set(words).where(isIt).run();
}

const letterRemoval = prepared((tx) =>
  tx
    .delete(decisionLetter)
    .where(
      and(isAmong(decisionLetter.applicationId, 'applicationIds'), eq(decisionLetter.stage, sql.placeholder('stage'))),
    )
    .prepare(),
);

export function removeLetters(tx: Tx, applicationIds: readonly Id[], stage: DecisionStage): void {
  letterRemoval(tx).run({ applicationIds: listed(applicationIds), stage });
}

const answersAmong = prepared((tx) =>
  tx
    .select({
      applicationId: scoresheet.applicationId,
      strength: scoresheet.strength,
      concern: scoresheet.concern,
    })
    .from(scoresheet)
    .where(and(isAmong(scoresheet.applicationId, 'applicationIds'), eq(scoresheet.state, 'submitted')))
    .prepare(),
);

/** The two answers of every sheet that counts, without whose they are. */
export function answersOn(
  tx: Tx,
  applicationIds: readonly Id[],
): { applicationId: Id; strength: string; concern: string }[] {
  return answersAmong(tx).all({ applicationIds: listed(applicationIds) });
}

const takenOut = prepared((tx) =>
  tx
    .select({ applicationId: scoresheet.applicationId, at: max(conflict.declaredAt) })
    .from(scoresheet)
    .innerJoin(
      conflict,
      and(eq(conflict.memberId, scoresheet.memberId), eq(conflict.applicationId, scoresheet.applicationId)),
    )
    .where(
      and(
        isAmong(scoresheet.applicationId, 'applicationIds'),
        eq(scoresheet.state, 'set-aside'),
        ne(conflict.level, 'none'),
      ),
    )
    .groupBy(scoresheet.applicationId)
    .prepare(),
);

/** When a tie last took somebody's sheet out, for each of these applications that lost one. */
export function takenOutAt(tx: Tx, applicationIds: readonly Id[]): ReadonlyMap<Id, Instant> {
  const rows = takenOut(tx).all({ applicationIds: listed(applicationIds) });
  return new Map(rows.flatMap(({ applicationId, at }) => (at === null ? [] : [[applicationId, at]])));
}
