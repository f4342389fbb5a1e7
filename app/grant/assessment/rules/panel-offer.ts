import type { Instant } from '#app/kernel/instant.ts';
import type { Minor } from '#app/kernel/money.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { MemberState } from './composition.ts';
import type { PanelState } from './panel-state.ts';
import { decideTerms, type PayChoice, type SeatTerms, TERMS_UNSAID, type TermsRefusal } from './seat-terms.ts';

/** What a panel asks of its participants, and what they get for it. */
export type PanelOffer = {
  /** Whether anybody may put their name down. */
  readonly isRecruiting: boolean;
  /** Reading, practice and meetings together. */
  readonly minutesAsked: number;
  /** For an hour, in the currency of the call; null where nothing is paid. */
  readonly hourlyMinor: Minor | null;
  readonly payChoices: readonly PayChoice[];
  readonly childcare: string;
  readonly travel: string;
  readonly access: string;
  /** Noon of the first and of the last day, in the time zone of the call: no clock skips it. */
  readonly termFrom: Instant;
  readonly termUntil: Instant;
};

export const MINUTES_ASKED = { least: 30, most: 6_000 } as const;
export const OFFER_TEXT_MAX = 600;

export type OfferRefusal = 'panel-closed' | 'minutes-off-limits' | 'pay-choices-missing' | 'term-turned-round';

/** An offer may change while the panel is at work: what was agreed to stays as each member said it. */
export function decideOffer(panel: PanelState, offer: PanelOffer): Outcome<'saved', OfferRefusal> {
  if (panel === 'closed') return refused('panel-closed');
  const { minutesAsked, hourlyMinor, payChoices } = offer;
  if (!Number.isInteger(minutesAsked) || minutesAsked < MINUTES_ASKED.least || minutesAsked > MINUTES_ASKED.most)
    return refused('minutes-off-limits');
  if (hourlyMinor !== null && !payChoices.some((choice) => choice !== 'none')) return refused('pay-choices-missing');
  if (offer.termUntil <= offer.termFrom) return refused('term-turned-round');
  return done('saved');
}

/** Names are taken until scoring opens: whoever comes later is asked by the office. */
export function takesNames(panel: PanelState): boolean {
  return panel === 'preparing';
}

/** Whether anybody may put their name down now. */
export function isLooking(offer: { readonly isRecruiting: boolean } | null, panel: PanelState): boolean {
  return offer?.isRecruiting === true && takesNames(panel);
}

export type InterestState = 'waiting' | 'invited' | 'turned-down';

/** What somebody says who would like to sit on a panel. */
export type Interest = Pick<SeatTerms, 'reads' | 'minutesMax' | 'payChoice' | 'needsChildcare' | 'needsTravel'> & {
  readonly about: string;
};

export const ABOUT_MAX = 1_000;

export type InterestRefusal = 'not-looking' | 'runs-the-panel' | 'already-on-panel' | 'turned-down' | TermsRefusal;

/** Somebody puts their name down, or changes what they said while nobody has answered. */
export function decideInterest(
  facts: {
    readonly isLooking: boolean;
    readonly isManager: boolean;
    readonly seat: MemberState | null;
    readonly before: InterestState | null;
    readonly payOffered: readonly PayChoice[];
  },
  interest: Interest,
): Outcome<'waiting', InterestRefusal> {
  if (!facts.isLooking) return refused('not-looking');
  if (facts.isManager) return refused('runs-the-panel');
  if (facts.seat === 'invited' || facts.seat === 'accepted') return refused('already-on-panel');
  if (facts.before === 'turned-down') return refused('turned-down');
  const { minutesPerDay } = TERMS_UNSAID;
  const terms = decideTerms({ ...interest, minutesPerDay, links: [] }, facts.payOffered);
  return terms.ok ? done('waiting') : terms;
}
