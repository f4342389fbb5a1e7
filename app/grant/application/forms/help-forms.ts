import { z } from 'zod';
import { LANGUAGES } from '#app/kernel/languages.ts';
import { readLocalTime } from '#app/ui/local-time.ts';
import { say } from '#app/words/say.ts';
import { inEachLanguage, wordsIn } from '#app/words/use-words.ts';
import { HELP_MINUTES_MOST } from '../rules/help-log.ts';
import { MEETING_WAYS } from '../rules/one-to-one.ts';
import { CONSENT_MEANS, FOR_NAME_CHARACTERS_MAX } from '../rules/staff-entry.ts';

const { common, helpDesk: desk, codesDesk } = wordsIn('en').words;

/** Far above any limit of words, far below what could hurt: what is typed comes back whole. */
const TEXT_CHARACTERS_MAX = 10_000;

const textIn = inEachLanguage(({ words, language }) =>
  z
    .string()
    .max(TEXT_CHARACTERS_MAX, say(language, words.common.fieldTooLong, { max: TEXT_CHARACTERS_MAX }))
    .default(''),
);

const lineIn = inEachLanguage(
  ({ words, language }) =>
    (max: number) =>
      z
        .string()
        .trim()
        .max(max, say(language, words.common.fieldTooLong, { max }))
        .default(''),
);

/** Those of the staff's desk. */
const text = textIn('en');
const line = lineIn('en');

/** How long something took, for the log; nothing typed is no minutes. */
const minutes = z
  .string()
  .trim()
  .default('')
  .refine((typed) => typed === '' || (/^\d{1,3}$/.test(typed) && isMinutes(Number(typed))), desk.minutesFault)
  .transform((typed) => (typed === '' ? null : Number(typed)));

function isMinutes(count: number): boolean {
  return count >= 1 && count <= HELP_MINUTES_MOST;
}

export const askForm = inEachLanguage(({ language }) =>
  z.object({ id: z.string(), about: z.string().default(''), question: textIn(language) }),
);

export const answerQuestionForm = z.object({ answer: text, minutes });

export const publishReplyForm = z.object({ publicQuestion: text, publicAnswer: text });

export const bookForm = inEachLanguage(({ language }) =>
  z.object({ slot: z.string().default(''), phone: lineIn(language)(40) }),
);

export const cancelForm = z.object({ bookingId: z.string() });

export const readingForm = z.object({ id: z.string().default(''), consent: z.literal('on').optional() });

export const minutesForm = z.object({ minutes });

/** A time that is offered; when it begins is typed on the clock of the call's zone. */
export function slotForm(timeZone: string) {
  return z.object({
    slotId: z.string(),
    startsAt: z
      .string()
      .default('')
      .transform((typed, check) => {
        const read = readLocalTime(typed, timeZone);
        if (!read.ok) check.addIssue({ code: 'custom', message: codesDesk.expiryFaults[read.reason] });
        return read.ok ? read.value : 0;
      }),
    minutes: z
      .string(desk.slotFaults['minutes-out-of-range'])
      .trim()
      .regex(/^\d{1,3}$/, desk.slotFaults['minutes-out-of-range'])
      .transform(Number),
    way: z.enum(MEETING_WAYS, common.fieldNotChosen),
    place: text,
    language: z.enum(LANGUAGES, common.fieldNotChosen),
    interpreter: z.literal('on').optional(),
  });
}

export const slotButtonForm = z.object({ slotId: z.string().default(''), bookingId: z.string().default('') });

export const enterForm = z.object({
  entryId: z.string(),
  forName: line(FOR_NAME_CHARACTERS_MAX),
  email: z.union([z.literal(''), z.email(common.fieldNotEmail)], common.fieldNotEmail).default(''),
  phone: line(40),
  language: z.enum(LANGUAGES, common.fieldNotChosen),
  means: z.enum(CONSENT_MEANS, common.fieldNotChosen),
  consent: z.literal('on').optional(),
});

/** When the words that were read had been saved; of a form that does not say, never. */
const savedAt = z
  .string()
  .default('')
  .transform((sent) => (/^\d{1,15}$/.test(sent) ? Number(sent) : 0));

export const confirmForm = z.object({ savedAt });

export const readBackForm = z.object({ readBack: z.literal('on').optional(), savedAt });

/** The reason is judged by the rule, so that one that is too long comes back whole. */
export const takeBackEntryForm = z.object({ reason: z.string().max(5_000).default('') });

export const newCodeForm = z.object({ codeId: z.string().default('') });

export const claimForm = inEachLanguage(({ language }) => z.object({ entryCode: lineIn(language)(60) }));
