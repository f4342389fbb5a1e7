import type { Instant } from '#app/kernel/instant.ts';
import { lengthIn } from '#app/ui/length.ts';
import { say } from '#app/words/say.ts';
import { wordsIn } from '#app/words/use-words.ts';
import type { MediaRejection } from '../rules/judging.ts';
import type { Taken, UploadRefusal } from '../rules/media.ts';
import { wayOf } from '../rules/way.ts';

/** What the words about a recording say of its call. */
export type MediaTerms = { readonly videoSecondsMax: number; readonly closesAt: Instant; readonly timeZone: string };

/** Those of a call that says more than that. */
export function mediaTermsOf({ videoSecondsMax, closesAt, timeZone }: MediaTerms): MediaTerms {
  return { videoSecondsMax, closesAt, timeZone };
}

/**
 * Why a recording was not taken, in words.
 *
 * @param reader  BCP 47 tag of the language of whoever reads it
 */
export function mediaRefusal(
  reader: string,
  reason: Exclude<UploadRefusal, 'not-the-applicant'> | MediaRejection,
  terms: MediaTerms,
  taken: Taken,
): string {
  const { words, language, deadline } = wordsIn(reader);
  const { refusals, minutes, wrongKind } = words.recording;
  if (reason === 'wrong-kind') return wrongKind[wayOf(taken) ?? 'either'];
  if (reason === 'too-long') {
    return say(language, refusals['too-long'], { max: lengthIn(language, minutes, terms.videoSecondsMax) });
  }
  if (reason === 'call-not-open') {
    return say(language, refusals['call-not-open'], { when: deadline(terms.closesAt, terms.timeZone) });
  }
  return refusals[reason];
}

export function isMediaRejection(reason: string | null): reason is MediaRejection {
  return reason !== null && (reason === 'wrong-kind' || Object.hasOwn(wordsIn('en').words.recording.refusals, reason));
}
