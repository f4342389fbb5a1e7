import { z } from 'zod';
import { say } from '#app/words/say.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { termFaults } from '../rules/terms.ts';

const { common, glossaryDesk: words } = wordsIn('en').words;

export const TERM_CHARACTERS_MAX = 60;

const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max, say('en', common.fieldTooLong, { max }))
    .default('');

/** One agreed word. */
export const termForm = z
  .object({ term: text(TERM_CHARACTERS_MAX), meaning: text(400) })
  .superRefine((draft, check) => {
    for (const { field, fault } of termFaults(draft)) {
      check.addIssue({ code: 'custom', path: [field], message: words.faults[fault] });
    }
  });
