import { z } from 'zod';
import { say } from '#app/words/say.ts';
import { inEachLanguage } from '#app/words/use-words.ts';

/** A ballot without scripts: first looked at, then cast. */
export const ballotForms = inEachLanguage(({ words, language }) => {
  const { common } = words;
  const text = (charactersMax: number) =>
    z
      .string(common.fieldMissing)
      .trim()
      .min(1, common.fieldMissing)
      .max(charactersMax, say(language, common.fieldTooLong, { max: charactersMax }));
  const choice = z
    // A place that was left empty in an order arrives as nothing, and the next one moves up.
    .union([z.string(), z.array(z.string().optional())])
    .optional()
    .transform((chosen) => [chosen ?? []].flat().flatMap((one) => (one === undefined ? [] : Number(one))))
    // No form of ours sends anything else.
    .refine((chosen) => chosen.every((place) => Number.isSafeInteger(place) && place >= 1), common.fieldNotChosen);
  return {
    looked: z.object({ token: text(64), choice, order: z.string().max(4000).optional() }),
    confirmed: z.object({
      token: text(64),
      choice,
      serverRandom: z.string(common.fieldMissing).regex(/^[0-9a-f]{32}$/),
      firstWord: text(40),
      secondWord: text(40),
    }),
  };
});
