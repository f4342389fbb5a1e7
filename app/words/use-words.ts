import { createContext, useContext } from 'react';
import type { Instant } from '#app/kernel/instant.ts';
import { directionOf, isSpoken } from '#app/kernel/languages.ts';
import { type Currency, currencyExponent, type Minor } from '#app/kernel/money.ts';
import { type Words, wordsOf } from './spoken.ts';

export type { Words };

/** The language of the page, or of this piece of it. */
export const LanguageContext = createContext<string>('en');

/** Every sentence, and the ways to write a value, in the reader's language. */
export function useWords() {
  return wordsIn(useContext(LanguageContext));
}

/** The same outside of React: letters, files, answers to a form. */
export function wordsIn(language: string): WaysToSay {
  // Somebody's letters may be in a language that the portal does not speak yet.
  const spoken = isSpoken(language) ? language : 'en';
  const known = ways.get(spoken);
  if (known !== undefined) return known;
  const made = waysToSay(spoken);
  ways.set(spoken, made);
  return made;
}

/** Something made of sentences, once for each language: the form of a page, whose refusals are in words. */
export function inEachLanguage<Made>(make: (ways: WaysToSay) => Made): (language: string) => Made {
  const made = new Map<string, Made>();
  return (language) => {
    const to = wordsIn(language);
    let known = made.get(to.language);
    if (known === undefined) {
      known = make(to);
      made.set(to.language, known);
    }
    return known;
  };
}

export type WaysToSay = ReturnType<typeof waysToSay>;

/** Every piece of a page asks for them. */
const ways = new Map<string, WaysToSay>();

function waysToSay(language: string) {
  const locale = language === 'en' ? 'en-GB' : language;
  return {
    language,
    words: wordsOf(language),
    direction: directionOf(language),
    /** Whole pounds stay whole: £3,000, but £12.50. */
    money(amount: Minor, currency: Currency): string {
      const exponent = currencyExponent(currency);
      const unit = 10 ** exponent;
      const digits = amount % unit === 0 ? 0 : exponent;
      const format = numberFormat(locale, {
        style: 'currency',
        currency,
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
        numberingSystem: 'latn',
      });
      if (language === 'en') return format.format(amount / unit);
      // Elsewhere pounds are "UK£", which falls apart among words that run from right to left.
      const parts = format.formatToParts(amount / unit);
      return parts.map(({ type, value }) => (type === 'currency' ? signOf(currency) : value)).join('');
    },
    /** For hints of fields, as people say it, with the sign they know: "British pounds (£)". */
    currencyName(currency: Currency): string {
      // The form beside a number of several: nobody types one pound.
      const several = numberFormat(locale, { style: 'currency', currency, currencyDisplay: 'name' }).formatToParts(5);
      const name = several.find(({ type }) => type === 'currency')?.value ?? currency;
      return `${name} (${signOf(currency)})`;
    },
    dateTime(at: Instant, timeZone: string): string {
      return dateFormat(locale, {
        dateStyle: 'full',
        timeStyle: 'short',
        hourCycle: 'h23',
        timeZone,
        numberingSystem: 'latn',
      }).format(at);
    },
    /** With the zone's name, for closing times and other moments that bind. */
    deadline(at: Instant, timeZone: string): string {
      return dateFormat(locale, {
        weekday: 'long',
        day: 'numeric',
        month: 'long',
        year: 'numeric',
        hour: 'numeric',
        minute: '2-digit',
        hourCycle: 'h23',
        // "GMT" is what clocks here say; elsewhere it would be a formula, and the name of the place is plain.
        timeZoneName: language === 'en' ? 'short' : 'shortGeneric',
        timeZone,
        numberingSystem: 'latn',
      }).format(at);
    },
    date(at: Instant, timeZone: string): string {
      return dateFormat(locale, { dateStyle: 'long', timeZone, numberingSystem: 'latn' }).format(at);
    },
    /** A whole month; its first moment is to be one of the zone. */
    month(at: Instant, timeZone: string): string {
      return dateFormat(locale, { month: 'long', year: 'numeric', timeZone, numberingSystem: 'latn' }).format(at);
    },
    /** For a column of dates. */
    shortDate(at: Instant, timeZone: string): string {
      return dateFormat(locale, { dateStyle: 'medium', timeZone, numberingSystem: 'latn' }).format(at);
    },
    time(at: Instant, timeZone: string): string {
      return dateFormat(locale, { timeStyle: 'short', hourCycle: 'h23', timeZone, numberingSystem: 'latn' }).format(at);
    },
    /** For waits of a minute. */
    timeWithSeconds(at: Instant, timeZone: string): string {
      return dateFormat(locale, { timeStyle: 'medium', hourCycle: 'h23', timeZone, numberingSystem: 'latn' }).format(
        at,
      );
    },
    number(value: number, digits = 0): string {
      return numberFormat(locale, {
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
        numberingSystem: 'latn',
      }).format(value);
    },
    list(items: readonly string[], joinedBy: 'and' | 'or' = 'and'): string {
      const type = joinedBy === 'and' ? 'conjunction' : 'disjunction';
      return new Intl.ListFormat(locale, { type }).format(items);
    },
  };
}

/** As on forms and on money: £, zł, KWD. */
function signOf(currency: Currency): string {
  const format = numberFormat('en', { style: 'currency', currency, currencyDisplay: 'narrowSymbol' });
  return format.formatToParts(0).find(({ type }) => type === 'currency')?.value ?? currency;
}

/** Making a formatter costs a hundred times what using it does, and a page writes dozens of values. */
const numberFormat = kept(
  (locale: string, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options),
);
const dateFormat = kept(
  (locale: string, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options),
);

/** As many as there are languages, currencies, zones and ways to write: a few hundred at most. */
function kept<Options, Format>(make: (locale: string, options: Options) => Format) {
  const formats = new Map<string, Format>();
  return (locale: string, options: Options): Format => {
    const key = `${locale} ${JSON.stringify(options)}`;
    let format = formats.get(key);
    if (format === undefined) {
      format = make(locale, options);
      formats.set(key, format);
    }
    return format;
  };
}
