import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { openLikenesses } from '../queries/open-likenesses.server.ts';
import { mayGiveOut, runPanel } from '../queries/run-panel.server.ts';
import { writeDeclaration } from '../store/panel.server.ts';
import { setSheetAside } from '../store/sheets.server.ts';
import { insertCleared } from '../store/ties.server.ts';

/**
 * Whoever runs the panel says whether something alike is a tie. If so the member is kept away at once, and is told
 * nothing: she would learn who is in the group. If not, nobody is asked again.
 */
export function answerLikeness(
  context: Context,
  callId: Id,
  asked: { readonly memberId: Id; readonly applicationId: Id },
  isTie: boolean,
): Outcome<'answered', 'not-found'> {
  return context.transact((tx) => {
    const run = runPanel(context, callId);
    if (run === null || !mayGiveOut(context, callId)) return refused('not-found');
    const { memberId, applicationId } = asked;
    const found = openLikenesses(context, callId).find(
      (one) => one.memberId === memberId && one.applicationId === applicationId,
    );
    if (found === undefined) return refused('not-found');
    const { ground } = found;
    if (isTie) {
      setSheetAside(tx, memberId, applicationId);
      const reason = wordsIn('en').words.tieDesk.found[ground];
      writeDeclaration(tx, memberId, { applicationId, level: 'hard', reason, raisedBy: 'portal', ground }, context.now);
    } else {
      insertCleared(tx, { memberId, applicationId, ground, clearedAt: context.now, clearedBy: run.managerId });
    }
    return done('answered');
  });
}
