import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';

/** "2 minutes 30 seconds". */
export function useLength(): (seconds: number) => string {
  const { words, language } = useWords();
  return (seconds) => lengthIn(language, words.recording.minutes, seconds);
}

export function lengthIn(
  language: string,
  sentence: '{minutes, plural, =0 {} one {# minute} other {# minutes}} {seconds, plural, =0 {} one {# second} other {# seconds}}',
  seconds: number,
): string {
  const whole = Math.max(1, Math.round(seconds));
  return say(language, sentence, { minutes: Math.floor(whole / 60), seconds: whole % 60 }).trim();
}
