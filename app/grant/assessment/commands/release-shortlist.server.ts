import type { Id } from '#app/kernel/id.ts';
import { type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { promise } from '#app/platform/outbox.server.ts';
import { rankedPanel } from '../queries/ranked-panel.server.ts';
import { managedShortlist, shortlistHash } from '../queries/shortlist-matter.server.ts';
import { decideReleasing, type ReleaseRefusal } from '../rules/deciding/decision-lock.ts';
import { insertRun } from '../store/ranking.server.ts';
import { insertShortlistings } from '../store/shortlistings.server.ts';
import { markDecisionReleased } from './decision-lock.server.ts';
import { takeTiedWordsOut } from './take-tied-words-out.server.ts';

export type ReleaseShortlistRefusal =
  | ReleaseRefusal
  | 'ranking-waits'
  | 'composition-not-met'
  | 'decision-missing'
  | 'letter-quotes-tied'
  | 'not-found';

/**
 * Records what two people agreed on about every application that still stands, with the figures it rested on, and
 * promises each group its letter: all at once. What reviewers wrote follows on its own day where one was set.
 */
export function releaseShortlist(context: Context, callId: Id): Outcome<'released', ReleaseShortlistRefusal> {
  return context.transact((tx) => {
    const matter = managedShortlist(context, callId);
    if (matter === null) return refused('not-found');
    const { lock, cards, choices, personId } = matter;
    const feedbackFrom = lock?.feedbackFrom ?? null;
    const decision = decideReleasing(lock, shortlistHash(context, callId, feedbackFrom));
    if (!decision.ok) return decision;
    if (!matter.composition.isMet) return refused('composition-not-met');
    const ranking = rankedPanel(context, callId);
    if (ranking === null || ranking.standing === 'waiting') return refused('ranking-waits');
    const figures = new Map(ranking.places.map((row) => [row.applicationId, row]));
    const rows = cards.flatMap(({ id }) => {
      const choice = choices.get(id);
      return choice === undefined ? [] : [{ choice, figure: figures.get(id) }];
    });
    // One that came back since, and that two people have not looked at.
    if (rows.length !== cards.length) return refused('decision-missing');
    const letters = takeTiedWordsOut(
      tx,
      context,
      cards.map(({ id }) => id),
      'shortlist',
    );
    if (!letters.ok) return letters;
    // What takes no time to work out may not have been kept yet, and the record names what the decision rested on.
    const { standing } = ranking;
    insertRun(tx, {
      id: context.newId(),
      ...ranking.key,
      result: standing === 'there' ? JSON.stringify(ranking.ranking) : null,
      refusal: standing === 'there' ? null : standing,
      ranAt: context.now,
      ranBy: personId,
    });
    insertShortlistings(
      tx,
      rows.map(({ choice, figure }) => ({
        applicationId: choice.applicationId,
        callId,
        decision: choice.decision === 'shortlisted' ? 'shortlisted' : 'not-shortlisted',
        reason: choice.reason,
        nearly: choice.nearly,
        rank: figure?.rank ?? null,
        // Figures stand beside a rank: one that did not fit the rules has none.
        meanMilli: figure?.rank == null ? null : figure.meanMilli,
        spreadMilli: figure?.rank == null ? null : figure.spreadMilli,
        sheets: figure?.sheets ?? 0,
        decidedBy: personId,
        decidedAt: context.now,
      })),
    );
    markDecisionReleased(tx, context, { callId, stage: 'shortlist' }, personId);
    for (const { choice } of rows) {
      promise(tx, context, { kind: 'shortlist-decided', subjectId: choice.applicationId });
      if (feedbackFrom === null || feedbackFrom <= context.now) continue;
      const detail = { stage: 'shortlist' };
      promise(tx, context, { kind: 'feedback-due', subjectId: choice.applicationId, detail, notBefore: feedbackFrom });
    }
    return decision;
  });
}
