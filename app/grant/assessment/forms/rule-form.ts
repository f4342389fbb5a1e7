import { z } from 'zod';
import { plainDigits } from '#app/kernel/digits.ts';
import { say } from '#app/words/say.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { MIDDLE_WAYS, QUORUM_MAX, REVIEWS_MAX } from '../rules/panel-rule.ts';
import { METHODS } from '../rules/ranking/methods.ts';

const { language, words } = wordsIn('en');
const { panelRuleDesk } = words;

const count = (max: number, wrong: string) =>
  z
    .string(wrong)
    .transform((typed) => plainDigits(typed.trim()))
    .refine((typed) => /^\d{1,3}$/.test(typed) && Number(typed) >= 1 && Number(typed) <= max, wrong)
    .transform(Number);

/** How a panel ranks, and which earlier choice its page had shown. */
export const ruleForm = z.object({
  method: z.enum(METHODS, panelRuleDesk.methodMissing),
  middle: z.enum(MIDDLE_WAYS, panelRuleDesk.middleMissing),
  reviews: count(REVIEWS_MAX, say(language, panelRuleDesk.reviewsWrong, { max: REVIEWS_MAX })),
  quorum: count(QUORUM_MAX, say(language, panelRuleDesk.quorumWrong, { max: QUORUM_MAX })),
  seenAt: z
    .string()
    .regex(/^\d{1,16}$/)
    .transform(Number)
    .optional(),
});
