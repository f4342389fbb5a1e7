import { and, asc, desc, eq, inArray, ne, sql } from 'drizzle-orm';
import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { isAmong, listed, prepared } from '#app/platform/prepared.server.ts';
import { call, callChange, callCriterion, callPublication, callQuestion, scoreAnchor } from '#db/schema/call.ts';
import type { CriterionDraft } from './rules/criteria.ts';
import type { CallDraft } from './rules/draft.ts';
import type { QuestionDraft } from './rules/questions.ts';
import { bySection } from './rules/sections.ts';

export type CallRow = typeof call.$inferSelect;
export type Question = QuestionDraft & { readonly id: Id };
export type Criterion = CriterionDraft & { readonly id: Id };
export type Publication = typeof callPublication.$inferSelect;

const callById = prepared((tx) =>
  tx
    .select()
    .from(call)
    .where(eq(call.id, sql.placeholder('callId')))
    .prepare(),
);

export function findCall(tx: Tx, callId: Id): CallRow | null {
  return callById(tx).get({ callId }) ?? null;
}

const callBySlug = prepared((tx) =>
  tx
    .select()
    .from(call)
    .where(eq(call.slug, sql.placeholder('slug')))
    .prepare(),
);

export function findCallBySlug(tx: Tx, slug: string): CallRow | null {
  return callBySlug(tx).get({ slug }) ?? null;
}

const isNoChange = sql`not exists (select 1 from ${callChange} where ${callChange.draftId} = ${call.id})`;

const callsOfPartners = prepared((tx) =>
  tx
    .select()
    .from(call)
    .where(and(isAmong(call.partnerId, 'partnerIds'), isNoChange))
    .orderBy(desc(call.opensAt), asc(call.title))
    .prepare(),
);

/** Newest first: what a manager works on is at the top. A draft that is a change to another call is none of its own. */
export function findCallsOf(tx: Tx, partnerIds: readonly Id[]): CallRow[] {
  return callsOfPartners(tx).all({ partnerIds: listed(partnerIds) });
}

const publishedCalls = prepared((tx) =>
  tx.select().from(call).where(eq(call.state, 'published')).orderBy(asc(call.closesAt), asc(call.title)).prepare(),
);

/** The one that closes first is at the top. */
export function findPublishedCalls(tx: Tx): CallRow[] {
  return publishedCalls(tx).all();
}

export function isSlugTaken(tx: Tx, slug: string, exceptCallId: Id | null): boolean {
  const isIt = eq(call.slug, slug);
  const other = exceptCallId === null ? isIt : and(isIt, ne(call.id, exceptCallId));
  return tx.select({ id: call.id }).from(call).where(other).get() !== undefined;
}

export function insertCall(tx: Tx, row: CallRow): void {
  tx.insert(call).values(row).run();
}

export function updateCall(tx: Tx, callId: Id, draft: CallDraft): void {
  tx.update(call).set(draft).where(eq(call.id, callId)).run();
}

const questionsOfCall = prepared((tx) =>
  tx
    .select({
      id: callQuestion.id,
      kind: callQuestion.kind,
      section: callQuestion.section,
      label: callQuestion.label,
      guidance: callQuestion.guidance,
      wordsMax: callQuestion.wordsMax,
      minutes: callQuestion.minutes,
      required: callQuestion.required,
      byVideo: callQuestion.byVideo,
      byVoice: callQuestion.byVoice,
      options: callQuestion.options,
      onlyIf: callQuestion.onlyIf,
    })
    .from(callQuestion)
    .where(eq(callQuestion.callId, sql.placeholder('callId')))
    .orderBy(asc(callQuestion.position))
    .prepare(),
);

export function findQuestions(tx: Tx, callId: Id): Question[] {
  return questionsOfCall(tx).all({ callId });
}

/** Writes the whole list of a draft in its order, sections together. Test answers to what stays in it stay too. */
export function writeQuestions(tx: Tx, callId: Id, questions: readonly Question[]): void {
  const known = new Set(findQuestions(tx, callId).map((question) => question.id));
  for (const [place, question] of bySection(questions).entries()) {
    const row = { ...question, callId, position: place + 1 };
    if (known.delete(question.id)) tx.update(callQuestion).set(row).where(eq(callQuestion.id, question.id)).run();
    else tx.insert(callQuestion).values(row).run();
  }
  tx.delete(callQuestion)
    .where(inArray(callQuestion.id, [...known]))
    .run();
}

const criteriaOfCall = prepared((tx) =>
  tx
    .select({
      id: callCriterion.id,
      name: callCriterion.name,
      question: callCriterion.question,
      weightPercent: callCriterion.weightPercent,
    })
    .from(callCriterion)
    .where(eq(callCriterion.callId, sql.placeholder('callId')))
    .orderBy(asc(callCriterion.position))
    .prepare(),
);

const anchorsOfCriteria = prepared((tx) =>
  tx
    .select()
    .from(scoreAnchor)
    .where(isAmong(scoreAnchor.criterionId, 'criterionIds'))
    .orderBy(asc(scoreAnchor.score))
    .prepare(),
);

/** Two queries, however many criteria there are. */
export function findCriteria(tx: Tx, callId: Id): Criterion[] {
  const rows = criteriaOfCall(tx).all({ callId });
  const anchors = anchorsOfCriteria(tx).all({ criterionIds: listed(rows.map((row) => row.id)) });
  return rows.map((row) => ({
    ...row,
    anchors: anchors.filter((anchor) => anchor.criterionId === row.id).map(({ score, words }) => ({ score, words })),
  }));
}

export function writeCriteria(tx: Tx, callId: Id, criteria: readonly Criterion[]): void {
  tx.delete(callCriterion).where(eq(callCriterion.callId, callId)).run();
  for (const [place, criterion] of criteria.entries()) {
    const { id, name, question, weightPercent } = criterion;
    tx.insert(callCriterion)
      .values({ id, callId, position: place + 1, name, question, weightPercent })
      .run();
    for (const { score, words } of criterion.anchors) {
      if (words.trim() !== '') tx.insert(scoreAnchor).values({ criterionId: id, score, words }).run();
    }
  }
}

const publicationOfCall = prepared((tx) =>
  tx
    .select()
    .from(callPublication)
    .where(eq(callPublication.callId, sql.placeholder('callId')))
    .orderBy(desc(callPublication.version))
    .limit(1)
    .prepare(),
);

/** What applicants are told now: the latest version. */
export function findPublication(tx: Tx, callId: Id): Publication | null {
  return publicationOfCall(tx).get({ callId }) ?? null;
}

/** First the text, then the state: the database publishes nothing without its text. */
export function publish(tx: Tx, publication: Omit<Publication, 'version' | 'reason'>): void {
  tx.insert(callPublication)
    .values({ ...publication, version: 1, reason: '' })
    .run();
  tx.update(call)
    .set({ state: 'published', publishedAt: publication.publishedAt as Instant })
    .where(eq(call.id, publication.callId))
    .run();
}
