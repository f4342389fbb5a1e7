import { type Currency, currencyExponent, type Minor } from '#app/kernel/money.ts';
import { wordsIn } from '#app/words/use-words.ts';

/** An amount as a person would type it into a field: "2,500", or "2,500.50". */
export function typedAmount(amount: Minor, currency: Currency): string {
  const exponent = currencyExponent(currency);
  const unit = 10 ** exponent;
  return wordsIn('en').number(amount / unit, amount % unit === 0 ? 0 : exponent);
}
