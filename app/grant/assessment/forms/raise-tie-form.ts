import { z } from 'zod';
import { say } from '#app/words/say.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { CONFLICT_REASON_MAX } from '../rules/conflicts.ts';

const { language, words } = wordsIn('en');
const { common, tieDesk } = words;

/** Who, which application, how close, and why. */
export const raiseTieForm = z.object({
  memberId: z.string(tieDesk.memberMissing),
  reference: z
    .string(tieDesk.referenceMissing)
    .trim()
    .min(1, tieDesk.referenceMissing)
    .max(40, tieDesk.referenceMissing),
  level: z.enum(['soft', 'hard'], tieDesk.levelMissing),
  reason: z
    .string(tieDesk.reasonMissing)
    .trim()
    .min(1, tieDesk.reasonMissing)
    .max(CONFLICT_REASON_MAX, say(language, common.fieldTooLong, { max: CONFLICT_REASON_MAX })),
});
