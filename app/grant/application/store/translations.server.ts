import { and, asc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { isAmong, listed, prepared } from '#app/platform/prepared.server.ts';
import { answer, answerTranslation, media } from '#db/schema/application.ts';
import { translationCorrection } from '#db/schema/application-translations.ts';

export type Translation = typeof answerTranslation.$inferSelect;
export type Correction = typeof translationCorrection.$inferSelect;
type Place = Pick<Translation, 'applicationId' | 'questionId' | 'language'>;

const translationsOf = prepared((tx) =>
  tx
    .select()
    .from(answerTranslation)
    .where(eq(answerTranslation.applicationId, sql.placeholder('applicationId')))
    .orderBy(asc(answerTranslation.language))
    .prepare(),
);

/** Of every answer of one application: one query. */
export function findTranslations(tx: Tx, applicationId: Id): Translation[] {
  return translationsOf(tx).all({ applicationId });
}

const approvedAmong = prepared((tx) =>
  tx
    .select({
      applicationId: answerTranslation.applicationId,
      questionId: answerTranslation.questionId,
      language: answerTranslation.language,
      ofRevision: answerTranslation.ofRevision,
      approvedAt: answerTranslation.approvedAt,
    })
    .from(answerTranslation)
    .where(and(isAmong(answerTranslation.applicationId, 'applicationIds'), isNotNull(answerTranslation.approvedAt)))
    .prepare(),
);

/** What was approved of these applications, without its words: one query however many. */
export function findApprovedAmong(tx: Tx, applicationIds: readonly Id[]) {
  return approvedAmong(tx).all({ applicationIds: listed(applicationIds) });
}

const spokenQuestions = prepared((tx) =>
  tx
    .selectDistinct({ applicationId: media.applicationId, questionId: media.questionId })
    .from(media)
    .where(
      and(
        isAmong(media.applicationId, 'applicationIds'),
        inArray(media.kind, ['video', 'audio']),
        eq(media.state, 'ready'),
        isNull(media.aside),
      ),
    )
    .prepare(),
);

/** Which questions of these applications are answered by a recording that can be watched: one query however many. */
export function spokenQuestionsOf(tx: Tx, applicationIds: readonly Id[]): { applicationId: Id; questionId: Id }[] {
  return spokenQuestions(tx).all({ applicationIds: listed(applicationIds) });
}

function isAt({ applicationId, questionId, language }: Place) {
  return and(
    eq(answerTranslation.applicationId, applicationId),
    eq(answerTranslation.questionId, questionId),
    eq(answerTranslation.language, language),
  );
}

export function findTranslation(tx: Tx, place: Place): Translation | null {
  return tx.select().from(answerTranslation).where(isAt(place)).get() ?? null;
}

/** Written anew it is not approved any more: what was approved were other words. */
export function writeTranslation(tx: Tx, row: Omit<Translation, 'approvedAt' | 'approvedBy'>): void {
  const { applicationId: _application, questionId: _question, language: _language, ...said } = row;
  tx.insert(answerTranslation)
    .values(row)
    .onConflictDoUpdate({
      target: [answerTranslation.applicationId, answerTranslation.questionId, answerTranslation.language],
      set: { ...said, approvedAt: null, approvedBy: null },
    })
    .run();
}

export function markApproved(tx: Tx, place: Place, by: Id, now: Instant): void {
  tx.update(answerTranslation).set({ approvedAt: now, approvedBy: by }).where(isAt(place)).run();
}

export function deleteTranslation(tx: Tx, place: Place): void {
  tx.delete(answerTranslation).where(isAt(place)).run();
}

/** What stands beside the approved translations of one answer, by language. */
export function findCorrections(tx: Tx, applicationId: Id, questionId: Id): Correction[] {
  const isOf = and(
    eq(translationCorrection.applicationId, applicationId),
    eq(translationCorrection.questionId, questionId),
  );
  return tx.select().from(translationCorrection).where(isOf).all();
}

export function writeCorrection(tx: Tx, row: Correction): void {
  const { applicationId: _application, questionId: _question, language: _language, ...said } = row;
  tx.insert(translationCorrection)
    .values(row)
    .onConflictDoUpdate({
      target: [translationCorrection.applicationId, translationCorrection.questionId, translationCorrection.language],
      set: said,
    })
    .run();
}

export function deleteCorrection(tx: Tx, { applicationId, questionId, language }: Place): void {
  const isIt = and(
    eq(translationCorrection.applicationId, applicationId),
    eq(translationCorrection.questionId, questionId),
    eq(translationCorrection.language, language),
  );
  tx.delete(translationCorrection).where(isIt).run();
}

/** The language that an answer is said to be in; its words and their revision stay. */
export function writeAnswerLanguage(tx: Tx, applicationId: Id, questionId: Id, language: string): void {
  const isIt = and(eq(answer.applicationId, applicationId), eq(answer.questionId, questionId));
  tx.update(answer).set({ language }).where(isIt).run();
}

/** The language that is spoken in the recordings of one answer. */
export function writeSpokenLanguage(tx: Tx, applicationId: Id, questionId: Id, language: string): void {
  const isIt = and(eq(media.applicationId, applicationId), eq(media.questionId, questionId));
  tx.update(media).set({ language }).where(isIt).run();
}

/** Answers and recordings in the language of the whole application follow it; others were chosen one by one. */
export function followLanguage(tx: Tx, applicationId: Id, from: string, to: string): void {
  tx.update(answer)
    .set({ language: to })
    .where(and(eq(answer.applicationId, applicationId), eq(answer.language, from)))
    .run();
  tx.update(media)
    .set({ language: to })
    .where(and(eq(media.applicationId, applicationId), eq(media.language, from)))
    .run();
}
