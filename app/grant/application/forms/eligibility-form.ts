import { z } from 'zod';
import { wordsIn } from '#app/words/use-words.ts';
import { FINDINGS } from '../rules/eligibility.ts';

const { common } = wordsIn('en').words;

/** Far more than sixty words; they are counted, and said, by the rule. */
const NOTE_CHARACTERS_MAX = 4_000;

const finding = {
  outcome: z.enum(FINDINGS, common.fieldNotChosen),
  reasons: z.array(z.string()).default([]),
  note: z.string().max(NOTE_CHARACTERS_MAX).default(''),
};

/** One application; `seen` is how many checks the page knew of. */
export const checkForm = z.object({ ...finding, seen: z.coerce.number().int().min(0) });

/** Many at once: the ticked ones, or all that the address of the page asks for, as many as it said. */
export const markForm = z.object({
  ...finding,
  batchId: z.string().min(1).max(40),
  count: z.coerce.number().int().min(0),
});

export const tellForm = z.object({ count: z.coerce.number().int().min(0) });

export const exportForm = z.object({ format: z.enum(['xlsx', 'csv'], common.fieldNotChosen) });
