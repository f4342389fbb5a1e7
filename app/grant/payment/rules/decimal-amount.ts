import { type Currency, currencyExponent, type Minor } from '#app/kernel/money.ts';

/** Minor units as banks write them in files: 90000 pence are "900.00"; never a thousands separator or an exponent. */
export function decimalAmount(amountMinor: Minor, currency: Currency): string {
  const exponent = currencyExponent(currency);
  const digits = String(Math.abs(amountMinor)).padStart(exponent + 1, '0');
  const whole = digits.slice(0, digits.length - exponent);
  const sign = amountMinor < 0 ? '-' : '';
  return exponent === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(-exponent)}`;
}
