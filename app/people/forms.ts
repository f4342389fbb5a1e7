import { z } from 'zod';
import { say } from '#app/words/say.ts';
import { inEachLanguage } from '#app/words/use-words.ts';
import { SUGGESTION_CHARACTERS_MAX } from './rules/suggestions.ts';

export const emailForm = inEachLanguage(({ words: { common } }) =>
  z.object({
    email: z.string(common.fieldMissing).trim().max(254, common.fieldNotEmail).pipe(z.email(common.fieldNotEmail)),
  }),
);

export const codeForm = inEachLanguage(({ words: { common, people } }) =>
  z.object({
    code: z.string(common.fieldMissing).trim().max(40, people.refusals['wrong-code']),
  }),
);

export const nameForm = inEachLanguage(({ language, words: { common } }) =>
  z.object({
    name: z
      .string(common.fieldMissing)
      .trim()
      .min(1, common.fieldMissing)
      .max(120, say(language, common.fieldTooLong, { max: 120 })),
  }),
);

export const phoneForm = inEachLanguage(({ words: { common, phone } }) =>
  z.object({
    number: z.string(common.fieldMissing).trim().max(40, phone.refusals['not-a-number']),
  }),
);

/** A better sentence, and the one it would replace. */
export const suggestionForm = inEachLanguage(({ language, words: { common } }) => {
  const tooLong = say(language, common.fieldTooLong, { max: SUGGESTION_CHARACTERS_MAX });
  const text = z.string().trim().max(SUGGESTION_CHARACTERS_MAX, tooLong);
  return z.object({
    sentence: text.default(''),
    better: z.string(common.fieldMissing).trim().min(1, common.fieldMissing).max(SUGGESTION_CHARACTERS_MAX, tooLong),
  });
});
