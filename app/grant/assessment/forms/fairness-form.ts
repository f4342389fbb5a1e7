import { z } from 'zod';
import { say } from '#app/words/say.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { RESPONSE_MAX } from '../rules/answering-fairness.ts';

const { language, words } = wordsIn('en');
const { panelFairness } = words;

/** What the chair makes of the figures, and the fingerprint of the scores that they were of. */
export const fairnessForm = z.object({
  response: z
    .string(panelFairness.responseMissing)
    .trim()
    .min(1, panelFairness.responseMissing)
    .max(RESPONSE_MAX, say(language, panelFairness.refusals['too-long'], { max: RESPONSE_MAX })),
  seenHash: z.string().regex(/^[0-9a-f]{64}$/),
});
