import { and, asc, count, desc, eq, isNull, ne, sql } from 'drizzle-orm';
import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { isAmong, listed, prepared } from '#app/platform/prepared.server.ts';
import { application } from '#db/schema/application.ts';
import { helpGiven, helpOffer, helpQuestion, helpSave } from '#db/schema/application-help.ts';

export type HelpQuestion = typeof helpQuestion.$inferSelect;
type NewHelp = typeof helpGiven.$inferInsert;

/** Said twice of the same person where it is said once, it stays said once. */
export function insertHelp(tx: Tx, row: NewHelp): void {
  tx.insert(helpGiven).values(row).onConflictDoNothing().run();
}

/** What kinds of help one application had, and from whom. */
export function findHelpOf(tx: Tx, applicationId: Id): (typeof helpGiven.$inferSelect)[] {
  return tx
    .select()
    .from(helpGiven)
    .where(eq(helpGiven.applicationId, applicationId))
    .orderBy(asc(helpGiven.at), asc(helpGiven.id))
    .all();
}

const helpersGiven = prepared((tx) =>
  tx
    .selectDistinct({ applicationId: helpGiven.applicationId, by: helpGiven.by })
    .from(helpGiven)
    .where(isAmong(helpGiven.applicationId, 'applicationIds'))
    .prepare(),
);

const writersGiven = prepared((tx) =>
  tx
    .selectDistinct({ applicationId: helpGiven.applicationId, by: helpGiven.by })
    .from(helpGiven)
    .where(and(isAmong(helpGiven.applicationId, 'applicationIds'), ne(helpGiven.kind, 'question-answered')))
    .prepare(),
);

/** Everybody who helped to write these applications; whoever only answered a question about the call did not. */
export function findCoWriters(tx: Tx, applicationIds: readonly Id[]): { applicationId: Id; by: Id }[] {
  const asked = { applicationIds: listed(applicationIds) };
  return [...writersGiven(tx).all(asked), ...helpersSaving(tx).all(asked)];
}

const helpersSaving = prepared((tx) =>
  tx
    .selectDistinct({ applicationId: helpSave.applicationId, by: helpSave.by })
    .from(helpSave)
    .where(isAmong(helpSave.applicationId, 'applicationIds'))
    .prepare(),
);

/** Everybody who helped with these applications, by talking or by writing: two queries, however many there are. */
export function findHelpersAmong(tx: Tx, applicationIds: readonly Id[]): { applicationId: Id; by: Id }[] {
  const asked = { applicationIds: listed(applicationIds) };
  return [...helpersGiven(tx).all(asked), ...helpersSaving(tx).all(asked)];
}

const noteSave = prepared((tx) =>
  tx
    .insert(helpSave)
    .values({
      applicationId: sql.placeholder('applicationId'),
      what: sql.placeholder('what'),
      by: sql.placeholder('by'),
      minute: sql.placeholder('minute'),
    })
    .onConflictDoNothing()
    .prepare(),
);

/** @param row  the minute: the beginning of it */
export function insertHelpSave(tx: Tx, row: typeof helpSave.$inferInsert): void {
  noteSave(tx).run(row);
}

/** Who helped with what, and when last: one row a person and part. */
export function findHelpSaves(tx: Tx, applicationId: Id): { what: string; by: Id; lastAt: Instant; minutes: number }[] {
  return tx
    .select({
      what: helpSave.what,
      by: helpSave.by,
      lastAt: sql<number>`max(${helpSave.minute})`,
      minutes: count(),
    })
    .from(helpSave)
    .where(eq(helpSave.applicationId, applicationId))
    .groupBy(helpSave.what, helpSave.by)
    .orderBy(asc(sql`min(${helpSave.minute})`))
    .all();
}

/** Every save of helpers, newest first: what the applicant may look up. */
export function findEveryHelpSave(tx: Tx, applicationId: Id): (typeof helpSave.$inferSelect)[] {
  return tx
    .select()
    .from(helpSave)
    .where(eq(helpSave.applicationId, applicationId))
    .orderBy(desc(helpSave.minute), asc(helpSave.what))
    .all();
}

/** @returns whether it was the first offer */
export function insertOffer(tx: Tx, row: typeof helpOffer.$inferInsert): boolean {
  return tx.insert(helpOffer).values(row).onConflictDoNothing().run().changes === 1;
}

export function insertQuestion(
  tx: Tx,
  row: Pick<HelpQuestion, 'id' | 'applicationId' | 'questionId' | 'text' | 'askedBy' | 'askedAt'>,
): void {
  tx.insert(helpQuestion).values(row).run();
}

export function findHelpQuestion(tx: Tx, helpQuestionId: Id): HelpQuestion | null {
  return tx.select().from(helpQuestion).where(eq(helpQuestion.id, helpQuestionId)).get() ?? null;
}

const questionsOfApplication = prepared((tx) =>
  tx
    .select()
    .from(helpQuestion)
    .where(eq(helpQuestion.applicationId, sql.placeholder('applicationId')))
    .orderBy(asc(helpQuestion.askedAt), asc(helpQuestion.id))
    .prepare(),
);

/** As they were asked. */
export function findQuestionsOf(tx: Tx, applicationId: Id): HelpQuestion[] {
  return questionsOfApplication(tx).all({ applicationId });
}

const waitingOfCalls = prepared((tx) =>
  tx
    .select({ callId: application.callId, waiting: count() })
    .from(helpQuestion)
    .innerJoin(application, eq(application.id, helpQuestion.applicationId))
    .where(and(isAmong(application.callId, 'callIds'), isNull(helpQuestion.answeredAt)))
    .groupBy(application.callId)
    .prepare(),
);

/** How many questions wait in each of these calls; calls where none does are missing. One query. */
export function countWaiting(tx: Tx, callIds: readonly Id[]): ReadonlyMap<Id, number> {
  const rows = waitingOfCalls(tx).all({ callIds: listed(callIds) });
  return new Map(rows.map(({ callId, waiting }) => [callId, waiting]));
}

/** @returns false when somebody else answered it first */
export function writeReply(tx: Tx, helpQuestionId: Id, answer: string, by: Id, at: Instant): boolean {
  return (
    tx
      .update(helpQuestion)
      .set({ answer, answeredBy: by, answeredAt: at })
      .where(and(eq(helpQuestion.id, helpQuestionId), isNull(helpQuestion.answeredAt)))
      .run().changes === 1
  );
}

export function markPublished(tx: Tx, helpQuestionId: Id, at: Instant): void {
  tx.update(helpQuestion).set({ publishedAt: at }).where(eq(helpQuestion.id, helpQuestionId)).run();
}
