import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context, Tx } from '#app/platform/context.server.ts';
import { secondPeople } from '../queries/deciding-seat.server.ts';
import { fairnessAnswered } from '../queries/fairness.server.ts';
import { lotsOf } from '../queries/lottery.server.ts';
import { isPanelMeeting } from '../queries/meeting-opening.server.ts';
import { rankedPanel } from '../queries/ranked-panel.server.ts';
import { shortlistLetters } from '../queries/shortlist-letters.server.ts';
import { managedShortlist, type ShortlistMatter, shortlistHash } from '../queries/shortlist-matter.server.ts';
import { decideLocking, type LockRefusal } from '../rules/deciding/pending-shortlist.ts';
import { removeLetters, removePending } from '../store/decisions.server.ts';
import { lockDecision } from './decision-lock.server.ts';
import { keepRun } from './keep-run.server.ts';

/**
 * Closes the shortlist, so that a second person can look at it: every letter is written down as it stands, nothing can
 * be changed any more, and everybody who could be that second person hears of it.
 *
 * @param feedbackFrom  from when groups read what reviewers wrote; null: with the letter
 */
export function lockShortlist(
  context: Context,
  callId: Id,
  feedbackFrom: Instant | null,
): Outcome<'locked', LockRefusal | 'panel-meets' | 'ranking-waits' | 'feedback-in-the-past' | 'not-found'> {
  return context.transact((tx) => {
    const matter = managedShortlist(context, callId);
    if (matter === null) return refused('not-found');
    // Scores can still change there, and with them all that the second person looks at.
    if (isPanelMeeting(context, callId)) return refused('panel-meets');
    // What is recorded are the places by the announced method, and not those that stand in for them.
    const ranked = rankedPanel(context, callId);
    if (ranked === null || ranked.standing === 'waiting') return refused('ranking-waits');
    if (feedbackFrom !== null && feedbackFrom <= context.now) return refused('feedback-in-the-past');
    const letters = shortlistLetters(context, matter.call, matter.cards, matter.choices);
    const decision = decideLocking({
      panel: matter.state,
      isDecided: matter.isDecided,
      isLocked: matter.lock !== null,
      composition: matter.composition,
      lots: lotsOf(context, callId, ranked),
      applicationIds: matter.cards.map(({ id }) => id),
      choices: matter.choices,
      outdatedLetters: [...letters.values()].filter((letter) => letter.isOutdated).length,
      isFairnessAnswered: fairnessAnswered(context, callId),
    });
    if (!decision.ok) return decision;
    forgetTheRest(tx, matter);
    lockDecision(tx, context, {
      callId,
      stage: 'shortlist',
      runId: keepRun(tx, context, ranked, matter.personId),
      hash: () => shortlistHash(context, callId, feedbackFrom),
      letters: new Map([...letters].filter(([, letter]) => !letter.isEdited)),
      lockedBy: matter.personId,
      feedbackFrom,
      seconds: secondPeople(context, matter),
    });
    return done('locked');
  });
}

/** What was chosen about an application that was taken back meanwhile is decided about nobody. */
function forgetTheRest(tx: Tx, { cards, choices }: ShortlistMatter): void {
  const standing = new Set(cards.map(({ id }) => id));
  const gone = [...choices.keys()].filter((id) => !standing.has(id));
  removeLetters(tx, gone, 'shortlist');
  removePending(tx, gone);
}
