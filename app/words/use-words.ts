import { createContext, useContext } from 'react';
import type { Instant } from '#app/kernel/instant.ts';
import { type Currency, currencyExponent, type Minor } from '#app/kernel/money.ts';
import { en } from './en/index.ts';

export type Words = typeof en;

/** The language of the page. English is the source; other languages arrive as folders beside it. */
export const LanguageContext = createContext<string>('en');

/** Every sentence, and the ways to write a value, in the reader's language. */
export function useWords() {
  return wordsIn(useContext(LanguageContext));
}

/** The same outside of React: letters, files, answers to a form. */
export function wordsIn(language: string) {
  const locale = language === 'en' ? 'en-GB' : language;
  return {
    language,
    words: en,
    /** Whole pounds stay whole: £3,000, but £12.50. */
    money(amount: Minor, currency: Currency): string {
      const exponent = currencyExponent(currency);
      const unit = 10 ** exponent;
      const digits = amount % unit === 0 ? 0 : exponent;
      return new Intl.NumberFormat(locale, {
        style: 'currency',
        currency,
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
        numberingSystem: 'latn',
      }).format(amount / unit);
    },
    dateTime(at: Instant, timeZone: string): string {
      return new Intl.DateTimeFormat(locale, {
        dateStyle: 'full',
        timeStyle: 'short',
        timeZone,
        numberingSystem: 'latn',
      }).format(at);
    },
    /** With the zone's name, for closing times and other moments that bind. */
    deadline(at: Instant, timeZone: string): string {
      return new Intl.DateTimeFormat(locale, {
        weekday: 'long',
        day: 'numeric',
        month: 'long',
        year: 'numeric',
        hour: 'numeric',
        minute: '2-digit',
        timeZoneName: 'short',
        timeZone,
        numberingSystem: 'latn',
      }).format(at);
    },
    date(at: Instant, timeZone: string): string {
      return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone, numberingSystem: 'latn' }).format(at);
    },
    time(at: Instant, timeZone: string): string {
      return new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone, numberingSystem: 'latn' }).format(at);
    },
    /** For waits of a minute. */
    timeWithSeconds(at: Instant, timeZone: string): string {
      return new Intl.DateTimeFormat(locale, { timeStyle: 'medium', timeZone, numberingSystem: 'latn' }).format(at);
    },
    number(value: number, digits = 0): string {
      return new Intl.NumberFormat(locale, {
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
        numberingSystem: 'latn',
      }).format(value);
    },
    list(items: readonly string[]): string {
      return new Intl.ListFormat(locale, { type: 'conjunction' }).format(items);
    },
  };
}
