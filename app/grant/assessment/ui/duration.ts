import { say } from '#app/words/say.ts';
import type { WaysToSay } from '#app/words/use-words.ts';

/** What people choose from who say how much time they give altogether, in minutes. */
export const TIMES_ALTOGETHER = [60, 120, 180, 240, 300, 360, 480, 600, 720, 900, 1_200, 1_800, 2_400] as const;
/** The same for one day. */
export const TIMES_A_DAY = [30, 60, 90, 120, 180, 240, 360] as const;

/** "Two hours and 30 minutes", in the reader's language. */
export function durationInWords(
  { words, language, list }: Pick<WaysToSay, 'words' | 'language' | 'list'>,
  minutes: number,
): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return list([
    ...(hours > 0 ? [say(language, words.panelPeople.hours, { count: hours })] : []),
    ...(rest > 0 || hours === 0 ? [say(language, words.panelPeople.minutes, { count: rest })] : []),
  ]);
}

/** What one entry of hours can be. */
export const TIMES_OF_ENTRY = [15, 30, 45, 60, 75, 90, 105, 120, 150, 180, 240, 300, 360, 480] as const;

/** Noon of an ISO 8601 date, to be written in UTC: the same day for every reader. */
export function noonOf(day: string): number {
  return Date.parse(`${day}T12:00:00Z`);
}
