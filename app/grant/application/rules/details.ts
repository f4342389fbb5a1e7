import type { Minor } from '#app/kernel/money.ts';

/** What an application is about, apart from its answers. Empty until somebody writes it. */
export type Details = {
  readonly title: string;
  readonly oneLine: string;
  readonly groupName: string;
  readonly theme: string;
  readonly city: string;
  readonly amountMinor: Minor | null;
  /** BCP 47 tag of the language the answers are written or spoken in. */
  readonly language: string;
};

export type DetailName = keyof Details;

export const NO_DETAILS: Details = {
  title: '',
  oneLine: '',
  groupName: '',
  theme: '',
  city: '',
  amountMinor: null,
  language: 'en',
};

/** The details and nothing else of what carries them. */
export function detailsOf(carrier: Details): Details {
  const { title, oneLine, groupName, theme, city, amountMinor, language } = carrier;
  return { title, oneLine, groupName, theme, city, amountMinor, language };
}

/** In characters: what still fits a ballot sheet, a stage screen and a letter. */
export const DETAIL_LENGTHS_MAX = { title: 100, oneLine: 200, groupName: 100, city: 80 } as const;

/** What a call says of the details it asks for: where it has no themes, nobody is asked for one. */
export type DetailTerms = { readonly themes: readonly string[] };

/** The details somebody still has to give before submitting, in the order of the form. */
export function missingDetails(details: Details, { themes }: DetailTerms): DetailName[] {
  const names = ['groupName', 'title', 'oneLine', 'theme', 'city', 'amountMinor', 'language'] as const;
  const asked = themes.length === 0 ? names.filter((name) => name !== 'theme') : names;
  return asked.filter((name) => details[name] === null || details[name] === '');
}
