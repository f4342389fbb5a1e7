import { z } from 'zod';
import { LANGUAGES } from '#app/kernel/languages.ts';
import { say } from '#app/words/say.ts';
import { inEachLanguage, wordsIn } from '#app/words/use-words.ts';
import { contactFaults } from './rules/contact.ts';
import { SUGGESTION_CHARACTERS_MAX } from './rules/suggestions.ts';

const { common, reachDesk } = wordsIn('en').words;

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

/** How to reach a partner. The fault of a number stands beside its field. */
export const contactForm = z
  .object({
    email: z.string(common.fieldMissing).trim().max(254, common.fieldNotEmail).pipe(z.email(common.fieldNotEmail)),
    phone: upTo(40),
    phoneHours: upTo(200),
    phoneLanguages: z.array(z.enum(LANGUAGES, common.fieldNotChosen)).default([]),
    place: upTo(400),
  })
  .transform((contact, check) => {
    for (const { field, fault } of contactFaults(contact)) {
      check.addIssue({ code: 'custom', path: [field], message: reachDesk.faults[fault] });
    }
    return contact;
  });

function upTo(max: number) {
  return z
    .string()
    .trim()
    .max(max, say('en', common.fieldTooLong, { max }))
    .default('');
}

/** A better sentence, and the one it would replace. */
export const suggestionForm = inEachLanguage(({ language, words: { common } }) => {
  const tooLong = say(language, common.fieldTooLong, { max: SUGGESTION_CHARACTERS_MAX });
  const text = z.string().trim().max(SUGGESTION_CHARACTERS_MAX, tooLong);
  return z.object({
    sentence: text.default(''),
    better: z.string(common.fieldMissing).trim().min(1, common.fieldMissing).max(SUGGESTION_CHARACTERS_MAX, tooLong),
  });
});
