import { z } from 'zod';
import { LANGUAGES } from '#app/kernel/languages.ts';
import { readPhone } from '#app/people/rules/phone.ts';
import { say } from '#app/words/say.ts';
import { inEachLanguage, type WaysToSay } from '#app/words/use-words.ts';
import { PARTY_PEOPLE_MAX, PLACES_MAX, QUESTION_MINUTES_MAX } from '../rules/coming.ts';

const tick = z
  .literal('on')
  .optional()
  .transform((sent) => sent === 'on');

/** What one is asked who comes: once when signing up, and again with other words behind the link. */
export const comingForms = inEachLanguage((ways) => ({
  signUp: signUpIn(ways),
  change: changeIn(ways),
  answer: z.object({ intent: z.enum(['cancel', 'come-back']) }),
}));

function wishesIn({ words, language }: WaysToSay) {
  const { common, coming } = words;
  const short = (max: number) =>
    z
      .string()
      .trim()
      .max(max, say(language, common.fieldTooLong, { max }))
      .default('');
  return {
    name: z
      .string(common.fieldMissing)
      .trim()
      .min(1, common.fieldMissing)
      .max(80, say(language, common.fieldTooLong, { max: 80 })),
    people: z
      .string(coming.peopleWrong)
      .trim()
      .regex(/^[1-8]$/, coming.peopleWrong)
      .transform(Number),
    interpreter: z
      .enum(LANGUAGES)
      .optional()
      .transform((tag) => tag ?? null),
    children: z
      .string()
      .trim()
      .regex(/^[0-8]$/, coming.childrenWrong)
      .default('0')
      .transform(Number),
    food: short(300),
    wantsTravelMoney: tick,
    toKnow: short(600),
  };
}

function tooManyChildren({ words }: WaysToSay, wishes: { people: number; children: number }, check: z.RefinementCtx) {
  if (wishes.children > Math.min(wishes.people, PARTY_PEOPLE_MAX))
    check.addIssue({ code: 'custom', path: ['children'], message: words.coming.childrenTooMany });
}

function signUpIn(ways: WaysToSay) {
  const { coming } = ways.words;
  return z
    .object({
      ...wishesIn(ways),
      partyId: z.string().max(40),
      email: z.string().trim().max(254, coming.emailWrong).default(''),
      phone: z.string().trim().max(40, coming.phoneWrong).default(''),
    })
    .transform(({ email, phone, ...wishes }, check) => {
      const number = phone === '' ? null : readPhone(phone);
      if (email !== '' && !z.email().safeParse(email).success)
        check.addIssue({ code: 'custom', path: ['email'], message: coming.emailWrong });
      if (number?.ok === false) check.addIssue({ code: 'custom', path: ['phone'], message: coming.phoneWrong });
      if (email === '' && phone === '')
        check.addIssue({ code: 'custom', path: ['email'], message: coming.contactMissing });
      tooManyChildren(ways, wishes, check);
      return { ...wishes, email: email === '' ? null : email, phone: number?.ok ? number.value : null };
    });
}

function changeIn(ways: WaysToSay) {
  return z
    .object({ ...wishesIn(ways), version: z.coerce.number().int() })
    .superRefine((wishes, check) => tooManyChildren(ways, wishes, check));
}

/** What a manager says the day offers, on the page of the plan. */
export const offerFields = ({ words, language }: WaysToSay) => {
  const { common, pitchDay } = words;
  const written = z
    .string()
    .trim()
    .max(600, say(language, common.fieldTooLong, { max: 600 }))
    .default('');
  return {
    questionMinutes: z.coerce
      .number(common.fieldNotNumber)
      .int(common.fieldNotNumber)
      .min(0, common.fieldNotNumber)
      .max(QUESTION_MINUTES_MAX, say(language, pitchDay.fieldAtMost, { max: QUESTION_MINUTES_MAX }))
      .default(0),
    places: z.coerce
      .number(common.fieldNotNumber)
      .int(common.fieldNotNumber)
      .min(1, common.fieldNotNumber)
      .max(PLACES_MAX, say(language, pitchDay.fieldAtMost, { max: PLACES_MAX }))
      .optional(),
    interpreters: z.array(z.enum(LANGUAGES)).default([]),
    childcare: written,
    food: written,
    travelMoney: written,
    closesAt: z
      .string()
      .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/, common.fieldNotDate)
      .optional(),
  };
};

/** The buttons beside a name, and those of sign-up. */
export const comingIntent = z.enum(['add', 'cancel', 'come-back', 'close', 'reopen']);

export const partyForm = z.object({ partyId: z.string().max(40) });

export const doorForm = z.object({ partyId: z.string().max(40), there: z.enum(['yes', 'no']) });
