import { plainDigits } from './digits.ts';
import { invariant } from './invariant.ts';

/** Whole minor units of a currency (pence, cents). Formatting belongs to the view. */
export type Minor = number;

/** ISO 4217 code. */
export type Currency = 'GBP' | 'EUR' | 'USD' | 'PLN' | 'CHF' | 'JPY' | 'KWD';

/** Digits after the decimal point. Source: ISO 4217. */
const EXPONENTS: Record<Currency, number> = { GBP: 2, EUR: 2, USD: 2, PLN: 2, CHF: 2, JPY: 0, KWD: 3 };

export const CURRENCIES = Object.keys(EXPONENTS) as readonly Currency[];

/** Above this a sum is a typing error, and sums of such sums still fit a double exactly. */
export const MINOR_MAX: Minor = 1_000_000_000_000;

export function currencyExponent(currency: Currency): number {
  return EXPONENTS[currency];
}

export function isCurrency(text: string): text is Currency {
  return Object.hasOwn(EXPONENTS, text);
}

export function isMinor(amount: number): boolean {
  return Number.isSafeInteger(amount) && Math.abs(amount) <= MINOR_MAX;
}

/**
 * Reads an amount as a person types it: "3,000", "£3 000.50", "3000", "٣٠٠٠".
 *
 * @returns minor units, or null when it is not an amount in this currency
 */
export function parseMinor(text: string, currency: Currency): Minor | null {
  const exponent = currencyExponent(currency);
  const bare = plainDigits(text).replace(/[\s,\u00a0\u202f£€$]/g, '');
  const pattern = exponent === 0 ? /^(\d{1,12})$/ : new RegExp(`^(\\d{1,12})(?:\\.(\\d{1,${exponent}}))?$`);
  const match = pattern.exec(bare);
  if (match === null) return null;
  const fraction = (match[2] ?? '').padEnd(exponent, '0');
  const amount = Number(`${match[1]}${fraction}`);
  return isMinor(amount) ? amount : null;
}

/**
 * Reads an amount as files write it: "900.00", "900.5", "900"; zeros beyond the currency's digits are allowed.
 *
 * @param point  what stands before the fraction
 * @returns minor units, not negative; null when it is no amount in this currency
 */
export function parseDecimal(text: string, currency: Currency, point: '.' | ',' = '.'): Minor | null {
  const exponent = currencyExponent(currency);
  const [whole = '', fraction = '', ...rest] = text.trim().split(point);
  if (rest.length > 0 || !/^\d{1,13}$/.test(whole) || !/^\d*$/.test(fraction)) return null;
  if (/[1-9]/.test(fraction.slice(exponent))) return null;
  const amount = Number(`${whole}${fraction.slice(0, exponent).padEnd(exponent, '0')}`);
  return isMinor(amount) ? amount : null;
}

/** Minor units as files write them: 90000 pence are "900.00"; never a thousands separator or an exponent. */
export function decimalAmount(amountMinor: Minor, currency: Currency): string {
  const exponent = currencyExponent(currency);
  const digits = String(Math.abs(amountMinor)).padStart(exponent + 1, '0');
  const whole = digits.slice(0, digits.length - exponent);
  const sign = amountMinor < 0 ? '-' : '';
  return exponent === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(-exponent)}`;
}

/** Adds amounts and refuses to leave the range in which doubles are exact. */
export function sumMinor(amounts: readonly Minor[]): Minor {
  const sum = amounts.reduce((total, amount) => total + amount, 0);
  invariant(Number.isSafeInteger(sum), 'a sum of money must be a whole number that a double can hold');
  return sum;
}
