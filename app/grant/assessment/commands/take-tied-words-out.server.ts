import type { Id } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context, Tx } from '#app/platform/context.server.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { letterStandings } from '../queries/tied-letters.server.ts';
import { mergedFeedback } from '../rules/deciding/feedback.ts';
import { decideTakingOut, type TakeOutRefusal, weighTiedWords } from '../rules/deciding/tied-words.ts';
import { answersOn, type DecisionStage, rewriteLetter } from '../store/decisions.server.ts';

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
  const answers = Map.groupBy(answersOn(tx, redraft), ({ applicationId }) => applicationId);
  for (const { applicationId, language, body } of letters.filter((letter) => redraft.includes(letter.applicationId))) {
    const { strengths, concerns } = wordsIn(language).words.decisionLetter;
    const feedback = mergedFeedback(answers.get(applicationId) ?? [], { strengths, concerns });
    rewriteLetter(tx, { applicationId, stage }, { body, feedback, writtenAt: context.now, editedBy: null });
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
