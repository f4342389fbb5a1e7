import type { Id } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context, Tx } from '#app/platform/context.server.ts';
import { feedbackStanding, letterStandings } from '../queries/tied-letters.server.ts';
import { decideTakingOut, type TakeOutRefusal, weighTiedWords } from '../rules/deciding/tied-words.ts';
import { type DecisionStage, rewriteLetter } from '../store/decisions.server.ts';

/**
 * Before letters go out, inside the caller's transaction: what reviewers wrote is drafted again, from the sheets that
 * still count, in every letter that may quote somebody who is tied by now. One that somebody rewrote holds them up.
 */
export function takeTiedWordsOut(
  tx: Tx,
  context: Context,
  applicationIds: readonly Id[],
  stage: DecisionStage,
): Outcome<'taken-out', 'letter-quotes-tied'> {
  const letters = letterStandings(context, applicationIds, stage);
  const { redraft, look } = weighTiedWords(letters);
  if (look.length > 0) return refused('letter-quotes-tied');
  for (const letter of letters.filter(({ applicationId }) => redraft.includes(applicationId))) {
    const words = { body: letter.body, feedback: feedbackStanding(context, letter) };
    const { applicationId } = letter;
    rewriteLetter(tx, { applicationId, stage }, { ...words, writtenAt: context.now, editedBy: null });
  }
  return done('taken-out');
}

/**
 * Keeps a letter that somebody rewrote with fewer sentences, inside the caller's transaction: whoever calls has decided
 * that its decision is not out yet, and that this person may change it.
 *
 * @param shown  the mark of the letter as it was shown
 */
export function shortenLetter(
  tx: Tx,
  context: Context,
  at: { readonly applicationId: Id; readonly stage: DecisionStage },
  words: { readonly body: string; readonly feedback: string },
  shown: string,
): Outcome<'shortened', TakeOutRefusal | 'not-found'> {
  const [before] = letterStandings(context, [at.applicationId], at.stage);
  if (before === undefined) return refused('not-found');
  const decision = decideTakingOut(before, words, shown);
  if (!decision.ok) return decision;
  const { actor, now } = context;
  invariant(actor !== null, 'whoever shortens a letter is signed in');
  rewriteLetter(tx, at, { ...decision.value, writtenAt: now, editedBy: actor.personId });
  return done('shortened');
}
