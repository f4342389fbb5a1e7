import { z } from 'zod';
import { say } from '#app/words/say.ts';
import { inEachLanguage, wordsIn } from '#app/words/use-words.ts';
import { HOURS_ANSWER_MAX, HOURS_KINDS, HOURS_NOTE_MAX } from '../rules/hours.ts';

/** Time that a member writes down. */
export const hoursForm = inEachLanguage(({ words, language }) => {
  const text = words.panelHours;
  return z.object({
    hoursId: z.string().min(1).max(40),
    day: z.iso.date(text.dayMissing),
    kind: z.enum(HOURS_KINDS, text.kindMissing),
    minutes: z
      .string(text.refusals['minutes-off-limits'])
      .regex(/^\d{1,3}$/, text.refusals['minutes-off-limits'])
      .transform(Number),
    note: z
      .string()
      .trim()
      .max(HOURS_NOTE_MAX, say(language, words.common.fieldTooLong, { max: HOURS_NOTE_MAX }))
      .default(''),
  });
});

const { common, panelHoursDesk: desk } = wordsIn('en').words;

/** Why an entry is not accepted. */
export const refuseHoursForm = z.object({
  hoursId: z.string().default(''),
  reason: z
    .string(desk.reasonMissing)
    .trim()
    .min(1, desk.reasonMissing)
    .max(HOURS_ANSWER_MAX, say('en', common.fieldTooLong, { max: HOURS_ANSWER_MAX })),
});
