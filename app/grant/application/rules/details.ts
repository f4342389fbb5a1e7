import type { Minor } from '#app/kernel/money.ts';

/** Who would hold the money: empty until somebody says it, and nobody has to. */
export const MONEY_HOLDERS = ['ourselves', 'host', 'unknown'] as const;
export type MoneyHolder = (typeof MONEY_HOLDERS)[number] | '';

/** Whether a text that was kept says who would hold the money. */
export function isMoneyHolder(text: string): text is Exclude<MoneyHolder, ''> {
  return MONEY_HOLDERS.some((holder) => holder === text);
}

/** What an application is about, apart from its answers. Empty until somebody writes it. */
export type Details = {
  readonly title: string;
  readonly oneLine: string;
  readonly groupName: string;
  readonly theme: string;
  readonly city: string;
  readonly amountMinor: Minor | null;
  readonly moneyHolder: MoneyHolder;
  /** The organisation that would hold it; empty unless one would. */
  readonly hostName: string;
  /** BCP 47 tag of the language the answers are written or spoken in. */
  readonly language: string;
};

export type DetailName = keyof Details;

/** What has to be there before sending. */
export type NeededDetail = Exclude<DetailName, 'moneyHolder' | 'hostName'>;

export const NO_DETAILS: Details = {
  title: '',
  oneLine: '',
  groupName: '',
  theme: '',
  city: '',
  amountMinor: null,
  moneyHolder: '',
  hostName: '',
  language: 'en',
};

/** The details and nothing else of what carries them. */
export function detailsOf(carrier: Details): Details {
  const { title, oneLine, groupName, theme, city, amountMinor, moneyHolder, hostName, language } = carrier;
  return { title, oneLine, groupName, theme, city, amountMinor, moneyHolder, hostName, language };
}

/** In characters: what still fits a ballot sheet, a stage screen and a letter. */
export const DETAIL_LENGTHS_MAX = { title: 100, oneLine: 200, groupName: 100, city: 80, hostName: 100 } as const;

/** What a call says of the details it asks for: where it has no themes, nobody is asked for one. */
export type DetailTerms = { readonly themes: readonly string[] };

/** The details somebody still has to give before submitting, in the order of the form. */
export function missingDetails(details: Details, { themes }: DetailTerms): NeededDetail[] {
  const names = ['groupName', 'title', 'oneLine', 'theme', 'city', 'amountMinor', 'language'] as const;
  const asked = themes.length === 0 ? names.filter((name) => name !== 'theme') : names;
  return asked.filter((name) => details[name] === null || details[name] === '');
}

/**
 * Who would hold the money, as it is kept: a name says by itself that an organisation would, and one that would not
 * hold it is not kept.
 */
export function heldBy(moneyHolder: MoneyHolder, hostName: string): Pick<Details, 'moneyHolder' | 'hostName'> {
  if (moneyHolder === '' && hostName !== '') return { moneyHolder: 'host', hostName };
  return { moneyHolder, hostName: moneyHolder === 'host' ? hostName : '' };
}
