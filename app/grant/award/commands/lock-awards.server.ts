import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { lockDecision } from '../../assessment/commands/decision-lock.server.ts';
import { decidingSeat, secondPeople } from '../../assessment/queries/deciding-seat.server.ts';
import { decisionLockOf } from '../../assessment/queries/decision-lock.server.ts';
import { awardLetters } from '../queries/award-letters.server.ts';
import { awardsHash } from '../queries/awards-hash.server.ts';
import { type DecisionMatter, decisionMatter } from '../queries/decision-matter.server.ts';
import { type AwardsChosen, type DecisionRefusal, decideOutcomes, weighChoices } from '../rules/deciding.ts';
import { findDraft } from '../store.server.ts';

export type LockAwardsRefusal =
  | DecisionRefusal
  | 'locked'
  | 'feedback-in-the-past'
  | 'letter-outdated'
  | 'sits-on-panel'
  | 'not-found';

/**
 * Closes what was decided about the awards, so that a second person can look at it, with every letter.
 *
 * @param feedbackFrom  from when groups read what reviewers wrote; null: with the letter
 */
export function lockAwards(
  context: Context,
  callId: Id,
  chosen: AwardsChosen,
  feedbackFrom: Instant | null,
): Outcome<'locked', LockAwardsRefusal> {
  return context.transact((tx) => {
    const matter = decisionMatter(context, callId);
    if (matter === null || context.actor === null) return refused('not-found');
    if (matter.readiness !== 'ready') return refused(matter.readiness);
    if (decisionLockOf(context, callId, 'award') !== null) return refused('locked');
    if (feedbackFrom !== null && feedbackFrom <= context.now) return refused('feedback-in-the-past');
    const decision = decideChosen(matter, chosen, context.now);
    if (!decision.ok) return decision;
    const letters = awardLetters(context, matter, chosen, findDraft(tx, callId)?.savedAt ?? null);
    if ([...letters.values()].some((letter) => letter.isOutdated)) return refused('letter-outdated');
    const seat = decidingSeat(context, callId);
    if (seat === null) return refused('sits-on-panel');
    lockDecision(tx, context, {
      runId: null,
      callId,
      stage: 'award',
      hash: () => awardsHash(context, matter, chosen, feedbackFrom),
      letters: new Map([...letters].filter(([, letter]) => !letter.isEdited)),
      lockedBy: context.actor.personId,
      feedbackFrom,
      seconds: secondPeople(context, seat),
    });
    return done('locked');
  });
}

/** Whether what was chosen could be recorded: about the applications under review, and by the rules. */
function decideChosen(matter: DecisionMatter, chosen: AwardsChosen, now: number): Outcome<'decided', DecisionRefusal> {
  const { call, ranked } = matter;
  const otherIds = matter.others.map((other) => other.card.id);
  const known = new Set([...ranked.map((entry) => entry.applicationId), ...otherIds]);
  const named = new Set(chosen.choices.map((choice) => choice.applicationId));
  if (named.size !== chosen.choices.length || [...named].some((id) => !known.has(id)))
    return refused('unknown-application');
  return decideOutcomes(weighChoices(ranked, otherIds, call, chosen.choices), call, chosen, now);
}
