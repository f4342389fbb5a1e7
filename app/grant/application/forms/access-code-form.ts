import { z } from 'zod';
import { readLocalTime } from '#app/ui/local-time.ts';
import { say } from '#app/words/say.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { CODE_PURPOSES } from '../rules/access-code.ts';

const { common, codesDesk } = wordsIn('en').words;

export const LABEL_CHARACTERS_MAX = 80;

/** A code that a manager makes; when it ends is typed on the clock of the call's zone. */
export function accessCodeForm(timeZone: string) {
  return z.object({
    codeId: z.string(),
    label: z
      .string()
      .trim()
      .max(LABEL_CHARACTERS_MAX, say('en', common.fieldTooLong, { max: LABEL_CHARACTERS_MAX }))
      .default(''),
    purpose: z.enum(CODE_PURPOSES, common.fieldNotChosen),
    expiresAt: z
      .string()
      .default('')
      .transform((typed, check) => {
        const read = readLocalTime(typed, timeZone);
        if (!read.ok) check.addIssue({ code: 'custom', message: codesDesk.expiryFaults[read.reason] });
        return read.ok ? read.value : 0;
      }),
    usesMax: z
      .string(codesDesk.faults['uses-out-of-range'])
      .trim()
      .regex(/^\d{1,4}$/, codesDesk.faults['uses-out-of-range'])
      .transform(Number),
  });
}

export const revokeForm = z.object({ codeId: z.string() });
