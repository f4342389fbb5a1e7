import { LANGUAGES } from '#app/kernel/languages.ts';
import type { Minor } from '#app/kernel/money.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { MemberKind } from './composition.ts';

/** The sentences a member agrees to; another version when what they say changes. */
export const CONSENT_VERSION = '2026-11';

export const PAY_CHOICES = ['cash', 'voucher', 'none'] as const;
export type PayChoice = (typeof PAY_CHOICES)[number];

export const MINUTES_MAX = { least: 15, most: 6_000 } as const;
export const MINUTES_PER_DAY = { least: 15, most: 600 } as const;

/** What a member can read, how much time she gives, and what she needs to come. */
export type SeatTerms = {
  /** BCP 47 tags of the languages she reads well enough to judge what is written in them. */
  readonly reads: readonly string[];
  /** Altogether, and on one day. */
  readonly minutesMax: number;
  readonly minutesPerDay: number;
  readonly payChoice: PayChoice;
  readonly needsChildcare: boolean;
  readonly needsTravel: boolean;
};

/** Where she works or helps, whom she lives with, whom she is paid by: so that ties can be found. */
export type SeatLink = { readonly kind: 'organisation' | 'household' | 'sponsor'; readonly name: string };

/** All that somebody says when she takes a seat. */
export type SeatAgreement = SeatTerms & { readonly links: readonly SeatLink[] };

export const LINK_NAME_MAX = 120;
export const LINKS_MAX = 12;

/** Of a member who took her seat before terms were asked: any language, ten hours, two on one day. */
export const TERMS_UNSAID: SeatTerms = {
  reads: LANGUAGES,
  minutesMax: 600,
  minutesPerDay: 120,
  payChoice: 'none',
  needsChildcare: false,
  needsTravel: false,
};

/** How a member of this kind may be paid; "none" is always among them, and nobody is asked why. */
export function payOffered(
  kind: MemberKind,
  offer: { readonly hourlyMinor: Minor | null; readonly payChoices: readonly PayChoice[] } | null,
): readonly PayChoice[] {
  if (kind !== 'participant' || offer === null || offer.hourlyMinor === null) return ['none'];
  return PAY_CHOICES.filter((choice) => choice === 'none' || offer.payChoices.includes(choice));
}

export type TermsRefusal = 'languages-missing' | 'minutes-off-limits' | 'pay-not-offered' | 'links-off-limits';

/** Somebody who reads no language of the portal, or has no time at all, cannot be given anything to read. */
export function decideTerms(agreement: SeatAgreement, offered: readonly PayChoice[]): Outcome<'agreed', TermsRefusal> {
  const known: readonly string[] = LANGUAGES;
  if (agreement.reads.length === 0 || !agreement.reads.every((tag) => known.includes(tag)))
    return refused('languages-missing');
  if (!isWithin(agreement.minutesMax, MINUTES_MAX) || !isWithin(agreement.minutesPerDay, MINUTES_PER_DAY))
    return refused('minutes-off-limits');
  if (!offered.includes(agreement.payChoice)) return refused('pay-not-offered');
  if (
    agreement.links.length > LINKS_MAX ||
    agreement.links.some(({ name }) => name.trim() === '' || name.length > LINK_NAME_MAX)
  )
    return refused('links-off-limits');
  return done('agreed');
}

function isWithin(minutes: number, limits: { readonly least: number; readonly most: number }): boolean {
  return Number.isInteger(minutes) && minutes >= limits.least && minutes <= limits.most;
}
