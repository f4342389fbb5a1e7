import { z } from 'zod';
import { plainDigits } from '#app/kernel/digits.ts';
import { say } from '#app/words/say.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { THROWS, WHY_MAX } from '../rules/holding-a-lottery.ts';

const { language, words } = wordsIn('en');

/** What somebody read off the dice, with the digits of whichever keyboard. */
export const throwForm = z.object({
  thrown: z
    .string(say(language, words.panelLotteryDesk.refusals.unreadable, { throws: THROWS }))
    .max(200)
    .transform(plainDigits),
  /** Asked of whoever has typed before. */
  why: z.string().trim().max(WHY_MAX, words.panelLotteryDesk.whyTooLong).default(''),
});
