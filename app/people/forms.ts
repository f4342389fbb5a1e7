import { z } from 'zod';
import { say } from '#app/words/say.ts';
import { wordsIn } from '#app/words/use-words.ts';

const { common, people, phone } = wordsIn('en').words;

export const emailForm = z.object({
  email: z.string(common.fieldMissing).trim().max(254, common.fieldNotEmail).pipe(z.email(common.fieldNotEmail)),
});

export const codeForm = z.object({
  code: z.string(common.fieldMissing).trim().max(40, people.refusals['wrong-code']),
});

export const nameForm = z.object({
  name: z
    .string(common.fieldMissing)
    .trim()
    .min(1, common.fieldMissing)
    .max(120, say('en', common.fieldTooLong, { max: 120 })),
});

export const phoneForm = z.object({
  number: z.string(common.fieldMissing).trim().max(40, phone.refusals['not-a-number']),
});
