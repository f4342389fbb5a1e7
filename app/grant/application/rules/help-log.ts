import type { Id } from '#app/kernel/id.ts';
import { type Instant, MINUTE } from '#app/kernel/instant.ts';
import type { ApplicationState } from './state.ts';

/** How somebody can be helped, as the log counts it. */
export const HELP_KINDS = [
  'support-worker',
  'staff-entry',
  'one-to-one',
  'question-answered',
  'draft-feedback',
] as const;
export type HelpKind = (typeof HELP_KINDS)[number];

export const HELP_MINUTES_MOST = 600;

/** What the log says of one application: how often each kind of help, and the minutes that were noted. */
export type HelpSum = {
  readonly times: Readonly<Partial<Record<HelpKind, number>>>;
  readonly timesAltogether: number;
  readonly minutes: number;
};

export const NO_HELP: HelpSum = { times: {}, timesAltogether: 0, minutes: 0 };

type Counted = {
  readonly applicationId: Id;
  readonly kind: HelpKind;
  readonly times: number;
  readonly minutes: number;
};

/** The log of a call, one sum an application. */
export function helpByApplication(rows: readonly Counted[]): ReadonlyMap<Id, HelpSum> {
  const sums = new Map<Id, HelpSum>();
  for (const { applicationId, kind, times, minutes } of rows) {
    const before = sums.get(applicationId) ?? NO_HELP;
    sums.set(applicationId, {
      times: { ...before.times, [kind]: (before.times[kind] ?? 0) + times },
      timesAltogether: before.timesAltogether + times,
      minutes: before.minutes + minutes,
    });
  }
  return sums;
}

/** Whether the one letter that offers help may go out: to a draft that had none and was not offered any. */
export function mayOfferHelp(
  application: { readonly state: ApplicationState },
  help: HelpSum,
  offeredAt: Instant | null,
): boolean {
  return application.state === 'draft' && help.timesAltogether === 0 && offeredAt === null;
}

/** The beginning of a minute: autosave writes many times in it, and the log once. */
export function minuteOf(at: Instant): Instant {
  return Math.floor(at / MINUTE) * MINUTE;
}
