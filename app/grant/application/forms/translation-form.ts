import { z } from 'zod';
import { LANGUAGES } from '#app/kernel/languages.ts';
import { say } from '#app/words/say.ts';
import { inEachLanguage } from '#app/words/use-words.ts';

/** As much as an answer may have. */
const TRANSLATION_CHARACTERS_MAX = 60_000;
const TRANSLATOR_CHARACTERS_MAX = 120;

const revision = z.coerce.number().int().min(0).max(1_000_000).default(0);

/** Which languages an answer is in. */
export const answerLanguageForm = inEachLanguage(({ words: { common } }) =>
  z.object({
    written: z.enum(LANGUAGES, common.fieldNotChosen).optional(),
    spoken: z.enum(LANGUAGES, common.fieldNotChosen).optional(),
  }),
);

/** What an answer says in another language; the hidden revisions are of the answer and of the translation seen. */
export const translationForm = inEachLanguage(({ language, words: { common, translations } }) =>
  z
    .object({
      language: z.enum(LANGUAGES, common.fieldNotChosen),
      text: z
        .string(common.fieldMissing)
        .trim()
        .min(1, common.fieldMissing)
        .max(TRANSLATION_CHARACTERS_MAX, say(language, common.fieldTooLong, { max: TRANSLATION_CHARACTERS_MAX })),
      translator: z
        .string()
        .trim()
        .max(TRANSLATOR_CHARACTERS_MAX, say(language, common.fieldTooLong, { max: TRANSLATOR_CHARACTERS_MAX }))
        .default(''),
      ofRevision: revision,
      /** Whether a machine wrote the first draft of it, and somebody has read that. */
      machine: z.literal('on').optional(),
      read: z.literal('on').optional(),
    })
    .refine(({ machine, read }) => machine === undefined || read === 'on', {
      path: ['read'],
      message: translations.machineUnread,
    }),
);

/** For which language a machine shall write a first draft; what is typed already is not written over. */
export const machineDraftForm = inEachLanguage(({ words: { common } }) =>
  z.object({
    language: z.enum(LANGUAGES, common.fieldNotChosen),
    text: z.string().max(TRANSLATION_CHARACTERS_MAX).default(''),
    ofRevision: revision,
  }),
);

/** One of the translations that are there. */
export const shownTranslationForm = inEachLanguage(({ words: { common } }) =>
  z.object({ language: z.enum(LANGUAGES, common.fieldNotChosen), revision }),
);
