import { say } from '#app/words/say.ts';
import { wordsIn } from '#app/words/use-words.ts';
import type { MediaRejection, UploadRefusal } from '../rules/media.ts';
import { lengthIn } from './length.ts';

/** Why a recording was not taken, in words. */
export function mediaRefusal(
  reason: Exclude<UploadRefusal, 'not-the-applicant'> | MediaRejection,
  videoSecondsMax: number,
): string {
  const { words, language } = wordsIn('en');
  const { mediaRefusals, videoMinutes } = words.application;
  if (reason === 'too-long') {
    return say(language, mediaRefusals['too-long'], { max: lengthIn(language, videoMinutes, videoSecondsMax) });
  }
  return mediaRefusals[reason];
}

export function isMediaRejection(reason: string | null): reason is MediaRejection {
  return reason !== null && Object.hasOwn(wordsIn('en').words.application.mediaRefusals, reason);
}
