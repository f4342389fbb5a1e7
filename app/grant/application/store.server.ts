import { and, count, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { union } from 'drizzle-orm/sqlite-core';
import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { isAmong, listed, prepared } from '#app/platform/prepared.server.ts';
import { answer, application, media } from '#db/schema/application.ts';
import { applicationMember } from '#db/schema/application-team.ts';
import type { Details } from './rules/details.ts';
import type { ApplicationState } from './rules/state.ts';

export type Application = typeof application.$inferSelect;
export type Answer = typeof answer.$inferSelect;

/** Pretend applications, by which a draft call is tried out, are in no list and no count. */
const isReal = sql`${application.reference} not glob 'TEST-*'`;

export function findApplication(tx: Tx, applicationId: Id): Application | null {
  return tx.select().from(application).where(eq(application.id, applicationId)).get() ?? null;
}

export function findDraft(tx: Tx, callId: Id, applicantId: Id): Application | null {
  const isTheirDraft = and(
    eq(application.callId, callId),
    eq(application.applicantId, applicantId),
    eq(application.state, 'draft'),
  );
  return tx.select().from(application).where(isTheirDraft).get() ?? null;
}

/** Their own, and those they are in the team of. */
export function findApplicationsOf(tx: Tx, personId: Id): Application[] {
  const own = tx.select({ id: application.id }).from(application).where(eq(application.applicantId, personId));
  const shared = tx
    .select({ id: applicationMember.applicationId })
    .from(applicationMember)
    .where(and(eq(applicationMember.personId, personId), isNull(applicationMember.leftAt)));
  return tx
    .select()
    .from(application)
    .where(and(inArray(application.id, union(own, shared)), isReal))
    .orderBy(desc(application.createdAt), desc(application.id))
    .all();
}

const someOf = prepared((tx) => {
  const person = sql.placeholder('personId');
  const own = tx
    .select({ id: application.id })
    .from(application)
    .where(and(eq(application.applicantId, person), isReal));
  const shared = tx
    .select({ id: application.id })
    .from(applicationMember)
    .innerJoin(application, eq(application.id, applicationMember.applicationId))
    .where(and(eq(applicationMember.personId, person), isNull(applicationMember.leftAt), isReal));
  return tx
    .select({ some: sql<0 | 1>`exists ${own} or exists ${shared}` })
    .from(sql`(select 1)`)
    .prepare();
});

/** Whether somebody has begun an application or is in the team of one: a look-up, however many there are. */
export function isApplicant(tx: Tx, personId: Id): boolean {
  return someOf(tx).get({ personId })?.some === 1;
}

const applicationsById = prepared((tx) =>
  tx.select().from(application).where(isAmong(application.id, 'applicationIds')).prepare(),
);

export function findApplications(tx: Tx, applicationIds: readonly Id[]): Application[] {
  return applicationsById(tx).all({ applicationIds: listed(applicationIds) });
}

const countsByState = prepared((tx) =>
  tx
    .select({ callId: application.callId, state: application.state, count: count() })
    .from(application)
    .where(and(isAmong(application.callId, 'callIds'), isReal))
    .groupBy(application.callId, application.state)
    .prepare(),
);

/** How many applications of these calls are in each state; states that none is in are left out. */
export function countApplications(
  tx: Tx,
  callIds: readonly Id[],
): { callId: Id; state: ApplicationState; count: number }[] {
  return countsByState(tx).all({ callIds: listed(callIds) });
}

/** What was submitted, and what was taken back after that, between two moments; the first is not within. */
export function countNews(
  tx: Tx,
  callIds: readonly Id[],
  after: Instant,
  upTo: Instant,
): { callId: Id; arrived: number; takenBack: number }[] {
  const within = (at: typeof application.submittedAt | typeof application.withdrawnAt) =>
    sql<number>`count(*) filter (where ${application.submittedAt} is not null and ${at} > ${after} and ${at} <= ${upTo})`;
  return tx
    .select({
      callId: application.callId,
      arrived: within(application.submittedAt),
      takenBack: within(application.withdrawnAt),
    })
    .from(application)
    .where(and(inArray(application.callId, [...callIds]), isReal))
    .groupBy(application.callId)
    .all();
}

export function countDrafts(tx: Tx, callId: Id): number {
  const isDraft = and(eq(application.callId, callId), eq(application.state, 'draft'), isReal);
  return tx.select({ drafts: count() }).from(application).where(isDraft).get()?.drafts ?? 0;
}

export function isReferenceTaken(tx: Tx, reference: string): boolean {
  return tx.select().from(application).where(eq(application.reference, reference)).get() !== undefined;
}

export function insertDraft(
  tx: Tx,
  row: { id: Id; callId: Id; applicantId: Id; reference: string; now: Instant } & Details,
): void {
  const { now, ...rest } = row;
  tx.insert(application)
    .values({ ...rest, state: 'draft', createdAt: now, savedAt: now })
    .run();
}

export function writeDetails(
  tx: Tx,
  applicationId: Id,
  details: Details,
  revision: number,
  by: Id,
  now: Instant,
): void {
  tx.update(application)
    .set({ ...details, detailsRevision: revision, detailsSavedBy: by, detailsSavedAt: now, savedAt: now })
    .where(eq(application.id, applicationId))
    .run();
}

export function markSubmitted(tx: Tx, applicationId: Id, now: Instant): void {
  tx.update(application).set({ state: 'submitted', submittedAt: now }).where(eq(application.id, applicationId)).run();
}

export function markSettled(tx: Tx, applicationId: Id, now: Instant): void {
  tx.update(application).set({ settledAt: now }).where(eq(application.id, applicationId)).run();
}

export function markWithdrawn(tx: Tx, applicationId: Id, reason: string | null, now: Instant): void {
  tx.update(application)
    .set({ state: 'withdrawn', withdrawnAt: now, withdrawnReason: reason })
    .where(eq(application.id, applicationId))
    .run();
}

export function findAnswers(tx: Tx, applicationId: Id): Answer[] {
  return tx.select().from(answer).where(eq(answer.applicationId, applicationId)).all();
}

const answersOfApplications = prepared((tx) =>
  tx.select().from(answer).where(isAmong(answer.applicationId, 'applicationIds')).prepare(),
);

/** Every answer of these applications: one query however many. */
export function findAnswersOf(tx: Tx, applicationIds: readonly Id[]): Answer[] {
  return answersOfApplications(tx).all({ applicationIds: listed(applicationIds) });
}

export function findAnswer(tx: Tx, applicationId: Id, questionId: Id): Answer | null {
  const isIt = and(eq(answer.applicationId, applicationId), eq(answer.questionId, questionId));
  return tx.select().from(answer).where(isIt).get() ?? null;
}

export function writeAnswer(tx: Tx, row: Answer): void {
  const { text, words, revision, savedAt, savedBy, language } = row;
  tx.insert(answer)
    .values(row)
    .onConflictDoUpdate({
      target: [answer.applicationId, answer.questionId],
      set: { text, words, revision, savedAt, savedBy, language },
    })
    .run();
  tx.update(application).set({ savedAt }).where(eq(application.id, row.applicationId)).run();
}

const wordsOfApplications = prepared((tx) =>
  tx
    .select({ applicationId: answer.applicationId, words: sql<number>`sum(${answer.words})` })
    .from(answer)
    .where(isAmong(answer.applicationId, 'applicationIds'))
    .groupBy(answer.applicationId)
    .prepare(),
);

/** Words written per application: one query however long the list. */
export function wordsByApplication(tx: Tx, applicationIds: readonly Id[]): ReadonlyMap<Id, number> {
  const rows = wordsOfApplications(tx).all({ applicationIds: listed(applicationIds) });
  return new Map(rows.map((row) => [row.applicationId, row.words]));
}

const secondsOfApplications = prepared((tx) =>
  tx
    .select({ applicationId: media.applicationId, seconds: sql<number>`sum(${media.seconds})` })
    .from(media)
    .where(and(isAmong(media.applicationId, 'applicationIds'), eq(media.state, 'ready'), isNull(media.aside)))
    .groupBy(media.applicationId)
    .prepare(),
);

/** Seconds of finished recordings per application: one query however long the list. */
export function secondsByApplication(tx: Tx, applicationIds: readonly Id[]): ReadonlyMap<Id, number> {
  const rows = secondsOfApplications(tx).all({ applicationIds: listed(applicationIds) });
  return new Map(rows.map((row) => [row.applicationId, row.seconds]));
}
