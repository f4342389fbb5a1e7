import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import { type CaptionsFault, captionsFrom, cuesOf, SPOKEN_TEXT_CHARACTERS_MAX } from './captions.ts';

/** What is said in a recording, in writing: with times, or as plain text. */
export const SPOKEN_TEXT_KINDS = ['captions', 'transcript'] as const;
export type SpokenTextKind = (typeof SPOKEN_TEXT_KINDS)[number];

/**
 * What is kept of a text that was typed or uploaded; empty for none. Captions are written anew, a transcript may be
 * captions too: then only what is said is kept of them.
 */
export function spokenTextFrom(kind: SpokenTextKind, typed: string): Outcome<string, CaptionsFault> {
  const text = typed.replace(/\r\n?/g, '\n').trim();
  if (text === '') return done('');
  if (kind === 'captions') return captionsFrom(text);
  if (text.length > SPOKEN_TEXT_CHARACTERS_MAX) return refused('text-too-long');
  const captions = text.includes('-->') ? captionsFrom(text) : null;
  return done(
    captions?.ok
      ? cuesOf(captions.value)
          .map((cue) => cue.text)
          .join('\n')
      : text,
  );
}
