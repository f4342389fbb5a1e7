import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Context } from '#app/platform/context.server.ts';
import { answerFairness } from './commands/answer-fairness.server.ts';
import { confirmShortlist } from './commands/confirm-shortlist.server.ts';
import { lockShortlist } from './commands/lock-shortlist.server.ts';
import { releaseShortlist } from './commands/release-shortlist.server.ts';
import { savePendingShortlist } from './commands/save-pending-shortlist.server.ts';
import { fairnessDesk } from './queries/fairness.server.ts';
import { shortlistCheck } from './queries/shortlist-check.server.ts';
import { shownMark } from './rules/deciding/pending-shortlist.ts';

/** What is decided about one application, as trials and the story say it. */
export type TrialDecision = {
  readonly applicationId: Id;
  readonly decision: 'shortlisted' | 'not-shortlisted' | 'ineligible';
  readonly reason: string;
  readonly nearly?: boolean;
};

/** Writes down in private what is decided, for a shortlist nobody has begun. */
export function chooseShortlist(manager: Context, callId: Id, decisions: readonly TrialDecision[]) {
  const sent = decisions.map(({ applicationId, decision, reason, nearly = false }) => {
    const chosen = decision === 'not-shortlisted' ? ('declined' as const) : decision;
    return { choice: { applicationId, decision: chosen, reason, nearly }, shown: shownMark(undefined) };
  });
  return savePendingShortlist(manager, callId, sent);
}

/** The chair says what she makes of the fairness check; once for the scores as they are. */
export function answerAsItIs(chair: Context, callId: Id) {
  const seenHash = fairnessDesk(chair, callId)?.scoresHash ?? '';
  return answerFairness(chair, callId, 'We looked at it together.', seenHash);
}

/** Somebody else looks at what was locked, and agrees. */
export function agreeOnShortlist(other: Context, callId: Id) {
  const seenHash = shortlistCheck(other, callId, null)?.lock?.contentHash ?? '';
  return confirmShortlist(other, callId, seenHash);
}

/**
 * Decides a shortlist as it really goes: one chooses and locks, another confirms, and everybody is told at once.
 *
 * @param one    a manager
 * @param other  somebody else of the partner, not on the panel
 */
export function decideByTwo(
  one: Context,
  other: Context,
  callId: Id,
  decisions: readonly TrialDecision[],
  feedbackFrom: Instant | null = null,
) {
  const saved = chooseShortlist(one, callId, decisions);
  if (!saved.ok) return saved;
  answerAsItIs(one, callId);
  const locked = lockShortlist(one, callId, feedbackFrom);
  if (!locked.ok) return locked;
  const confirmed = agreeOnShortlist(other, callId);
  return confirmed.ok ? releaseShortlist(one, callId) : confirmed;
}
