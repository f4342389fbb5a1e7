import type { Id } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import type { Context } from '#app/platform/context.server.ts';
import { callById } from '../../call/queries/call-facts.server.ts';
import { askedOf } from '../rules/draft.ts';
import { type ShownAnswer, shownAnswer } from '../rules/shown-answer.ts';
import { findMediaOf } from '../store/media.server.ts';
import { findAnswers, findApplication } from '../store.server.ts';
import { onlyApproved, type Recorded, recordedAmong } from './recorded.server.ts';
import { type ShownTranslation, shownTranslations } from './shown-translations.server.ts';

export type ReadableAnswer = {
  readonly questionId: Id;
  readonly label: string;
  readonly shown: ShownAnswer;
  /** BCP 47 tag of the text. */
  readonly lang: string;
  /** Only what is ready to be opened, with the captions that were approved. */
  readonly media:
    | (Recorded & {
        /** BCP 47 tag of what is spoken. */
        readonly lang: string;
      })
    | null;
  /** Those that the applicant approved, of the answer as it is. */
  readonly translations: readonly ShownTranslation[];
};

/** Every question that was asked, in its order, with what was answered. The caller has checked who asks. */
export function applicationAnswers(context: Context, applicationId: Id): ReadableAnswer[] {
  const found = findApplication(context.db, applicationId);
  if (found === null) return [];
  const answers = findAnswers(context.db, applicationId);
  const media = findMediaOf(context.db, applicationId);
  const recorded = recordedAmong(context, media);
  const translations = shownTranslations(context, applicationId, answers);
  const call = callById(context, found.callId);
  invariant(call !== null, 'an application has a call: the foreign key says so');
  return askedOf(call.questions, answers).map((question) => {
    const written = answers.find((answer) => answer.questionId === question.id);
    const sent = media.find(({ questionId, state }) => questionId === question.id && state === 'ready');
    const ready = sent === undefined ? undefined : recorded.get(sent.id);
    return {
      questionId: question.id,
      label: question.label,
      shown: shownAnswer(question, written?.text ?? '', call.currency),
      lang: written?.language ?? found.language,
      media: ready === undefined ? null : { ...onlyApproved(ready), lang: sent?.language ?? found.language },
      translations: translations.get(question.id) ?? [],
    };
  });
}
