import { z } from 'zod';
import { say } from '#app/words/say.ts';
import { inEachLanguage, type WaysToSay } from '#app/words/use-words.ts';
import { CONTACT_NOTE_MAX, PUBLIC_NAME_MAX } from '../rules/hidden-from.ts';

const line = ({ language, words }: WaysToSay, max: number) =>
  z
    .string()
    .trim()
    .max(max, say(language, words.common.fieldTooLong, { max }))
    .default('');

export const safetyForm = inEachLanguage((ways) =>
  z.object({
    publicName: line(ways, PUBLIC_NAME_MAX),
    contactWay: z.enum(['either', 'write', 'phone'], ways.words.common.fieldNotChosen),
    contactNote: line(ways, CONTACT_NOTE_MAX),
    neutralSubject: z
      .literal('on')
      .optional()
      .transform((tick) => tick === 'on'),
    revision: z.coerce.number().int().min(0).max(1_000_000).default(0),
  }),
);

export const hiddenForm = inEachLanguage(({ language, words: { common, safety } }) =>
  z.object({
    kind: z.enum(['person', 'organisation']).default('person'),
    name: z
      .string(safety.faults['name-missing'])
      .trim()
      .min(1, safety.faults['name-missing'])
      .max(200, say(language, common.fieldTooLong, { max: 200 })),
    email: z
      .email(common.fieldNotEmail)
      .trim()
      .max(254, say(language, common.fieldTooLong, { max: 254 }))
      .optional(),
  }),
);
