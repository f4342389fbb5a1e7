import type { Placeholder } from './say.ts';

/** The same names and the same lists as in English, with any sentences in them. */
type Shape<English> = English extends string ? string : { readonly [Name in keyof English]: Shape<English[Name]> };

type IsSame<One, Other> = [One] extends [Other] ? ([Other] extends [One] ? true : false) : false;

/** What a translation must be to compile: where it is not, the type says in words what is wrong. */
type Checked<English, Translated> = Translated extends string
  ? English extends string
    ? IsSame<Placeholder<English>, Placeholder<Translated>> extends true
      ? Translated
      : `This sentence needs exactly: ${Placeholder<English>}`
    : never
  : {
      readonly [Name in keyof Translated]: Name extends keyof English
        ? Checked<English[Name], Translated[Name]>
        : 'English has no such sentence';
    };

/**
 * A part of the words in another language. It does not compile with a sentence missing or too many, or with a value
 * that English does not ask for, or does.
 */
export function translationOf<English>() {
  return <const Translated extends Shape<English>>(words: Translated & Checked<English, Translated>): Translated =>
    words;
}
