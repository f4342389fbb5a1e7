import type { Currency } from '#app/kernel/money.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { isMoneyHolder } from '../rules/details.ts';
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

/** What was written for a detail, as it is read: an amount as money, a choice in words. */
export function useDetailText(currency: Currency): (detail: ReopenedDetail, text: string) => string {
  const { words, money } = useWords();
  return (detail, text) => {
    if (detail === 'amountMinor') return text === '' ? '' : money(Number(text), currency);
    return detail === 'moneyHolder' && isMoneyHolder(text) ? words.moneyHolder.choices[text] : text;
  };
}
