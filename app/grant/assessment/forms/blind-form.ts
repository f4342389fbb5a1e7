import { z } from 'zod';
import { wordsIn } from '#app/words/use-words.ts';

/** As long as the longest text that somebody may have written or said. */
const BLIND_CHARACTERS_MAX = 40_000;

/** The name of the field for a part of an application. */
export const blindField = (part: string) => `text-${part}`;

/** What members read of each part while names are hidden; a part that was not sent stays as it is. */
export function blindForm(parts: readonly { readonly part: string }[]) {
  const field = z.string().max(BLIND_CHARACTERS_MAX, wordsIn('en').words.panelPhasesDesk.blindTooLong).optional();
  return z
    .object(Object.fromEntries(parts.map(({ part }) => [blindField(part), field])))
    .transform((posted): Record<string, string> => {
      const texts: Readonly<Record<string, string | undefined>> = posted;
      // A field that somebody emptied is not sent with a value: it is there all the same.
      return Object.fromEntries(parts.map(({ part }) => [part, texts[blindField(part)] ?? '']));
    });
}
