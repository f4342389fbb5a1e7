import { z } from 'zod';
import { say } from '#app/words/say.ts';
import { wordsIn } from '#app/words/use-words.ts';

const { common, changeDesk } = wordsIn('en').words;

/** Long enough for a sentence or three, short enough for the top of a letter. */
export const REASON_CHARACTERS_MAX = 500;

/** Publishing a change: why, and that its text was read. */
export const callChangeForm = z.object({
  reason: z
    .string(changeDesk.reasonMissing)
    .trim()
    .min(1, changeDesk.reasonMissing)
    .max(REASON_CHARACTERS_MAX, say('en', common.fieldTooLong, { max: REASON_CHARACTERS_MAX })),
  seen: z.string().default(''),
  sure: z.boolean(changeDesk.sureNeeded),
});
