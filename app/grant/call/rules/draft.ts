import type { Instant } from '#app/kernel/instant.ts';
import { type Currency, isMinor, type Minor } from '#app/kernel/money.ts';
import { isSlug } from './slug.ts';

export type Strand = 'social-innovation' | 'social-enterprise';
export const STRANDS: readonly Strand[] = ['social-innovation', 'social-enterprise'];

/** `lot`: a public draw that anyone can repeat. `panel-score`: the better panel score. */
export type TieRule = 'lot' | 'panel-score';
export const TIE_RULES: readonly TieRule[] = ['lot', 'panel-score'];

/** Everything a manager says about a call, apart from its questions and criteria. */
export type CallDraft = {
  readonly strand: Strand;
  /** BCP 47 tag of the language in which the texts, questions and criteria are written. */
  readonly language: string;
  readonly title: string;
  readonly slug: string;
  readonly summary: string;
  /** Paragraphs with an empty line between them. */
  readonly about: string;
  /** One point on each line, as is `support`. */
  readonly whoCanApply: string;
  readonly support: string;
  readonly themes: readonly string[];
  readonly currency: Currency;
  readonly potMinor: Minor;
  readonly awardMaxMinor: Minor;
  readonly awardsPlanned: number;
  /** IANA name, e.g. Europe/London. */
  readonly timeZone: string;
  readonly opensAt: Instant;
  readonly closesAt: Instant;
  readonly videoAllowed: boolean;
  readonly videoSecondsMax: number;
  readonly participantShareMinPercent: number;
  readonly hasPitchDay: boolean;
  readonly panelWeightPercent: number;
  readonly publicWeightPercent: number;
  readonly minimumSupportPercent: number;
  /** How many groups each voter may choose on pitch day. */
  readonly choicesMax: number;
  /** Whether voters put the groups they choose in order, best first. */
  readonly choicesRanked: boolean;
  /** How much of the pot the room shares out on pitch day, in proportion to its votes; 0 for none of it. */
  readonly roomPotMinor: Minor;
  /**
   * How many judges must score each pitch on the day: their scores are then the panel's part of the decision. 0 where
   * the sheets before the day are.
   */
  readonly judgesMin: number;
  readonly tieRule: TieRule;
  /** Only somebody with a code may start; everybody may read. */
  readonly invitationOnly: boolean;
};

export type DraftFault =
  | 'title-empty'
  | 'slug-malformed'
  | 'pot-not-positive'
  | 'award-max-not-positive'
  | 'award-max-over-pot'
  | 'awards-not-counted'
  | 'closes-before-opens'
  | 'video-length-out-of-range'
  | 'share-not-percent'
  | 'weight-not-percent'
  | 'weights-not-hundred'
  | 'vote-without-pitch-day'
  | 'support-not-percent'
  | 'choices-out-of-range'
  | 'ranked-choices-out-of-range'
  | 'ranked-with-room-pot'
  | 'ranked-without-pitch-day'
  | 'room-pot-not-amount'
  | 'room-pot-over-pot'
  | 'room-pot-without-pitch-day'
  | 'judges-out-of-range'
  | 'judges-without-pitch-day';

export const AWARDS_MAX = 1_000;
export const CHOICES_MAX = 20;
/** More places than this are too many to keep in one's head, and to choose on a phone. */
export const RANKED_CHOICES_MAX = 5;
export const JUDGES_MIN_MOST = 20;
/** Under ten seconds nobody has said anything; over ten minutes no panel of volunteers watches forty of them. */
export const VIDEO_SECONDS_LEAST = 10;
export const VIDEO_SECONDS_MOST = 600;

/**
 * Everything in a draft that could never be true, so that not even a draft may say it.
 * What is merely not written yet is for `publishing.ts`.
 *
 * @returns the field and its fault, in the order of the form; one fault per field
 */
export function draftFaults(draft: CallDraft): { field: keyof CallDraft; fault: DraftFault }[] {
  const weights = draft.panelWeightPercent + draft.publicWeightPercent;
  const checks: readonly (readonly [keyof CallDraft, DraftFault, boolean])[] = [
    ['title', 'title-empty', draft.title.trim() === ''],
    ['slug', 'slug-malformed', !isSlug(draft.slug)],
    ['potMinor', 'pot-not-positive', !isAmount(draft.potMinor)],
    ['awardMaxMinor', 'award-max-not-positive', !isAmount(draft.awardMaxMinor)],
    ['awardMaxMinor', 'award-max-over-pot', draft.awardMaxMinor > draft.potMinor],
    ['awardsPlanned', 'awards-not-counted', !isWhole(draft.awardsPlanned, 1, AWARDS_MAX)],
    ['closesAt', 'closes-before-opens', draft.closesAt <= draft.opensAt],
    [
      'videoSecondsMax',
      'video-length-out-of-range',
      !isWhole(draft.videoSecondsMax, VIDEO_SECONDS_LEAST, VIDEO_SECONDS_MOST),
    ],
    ['participantShareMinPercent', 'share-not-percent', !isPercent(draft.participantShareMinPercent)],
    ['panelWeightPercent', 'weight-not-percent', !isPercent(draft.panelWeightPercent)],
    ['publicWeightPercent', 'weight-not-percent', !isPercent(draft.publicWeightPercent)],
    ['publicWeightPercent', 'weights-not-hundred', weights !== 100],
    ['publicWeightPercent', 'vote-without-pitch-day', !draft.hasPitchDay && draft.publicWeightPercent > 0],
    ['minimumSupportPercent', 'support-not-percent', !isPercent(draft.minimumSupportPercent)],
    ['choicesMax', 'choices-out-of-range', !isWhole(draft.choicesMax, 1, CHOICES_MAX)],
    ['choicesRanked', 'ranked-without-pitch-day', draft.choicesRanked && !draft.hasPitchDay],
    [
      'choicesRanked',
      'ranked-choices-out-of-range',
      draft.choicesRanked && !isWhole(draft.choicesMax, 2, RANKED_CHOICES_MAX),
    ],
    ['choicesRanked', 'ranked-with-room-pot', draft.choicesRanked && draft.roomPotMinor > 0],
    ['roomPotMinor', 'room-pot-not-amount', draft.roomPotMinor !== 0 && !isAmount(draft.roomPotMinor)],
    ['roomPotMinor', 'room-pot-over-pot', draft.roomPotMinor > draft.potMinor],
    ['roomPotMinor', 'room-pot-without-pitch-day', !draft.hasPitchDay && draft.roomPotMinor > 0],
    ['judgesMin', 'judges-out-of-range', !isWhole(draft.judgesMin, 0, JUDGES_MIN_MOST)],
    ['judgesMin', 'judges-without-pitch-day', !draft.hasPitchDay && draft.judgesMin > 0],
  ];
  const faults = checks.filter(([, , isWrong]) => isWrong).map(([field, fault]) => ({ field, fault }));
  return faults.filter(({ field }, place) => faults.findIndex((other) => other.field === field) === place);
}

function isAmount(amount: Minor): boolean {
  return isMinor(amount) && amount > 0;
}

function isPercent(number: number): boolean {
  return isWhole(number, 0, 100);
}

function isWhole(number: number, least: number, most: number): boolean {
  return Number.isInteger(number) && number >= least && number <= most;
}
