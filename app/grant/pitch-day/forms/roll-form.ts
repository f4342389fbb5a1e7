import { z } from 'zod';
import { say } from '#app/words/say.ts';
import { wordsIn } from '#app/words/use-words.ts';

const { common, rollDesk } = wordsIn('en').words;

/** Five thousand addresses with names. */
const PASTED_MAX = 1_000_000;

export const remoteChoiceForm = z.object({
  choice: z.enum(['nobody', 'pass', 'pass-or-code'], common.fieldNotChosen),
});

export const rollForm = z.object({
  people: z
    .string(rollDesk.refusals['nothing-pasted'])
    .min(1, rollDesk.refusals['nothing-pasted'])
    .max(PASTED_MAX, say('en', common.fieldTooLong, { max: PASTED_MAX })),
});

export const voterForm = z.object({ entryId: z.string(common.fieldMissing).max(40) });

/** What a device sends to have a pass signed. */
export const passForm = z.object({ code: z.string().max(64), blinded: z.string().regex(/^[0-9a-f]{512}$/) });
