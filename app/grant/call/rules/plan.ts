import type { Id } from '#app/kernel/id.ts';
import { DAY, type Instant } from '#app/kernel/instant.ts';
import type { Window } from './window.ts';

/** What a round has besides its opening and closing, in the order in which it usually happens. */
export const DATE_KINDS = [
  'information-session',
  'draft-feedback',
  'questions-close',
  'eligibility-check',
  'panel-meeting',
  'pitch-day',
  'decisions',
  'feedback-release',
] as const;
export type DateKind = (typeof DATE_KINDS)[number];

/** Opening and closing stand in the facts of the call: a plan repeats them and never writes them. */
export type MilestoneKind = DateKind | 'opens' | 'closes';

export type DateDraft = {
  readonly kind: DateKind;
  readonly startsAt: Instant;
  readonly endsAt: Instant | null;
  /** An address, or a link; empty where nobody has to come. */
  readonly place: string;
};
export type CallDate = DateDraft & { readonly id: Id };

/** What the facts of a call say about its dates. */
export type PlannedCall = Window & { readonly hasPitchDay: boolean };

/** Kinds that may be on a plan more than once. */
export function mayRepeat(kind: DateKind): boolean {
  return kind === 'information-session' || kind === 'panel-meeting';
}

/** Kinds that last; all others are one moment, such as a deadline. */
export function mayLast(kind: DateKind): boolean {
  return kind === 'information-session' || kind === 'panel-meeting' || kind === 'pitch-day';
}

/** Kinds that the public may come to. Where a panel meets is told to its members alone. */
export function hasPlace(kind: DateKind): boolean {
  return kind === 'information-session' || kind === 'pitch-day';
}

/** The date with everything that its kind does not use emptied, so that nothing hidden is published. */
export function tidiedDate<Draft extends DateDraft>(date: Draft): Draft {
  return {
    ...date,
    endsAt: mayLast(date.kind) ? date.endsAt : null,
    place: hasPlace(date.kind) ? date.place.trim() : '',
  };
}

/** Dates as they happen; two at the same moment in the order of their kinds. */
export function inOrder<Dated extends Pick<DateDraft, 'kind' | 'startsAt'>>(dates: readonly Dated[]): Dated[] {
  return dates.toSorted(
    (one, other) => one.startsAt - other.startsAt || DATE_KINDS.indexOf(one.kind) - DATE_KINDS.indexOf(other.kind),
  );
}

export const DATES_MAX = 20;
export const PLACE_CHARACTERS_MAX = 300;
/** A year typed wrongly lies further from the call than any round lasts. */
export const FAR_BEFORE = 366 * DAY;
export const FAR_AFTER = 2 * 366 * DAY;

export type DateFault =
  | 'too-many-dates'
  | 'kind-twice'
  | 'dates-alike'
  | 'far-away'
  | 'session-after-closing'
  | 'before-opening'
  | 'deadline-after-closing'
  | 'before-closing'
  | 'panel-before-eligibility'
  | 'no-pitch-day'
  | 'pitch-day-before-panel'
  | 'decisions-before-panel'
  | 'decisions-before-pitch-day'
  | 'feedback-before-decisions'
  | 'ends-before-it-starts'
  | 'place-too-long';

export type DateFaultAt = {
  /** The place of the date in the list that was asked about, from 0. */
  readonly at: number;
  readonly field: 'startsAt' | 'endsAt' | 'place';
  readonly fault: DateFault;
};

/**
 * Everything in a plan that could never happen in this order, so that not even a draft may say it.
 *
 * The deadlines lie strictly between opening and closing; what follows the closing may begin with it.
 *
 * @returns in the order of the list; one fault a field
 */
export function planFaults(call: PlannedCall, dates: readonly DateDraft[]): DateFaultAt[] {
  return dates.flatMap((date, at) => {
    const checks: readonly (readonly [DateFaultAt['field'], DateFault, boolean])[] = [
      ['startsAt', 'too-many-dates', at >= DATES_MAX],
      ...orderChecks(call, dates, date, at),
      ['endsAt', 'ends-before-it-starts', date.endsAt !== null && date.endsAt <= date.startsAt],
      ['place', 'place-too-long', date.place.length > PLACE_CHARACTERS_MAX],
    ];
    const faults = checks.filter(([, , isWrong]) => isWrong).map(([field, fault]) => ({ at, field, fault }));
    return faults.filter(({ field }, place) => faults.findIndex((other) => other.field === field) === place);
  });
}

function orderChecks(
  call: PlannedCall,
  dates: readonly DateDraft[],
  { kind, startsAt }: DateDraft,
  at: number,
): (readonly ['startsAt', DateFault, boolean])[] {
  const { opensAt, closesAt } = call;
  const those = (wanted: DateKind) => dates.filter((other) => other.kind === wanted);
  const earlier = dates.slice(0, at).filter((other) => other.kind === kind);
  const isDeadline = kind === 'questions-close' || kind === 'draft-feedback';
  const isAfterwards = !isDeadline && kind !== 'information-session';
  const isLast = kind === 'decisions' || kind === 'feedback-release';
  const panels = those('panel-meeting');
  return [
    ['startsAt', 'kind-twice', !mayRepeat(kind) && earlier.length > 0],
    ['startsAt', 'dates-alike', earlier.some((other) => other.startsAt === startsAt)],
    ['startsAt', 'far-away', startsAt < opensAt - FAR_BEFORE || startsAt > closesAt + FAR_AFTER],
    ['startsAt', 'session-after-closing', kind === 'information-session' && startsAt >= closesAt],
    ['startsAt', 'before-opening', isDeadline && startsAt <= opensAt],
    ['startsAt', 'deadline-after-closing', isDeadline && startsAt >= closesAt],
    ['startsAt', 'before-closing', isAfterwards && startsAt < closesAt],
    ['startsAt', 'no-pitch-day', kind === 'pitch-day' && !call.hasPitchDay],
    [
      'startsAt',
      'panel-before-eligibility',
      kind === 'panel-meeting' && those('eligibility-check').some((check) => startsAt < check.startsAt),
    ],
    [
      'startsAt',
      'pitch-day-before-panel',
      // A panel may meet once more after the pitches, so the first meeting is what counts.
      kind === 'pitch-day' && panels.length > 0 && panels.every((meeting) => startsAt < endOf(meeting)),
    ],
    ['startsAt', 'decisions-before-panel', isLast && panels.some((meeting) => startsAt < endOf(meeting))],
    ['startsAt', 'decisions-before-pitch-day', isLast && those('pitch-day').some((day) => startsAt < endOf(day))],
    [
      'startsAt',
      'feedback-before-decisions',
      kind === 'feedback-release' && those('decisions').some((decided) => startsAt < decided.startsAt),
    ],
  ];
}

/** When a date is over. */
export function endOf({ startsAt, endsAt }: Pick<DateDraft, 'startsAt' | 'endsAt'>): Instant {
  return endsAt ?? startsAt;
}

export const PLAN_WARNINGS = [
  'plan-empty',
  'plan-without-decisions',
  'plan-without-pitch-day',
  'plan-date-passed',
  'panel-soon-after-closing',
] as const;
export type PlanWarning = (typeof PLAN_WARNINGS)[number];

/** A panel of volunteers reads in the evenings. */
export const PANEL_READS_AT_LEAST = 3 * DAY;

/** What may be meant and is more often forgotten. */
export function planWarnings(call: PlannedCall, dates: readonly DateDraft[], now: Instant): PlanWarning[] {
  if (dates.length === 0) return ['plan-empty'];
  const has = (kind: DateKind) => dates.some((date) => date.kind === kind);
  const firstPanel = inOrder(dates).find((date) => date.kind === 'panel-meeting');
  const checks: readonly (readonly [PlanWarning, boolean])[] = [
    ['plan-without-decisions', !has('decisions')],
    ['plan-without-pitch-day', call.hasPitchDay && !has('pitch-day')],
    ['plan-date-passed', dates.some((date) => endOf(date) <= now)],
    [
      'panel-soon-after-closing',
      firstPanel !== undefined && firstPanel.startsAt - call.closesAt < PANEL_READS_AT_LEAST,
    ],
  ];
  return checks.filter(([, isOdd]) => isOdd).map(([warning]) => warning);
}
