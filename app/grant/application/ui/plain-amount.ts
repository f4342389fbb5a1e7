import { type Currency, currencyExponent, type Minor } from '#app/kernel/money.ts';

/** An amount as people type it: no currency sign, and pence only where there are some. */
export function plainAmount(amountMinor: Minor | null, currency: Currency): string {
  if (amountMinor === null) return '';
  const exponent = currencyExponent(currency);
  const amount = amountMinor / 10 ** exponent;
  return Number.isInteger(amount) ? String(amount) : amount.toFixed(exponent);
}
