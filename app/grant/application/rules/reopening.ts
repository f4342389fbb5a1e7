import type { Id } from '#app/kernel/id.ts';
import { DAY, type Instant } from '#app/kernel/instant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { DetailName } from './details.ts';
import type { ApplicationState } from './state.ts';
import type { Gap } from './submitting.ts';

/** What can be reopened beside the questions, in the order of the form. The language is how to read, not what is said. */
export const REOPENED_DETAILS = [
  'groupName',
  'title',
  'oneLine',
  'theme',
  'city',
  'amountMinor',
  'moneyHolder',
  'hostName',
] as const;
export type ReopenedDetail = (typeof REOPENED_DETAILS)[number] & DetailName;

/** What a manager ticks: who would hold the money and its name are one question. */
export const REOPENABLE_DETAILS = REOPENED_DETAILS.filter((name) => name !== 'hostName');

/** The details that are opened where these are ticked. */
export function openedWith(ticked: readonly ReopenedDetail[]): ReopenedDetail[] {
  return REOPENED_DETAILS.filter((name) => ticked.includes(name === 'hostName' ? 'moneyHolder' : name));
}

/** One whole day, because nobody reads their letters every hour; two months, because a round has to go on. */
export const REOPENING_DAYS = { min: 1, max: 60 } as const;

export const REOPENING_REASON_MAX = 2_000;

/** A recording that was not sent in time stays for its team: long enough to be saved elsewhere, not for good. */
export const UNSENT_KEPT_FOR = 30 * DAY;

export type Reopening = {
  readonly untilAt: Instant;
  readonly sentAt: Instant | null;
  readonly takenBackAt: Instant | null;
};

export type ReopeningState = 'open' | 'sent' | 'taken-back' | 'over';

/** Where a reopening stands: at its end the old answer stays, and one millisecond earlier it can still be sent. */
export function reopeningState(reopening: Reopening, now: Instant): ReopeningState {
  if (reopening.sentAt !== null) return 'sent';
  if (reopening.takenBackAt !== null) return 'taken-back';
  return now < reopening.untilAt ? 'open' : 'over';
}

export type ReopenRefusal =
  | 'not-submitted'
  | 'settled'
  | 'reading-begun'
  | 'already-reopened'
  | 'nothing-chosen'
  | 'reason-missing'
  | 'until-too-soon'
  | 'until-too-late';

/** Decides whether parts of an application may be written anew. The first refusal wins. */
export function decideReopen(
  found: {
    readonly state: ApplicationState;
    readonly settledAt: Instant | null;
    readonly isReadingBegun: boolean;
    readonly isReopened: boolean;
  },
  asked: { readonly partCount: number; readonly reason: string; readonly untilAt: Instant },
  now: Instant,
): Outcome<'reopened', ReopenRefusal> {
  if (found.state !== 'submitted') return refused('not-submitted');
  if (found.settledAt !== null) return refused('settled');
  if (found.isReadingBegun) return refused('reading-begun');
  if (found.isReopened) return refused('already-reopened');
  if (asked.partCount === 0) return refused('nothing-chosen');
  if (asked.reason.trim() === '') return refused('reason-missing');
  if (asked.untilAt < now + REOPENING_DAYS.min * DAY) return refused('until-too-soon');
  if (asked.untilAt > now + REOPENING_DAYS.max * DAY) return refused('until-too-late');
  return done('reopened');
}

/** One reopened question or detail, and what stands there now. */
export type Part = {
  readonly questionId: Id | null;
  readonly detail: ReopenedDetail | null;
  readonly before: string;
  readonly text: string;
};

export type SendAgainRefusal = 'nothing-changed' | Gap['kind'];

/** What is missing in the parts that were reopened: nobody is held up by what they cannot change. */
export function gapsInParts(gaps: readonly Gap[], parts: readonly Part[]): Gap[] {
  return gaps.filter((gap) => {
    if (gap.kind === 'details-missing') return parts.some(({ detail }) => detail === gap.detail);
    if (gap.kind === 'amount-too-high') return parts.some(({ detail }) => detail === 'amountMinor');
    return parts.some(({ questionId }) => questionId === gap.questionId);
  });
}

/**
 * Decides whether the reopened parts may take the place of what was sent before. The first refusal wins.
 *
 * @param isRecordedAnew  something was recorded for one of them, whether it has arrived or not
 */
export function decideSendAgain(
  parts: readonly Part[],
  isRecordedAnew: boolean,
  gaps: readonly Gap[],
): Outcome<'sent-again', SendAgainRefusal> {
  if (!isRecordedAnew && parts.every(({ before, text }) => before === text)) return refused('nothing-changed');
  const gap = gapsInParts(gaps, parts)[0];
  return gap === undefined ? done('sent-again') : refused(gap.kind);
}
