import type { Instant } from '#app/kernel/instant.ts';
import { say } from '#app/words/say.ts';
import { wordsIn } from '#app/words/use-words.ts';
import type { MediaRejection, UploadRefusal } from '../rules/media.ts';
import { lengthIn } from './length.ts';

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
): string {
  const { words, language, deadline } = wordsIn(reader);
  const { mediaRefusals, videoMinutes } = words.application;
  if (reason === 'too-long') {
    return say(language, mediaRefusals['too-long'], { max: lengthIn(language, videoMinutes, terms.videoSecondsMax) });
  }
  if (reason === 'call-not-open') {
    return say(language, mediaRefusals['call-not-open'], { when: deadline(terms.closesAt, terms.timeZone) });
  }
  return mediaRefusals[reason];
}

export function isMediaRejection(reason: string | null): reason is MediaRejection {
  return reason !== null && Object.hasOwn(wordsIn('en').words.application.mediaRefusals, reason);
}
