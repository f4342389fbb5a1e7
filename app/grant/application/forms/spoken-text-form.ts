import { z } from 'zod';
import { LANGUAGES } from '#app/kernel/languages.ts';
import { say } from '#app/words/say.ts';
import { inEachLanguage } from '#app/words/use-words.ts';
import { SPOKEN_TEXT_CHARACTERS_MAX } from '../rules/captions.ts';
import { SPOKEN_TEXT_KINDS } from '../rules/spoken-text.ts';

/** One of the two texts of a recording; a chosen file stands in for what was typed. */
export const spokenTextForm = inEachLanguage(({ language, words }) =>
  z.object({
    kind: z.enum(SPOKEN_TEXT_KINDS),
    mediaId: z.string().max(40).default(''),
    language: z.enum(LANGUAGES, words.common.fieldNotChosen).default('en'),
    text: z
      .string()
      .max(SPOKEN_TEXT_CHARACTERS_MAX, say(language, words.common.fieldTooLong, { max: SPOKEN_TEXT_CHARACTERS_MAX }))
      .default(''),
    revision: z.coerce.number().int().min(0).default(0),
    intent: z.enum(['save', 'approve', 'remove']).default('save'),
  }),
);

/** Captions come from programs of every age: as UTF-8, as UTF-16 with a mark, or as Windows wrote them. */
export function decodeCaptions(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
