import { z } from 'zod';
import { readLocalTime } from '#app/ui/local-time.ts';
import { say } from '#app/words/say.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { REOPENABLE_DETAILS, REOPENING_REASON_MAX } from '../rules/reopening.ts';

const { common, reopeningDesk } = wordsIn('en').words;

/** What a manager reopens; until when is typed on the clock of the call's zone. */
export function reopeningForm(timeZone: string) {
  return z.object({
    // A part is opened once, however often a browser names it.
    details: z
      .array(z.enum(REOPENABLE_DETAILS))
      .default([])
      .transform((chosen) => [...new Set(chosen)]),
    questions: z.array(z.string()).default([]),
    reason: z
      .string()
      .trim()
      .max(REOPENING_REASON_MAX, say('en', common.fieldTooLong, { max: REOPENING_REASON_MAX }))
      .default(''),
    untilAt: z
      .string()
      .default('')
      .transform((typed, check) => {
        const read = readLocalTime(typed, timeZone);
        if (!read.ok) check.addIssue({ code: 'custom', message: reopeningDesk.untilFaults[read.reason] });
        return read.ok ? read.value : 0;
      }),
  });
}
