import { z } from 'zod';
import { wordsIn } from '#app/words/use-words.ts';
import { RHYTHMS } from './rules/digest.ts';

const { common } = wordsIn('en').words;

export const digestForm = z.object({ rhythm: z.enum(RHYTHMS, common.fieldMissing) });
