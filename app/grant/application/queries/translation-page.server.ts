import type { Id } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { peopleById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { type Translator, translatorOf } from '#app/platform/machine-translation.server.ts';
import { callById } from '../../call/queries/call-facts.server.ts';
import { mayBeShownToMachine, placeOfWords, translationPowers, translationState } from '../rules/translations.ts';
import { findHiddenFrom, findSafety } from '../store/safety.server.ts';
import { findCorrections, findTranslations } from '../store/translations.server.ts';
import { findAnswer, findApplication } from '../store.server.ts';
import { applicationAnswers } from './application-answers.server.ts';
import { isReadableForManager } from './manager-reading.server.ts';
import { myRole } from './team.server.ts';

export type TranslationPage = NonNullable<ReturnType<typeof translationPage>>;

/** What the signed-in person may do with the translations of an application; null when it is none of theirs. */
export function translationPowersOf(context: Context, applicationId: Id) {
  const found = findApplication(context.db, applicationId);
  const call = found === null ? null : callById(context, found.callId);
  if (found === null || call === null) return null;
  const powers = translationPowers(found.state, myRole(context, found), isReadableForManager(context, found, call));
  return powers.mayRead ? { application: found, call, powers } : null;
}

/** The machine that may be shown an answer, if there is one: only what is written, and nothing of people in danger. */
export function machineFor(
  context: Context,
  applicationId: Id,
  answer: { readonly shown: { readonly as: string } },
): Translator | null {
  const settings = findSafety(context.db, [applicationId]).get(applicationId) ?? null;
  const hiddenCount = findHiddenFrom(context.db, [applicationId]).length;
  return answer.shown.as === 'text' && mayBeShownToMachine(settings, hiddenCount) ? translatorOf(context.env) : null;
}

/** One answer with its language and everything it was translated into, for its team and for managers. */
export function translationPage(context: Context, applicationId: Id, questionId: Id) {
  const own = translationPowersOf(context, applicationId);
  const answer = applicationAnswers(context, applicationId).find((given) => given.questionId === questionId);
  if (own === null || answer === undefined) return null;
  const { application, call, powers } = own;
  const revision = findAnswer(context.db, applicationId, questionId)?.revision ?? 0;
  const rows = findTranslations(context.db, applicationId).filter((row) => row.questionId === questionId);
  const corrections = findCorrections(context.db, applicationId, questionId);
  const writers = peopleById(
    context,
    [...rows, ...corrections].map((row) => row.writtenBy),
  );
  const translatorOf = (row: { readonly translator: string; readonly writtenBy: Id }) => {
    const writer = writers.get(row.writtenBy);
    invariant(writer !== undefined, 'a translation has a writer: the foreign key says so');
    return row.translator === '' ? writer.name : row.translator;
  };
  return {
    applicationId,
    reference: application.reference,
    state: application.state,
    callTitle: call.title,
    /** BCP 47 tag in which the application says it is written. */
    language: application.language,
    powers,
    answer,
    revision,
    hasAnswer: answer.shown.as !== 'nothing' || answer.media !== null,
    /** Who would write a first draft; null where no machine may. */
    machineHost: machineFor(context, applicationId, answer)?.host ?? null,
    translations: rows.map((row) => {
      /** What those who decide may have read is not taken away. */
      const isFixed = row.approvedAt !== null && application.state !== 'draft';
      const stored = corrections.find(({ language }) => language === row.language);
      const isBeside = placeOfWords(isFixed, powers) === 'beside it';
      return {
        language: row.language,
        text: row.text,
        revision: row.revision,
        isMachine: row.origin === 'machine',
        translator: translatorOf(row),
        state: translationState(row, revision),
        isFixed,
        /** Of what the reader would write over. */
        baseRevision: isBeside ? (stored?.revision ?? 0) : row.revision,
        /** Other words that wait for the group, as long as they are of the answer as it is. */
        correction:
          isFixed && stored?.ofRevision === revision
            ? { text: stored.text, translator: translatorOf(stored), revision: stored.revision }
            : null,
      };
    }),
  };
}
