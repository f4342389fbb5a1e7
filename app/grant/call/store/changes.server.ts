import { and, desc, eq, max } from 'drizzle-orm';
import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { isAmong, listed, prepared } from '#app/platform/prepared.server.ts';
import { call, callChange, callPublication, callQuestion } from '#db/schema/call.ts';
import type { CallDraft } from '../rules/draft.ts';
import type { CallDate } from '../rules/plan.ts';
import { bySection } from '../rules/sections.ts';
import type { Publication, Question } from '../store.server.ts';
import { writeDates } from './dates.server.ts';
import { type Term, writeTerms } from './glossary.server.ts';
import { type CheckItem, writeCheckItems } from './self-check.server.ts';

export type CallChange = typeof callChange.$inferSelect;

/** The change that is being prepared for a published call. */
export function findChange(tx: Tx, callId: Id): CallChange | null {
  return tx.select().from(callChange).where(eq(callChange.callId, callId)).get() ?? null;
}

/** The published call that a draft is a change to; null for a draft of its own. */
export function findChangedCall(tx: Tx, draftId: Id): Id | null {
  const change = tx.select({ callId: callChange.callId }).from(callChange).where(eq(callChange.draftId, draftId)).get();
  return change?.callId ?? null;
}

export function insertChange(tx: Tx, change: Omit<CallChange, 'publishing'>): void {
  tx.insert(callChange)
    .values({ ...change, publishing: false })
    .run();
}

/** The draft goes with all that is in it, and so does the change. */
export function deleteChange(tx: Tx, { draftId }: CallChange): void {
  tx.delete(call).where(eq(call.id, draftId)).run();
}

export type ChangedCall = CallDraft & {
  readonly questions: readonly Question[];
  readonly dates: readonly CallDate[];
  readonly terms: readonly Term[];
  readonly checkItems: readonly CheckItem[];
};

/** First the text, then the state that lets the published call be written, then the call; then the change is over. */
export function publishVersion(tx: Tx, change: CallChange, publication: Publication, changed: ChangedCall): void {
  const { callId } = change;
  tx.insert(callPublication).values(publication).run();
  tx.update(callChange).set({ publishing: true }).where(eq(callChange.callId, callId)).run();
  const { questions, dates, terms, checkItems, ...facts } = changed;
  tx.update(call).set(facts).where(eq(call.id, callId)).run();
  writeChangedQuestions(tx, callId, questions);
  writeDates(tx, callId, dates);
  writeTerms(tx, callId, terms);
  writeCheckItems(tx, callId, checkItems);
  deleteChange(tx, change);
}

/** What a question asks stays as it is: only what helps to answer it, and its place, are written anew. */
function writeChangedQuestions(tx: Tx, callId: Id, questions: readonly Question[]): void {
  for (const [place, question] of bySection(questions).entries()) {
    const { guidance, section, wordsMax, minutes, byVideo, byVoice, options } = question;
    const isKnown = and(eq(callQuestion.id, question.id), eq(callQuestion.callId, callId));
    const known = tx.select({ id: callQuestion.id }).from(callQuestion).where(isKnown).get();
    const position = place + 1;
    if (known === undefined) {
      tx.insert(callQuestion)
        .values({ ...question, callId, position })
        .run();
    } else {
      tx.update(callQuestion)
        .set({ guidance, section, wordsMax, minutes, byVideo, byVoice, options, position })
        .where(isKnown)
        .run();
    }
  }
}

/** Every version of a published call, the newest first. */
export function findVersions(tx: Tx, callId: Id): Publication[] {
  return tx
    .select()
    .from(callPublication)
    .where(eq(callPublication.callId, callId))
    .orderBy(desc(callPublication.version))
    .all();
}

export function findVersion(tx: Tx, callId: Id, version: number): Publication | null {
  const isIt = and(eq(callPublication.callId, callId), eq(callPublication.version, version));
  return tx.select().from(callPublication).where(isIt).get() ?? null;
}

const latestOfCalls = prepared((tx) =>
  tx
    .select({ callId: callPublication.callId, at: max(callPublication.publishedAt) })
    .from(callPublication)
    .where(isAmong(callPublication.callId, 'callIds'))
    .groupBy(callPublication.callId)
    .prepare(),
);

/** When each of these calls was last published, the first time or as a change: one query. */
export function lastPublishedAt(tx: Tx, callIds: readonly Id[]): ReadonlyMap<Id, Instant> {
  const rows = latestOfCalls(tx).all({ callIds: listed(callIds) });
  return new Map(rows.flatMap(({ callId, at }) => (at === null ? [] : [[callId, at]])));
}
