import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { callById } from '../../call/queries/call-facts.server.ts';
import { findMediaOf } from '../store/media.server.ts';
import { findAnswers, findApplication } from '../store.server.ts';

export type ReadableAnswer = {
  readonly questionId: Id;
  readonly label: string;
  /** Empty when nothing was written. */
  readonly text: string;
  /** BCP 47 tag of the text. */
  readonly lang: string;
  /** Only what is ready to be watched. */
  readonly media: { readonly id: Id; readonly mime: string; readonly seconds: number } | null;
};

/** Every question of the call in its order with what was answered. The caller has checked who asks. */
export function applicationAnswers(context: Context, applicationId: Id): ReadableAnswer[] {
  const found = findApplication(context.db, applicationId);
  if (found === null) return [];
  const answers = findAnswers(context.db, applicationId);
  const recordings = findMediaOf(context.db, applicationId).filter((recording) => recording.state === 'ready');
  return (callById(context, found.callId)?.questions ?? []).map((question) => {
    const recording = recordings.find((ready) => ready.questionId === question.id);
    return {
      questionId: question.id,
      label: question.label,
      text: answers.find((answer) => answer.questionId === question.id)?.text ?? '',
      lang: found.language,
      media:
        recording === undefined
          ? null
          : { id: recording.id, mime: recording.mime ?? '', seconds: recording.seconds ?? 0 },
    };
  });
}
