import { say } from '#app/words/say.ts';
import type { Words } from '#app/words/use-words.ts';

/** A percentage as people say it where there is a word for it: 33 is "one third". */
export function shareInWords(words: Words, language: string, percent: number): string {
  const named: Readonly<Record<number, string>> = words.call.shares;
  return named[percent] ?? say(language, words.call.percent, { percent });
}

/** A length of time as people say it: 180 seconds are "3 minutes". */
export function lengthInWords(words: Words, language: string, seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const rest = seconds % 60;
  if (minutes === 0) return say(language, words.call.seconds, { count: rest });
  if (rest === 0) return say(language, words.call.minutes, { count: minutes });
  return say(language, words.call.minutesAndSeconds, { minutes, seconds: rest });
}
