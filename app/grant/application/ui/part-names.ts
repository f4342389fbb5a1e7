import { useWords, wordsIn } from '#app/words/use-words.ts';
import type { ReopenedDetail } from '../rules/reopening.ts';

/** What a detail is called to those who read it; outside of React, in a language that is named. */
export function detailNameIn(language: string, detail: ReopenedDetail): string {
  const { whole } = wordsIn(language).words.application;
  return detail === 'amountMinor' ? whole.amount : whole[detail];
}

export function useDetailName(): (detail: ReopenedDetail) => string {
  const { language } = useWords();
  return (detail) => detailNameIn(language, detail);
}
