import { type Currency, decimalAmount, type Minor } from '#app/kernel/money.ts';

/** An amount as people type it: no currency sign, and pence only where there are some. */
export function plainAmount(amountMinor: Minor | null, currency: Currency): string {
  return amountMinor === null ? '' : decimalAmount(amountMinor, currency).replace(/\.0+$/, '');
}
