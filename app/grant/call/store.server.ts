import { and, asc, desc, eq, inArray, ne } from 'drizzle-orm';
import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { call, callCriterion, callPublication, callQuestion, scoreAnchor } from '#db/schema/call.ts';
import type { CriterionDraft } from './rules/criteria.ts';
import type { CallDraft } from './rules/draft.ts';
import type { QuestionDraft } from './rules/questions.ts';
import { bySection } from './rules/sections.ts';

export type CallRow = typeof call.$inferSelect;
export type Question = QuestionDraft & { readonly id: Id };
export type Criterion = CriterionDraft & { readonly id: Id };
export type Publication = typeof callPublication.$inferSelect;

export function findCall(tx: Tx, callId: Id): CallRow | null {
  return tx.select().from(call).where(eq(call.id, callId)).get() ?? null;
}

export function findCallBySlug(tx: Tx, slug: string): CallRow | null {
  return tx.select().from(call).where(eq(call.slug, slug)).get() ?? null;
}

/** Newest first: what a manager works on is at the top. */
export function findCallsOf(tx: Tx, partnerIds: readonly Id[]): CallRow[] {
  if (partnerIds.length === 0) return [];
  return tx
    .select()
    .from(call)
    .where(inArray(call.partnerId, [...partnerIds]))
    .orderBy(desc(call.opensAt), asc(call.title))
    .all();
}

/** The one that closes first is at the top. */
export function findPublishedCalls(tx: Tx): CallRow[] {
  return tx.select().from(call).where(eq(call.state, 'published')).orderBy(asc(call.closesAt), asc(call.title)).all();
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

export function findQuestions(tx: Tx, callId: Id): Question[] {
  return tx
    .select({
      id: callQuestion.id,
      kind: callQuestion.kind,
      section: callQuestion.section,
      label: callQuestion.label,
      guidance: callQuestion.guidance,
      wordsMax: callQuestion.wordsMax,
      minutes: callQuestion.minutes,
      required: callQuestion.required,
      byVoice: callQuestion.byVoice,
      byVideo: callQuestion.byVideo,
      options: callQuestion.options,
      onlyIf: callQuestion.onlyIf,
    })
    .from(callQuestion)
    .where(eq(callQuestion.callId, callId))
    .orderBy(asc(callQuestion.position))
    .all();
}

/** Writes the whole list in its order, sections together. Nothing refers to the questions of a draft, so their ids survive. */
export function writeQuestions(tx: Tx, callId: Id, questions: readonly Question[]): void {
  tx.delete(callQuestion).where(eq(callQuestion.callId, callId)).run();
  for (const [place, question] of bySection(questions).entries()) {
    tx.insert(callQuestion)
      .values({ ...question, callId, position: place + 1 })
      .run();
  }
}

/** Two queries, however many criteria there are. */
export function findCriteria(tx: Tx, callId: Id): Criterion[] {
  const rows = tx
    .select({
      id: callCriterion.id,
      name: callCriterion.name,
      question: callCriterion.question,
      weightPercent: callCriterion.weightPercent,
    })
    .from(callCriterion)
    .where(eq(callCriterion.callId, callId))
    .orderBy(asc(callCriterion.position))
    .all();
  if (rows.length === 0) return [];
  const anchors = tx
    .select()
    .from(scoreAnchor)
    .where(
      inArray(
        scoreAnchor.criterionId,
        rows.map((row) => row.id),
      ),
    )
    .orderBy(asc(scoreAnchor.score))
    .all();
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

export function findPublication(tx: Tx, callId: Id): Publication | null {
  return tx.select().from(callPublication).where(eq(callPublication.callId, callId)).get() ?? null;
}

/** First the text, then the state: the database publishes nothing without its text. */
export function publish(tx: Tx, publication: Publication): void {
  tx.insert(callPublication).values(publication).run();
  tx.update(call)
    .set({ state: 'published', publishedAt: publication.publishedAt as Instant })
    .where(eq(call.id, publication.callId))
    .run();
}
