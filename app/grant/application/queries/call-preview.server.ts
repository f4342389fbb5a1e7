import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { callForManager } from '../../call/queries/call-facts.server.ts';
import { minutesFor } from '../../call/rules/minutes.ts';
import { NO_DETAILS } from '../rules/details.ts';
import { takenBy } from '../rules/media.ts';
import { detailsProgress } from '../rules/progress.ts';
import type { MyQuestion } from './my-application.server.ts';

export type PreviewedCall = NonNullable<ReturnType<typeof callPreview>>;

/**
 * The form of a call as somebody meets it who has just begun, for the call's manager: nothing is written, and a
 * question with a condition is shown with it, because nobody has chosen anything.
 *
 * @param callId  a draft, a change to a published call, or a published call as it is now
 */
export function callPreview(context: Context, callId: Id) {
  const call = callForManager(context, callId);
  if (call === null) return null;
  return {
    id: call.id,
    title: call.title,
    slug: call.slug,
    state: call.state,
    changeOf: call.changeOf,
    themes: call.themes,
    currency: call.currency,
    awardMaxMinor: call.awardMaxMinor,
    timeZone: call.timeZone,
    closesAt: call.closesAt,
    videoSecondsMax: call.videoSecondsMax,
    terms: call.terms.map(({ term, meaning }) => ({ term, meaning })),
    detailsProgress: detailsProgress(NO_DETAILS, call),
    questions: call.questions.map(
      (question): PreviewedQuestion => ({
        ...UNANSWERED,
        id: question.id,
        position: question.position,
        isConditional: question.onlyIf !== null,
        kind: question.kind,
        section: question.section,
        options: question.options,
        label: question.label,
        guidance: question.guidance,
        wordsMax: question.wordsMax,
        required: question.required,
        taken: takenBy(question),
        minutes: minutesFor(question),
        progress: question.required ? 'empty' : 'optional',
        language: context.language,
        onlyIf: question.onlyIf && {
          label: call.questions.find(({ id }) => id === question.onlyIf?.questionId)?.label ?? '',
          options: question.onlyIf.anyOf,
        },
      }),
    ),
  };
}

/** A question as an applicant meets it, and of whom it is asked; null for everybody. */
type PreviewedQuestion = MyQuestion & {
  readonly onlyIf: { readonly label: string; readonly options: readonly string[] } | null;
};

const UNANSWERED = {
  isAsked: true,
  text: '',
  standing: '',
  translations: [],
  isReopened: false,
  words: 0,
  revision: 0,
  saved: { byOther: null, at: null },
  openComments: 0,
  recorded: null,
  recordedBy: { byOther: null, at: null },
  sentRecording: null,
  arriving: null,
};
