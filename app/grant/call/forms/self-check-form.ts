import { z } from 'zod';
import { say } from '#app/words/say.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { CHECK_ROUTES, checkItemFaults, tidiedCheckItem } from '../rules/self-check.ts';

const { common, selfCheckDesk: words } = wordsIn('en').words;

export const STATEMENT_CHARACTERS_MAX = 200;

const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max, say('en', common.fieldTooLong, { max }))
    .default('');

/** One sentence of the self-check, as its manager writes it. */
export const checkItemForm = z
  .object({
    statement: text(STATEMENT_CHARACTERS_MAX),
    route: z.enum(CHECK_ROUTES, common.fieldNotChosen),
    otherSlug: text(60),
    advice: text(600),
    link: text(500),
  })
  .transform((typed, check) => {
    const draft = tidiedCheckItem({ ...typed, otherSlug: typed.otherSlug === '' ? null : typed.otherSlug });
    for (const { field, fault } of checkItemFaults(draft)) {
      check.addIssue({ code: 'custom', path: [field], message: words.faults[fault] });
    }
    return draft;
  });

/** What the answer to the sentence at this place is called in the form. */
export function answerName(position: number): string {
  return `answer-${position}`;
}

/** A yes or a no for each of so many sentences: an array of booleans in their order. */
export function checkAnswersForm(count: number, language: string) {
  const { missing } = wordsIn(language).words.selfCheck;
  const places = Array.from({ length: count }, (_, place) => place + 1);
  const fields = places.map((position) => [
    answerName(position),
    z.enum(['yes', 'no'], say(language, missing, { number: position })),
  ]);
  return z
    .object(Object.fromEntries(fields) as Record<string, z.ZodType<'yes' | 'no'>>)
    .transform((answers) => places.map((position) => answers[answerName(position)] === 'yes'));
}
