import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Context } from '#app/platform/context.server.ts';
import { wordsIn } from '#app/words/use-words.ts';
import type { LetterWords } from '../rules/deciding/content-hash.ts';
import { mayQuoteTied, stillStanding } from '../rules/deciding/tied-words.ts';
import { type DecisionStage, findLock } from '../store/decisions.server.ts';
import { feedbackStanding, letterStandings, type StandingLetter } from './tied-letters.server.ts';

/** A letter that two people agreed on, and from when what reviewers wrote may be read. */
export type DecidedLetter = LetterWords & { readonly feedbackFrom: Instant | null; readonly releasedAt: Instant };

/**
 * The letter about a decision that was released; null before that, and for a decision from before letters were kept.
 * No actor is checked: whoever asks decides who reads it.
 */
export function decidedLetter(
  context: Pick<Context, 'db'>,
  callId: Id,
  applicationId: Id,
  stage: DecisionStage,
): DecidedLetter | null {
  const lock = findLock(context.db, callId, stage);
  const [letter] = letterStandings(context, [applicationId], stage);
  if (lock === null || lock.releasedAt === null || letter === undefined) return null;
  const { feedbackFrom, releasedAt } = lock;
  const { language, subject, body } = letter;
  // The letter stays as it went out. What goes out later, or is read on a page, loses the words of whoever is tied since.
  const feedback = mayQuoteTied(letter) ? withoutTied(context, letter) : letter.feedback;
  return { language, subject, body, feedback, feedbackFrom, releasedAt };
}

/** Of what somebody has edited nothing comes back that she took out: no second person has read that. */
function withoutTied(context: Pick<Context, 'db'>, letter: StandingLetter): string {
  const standing = feedbackStanding(context, letter);
  return letter.isEdited ? stillStanding(letter.feedback, standing) : standing;
}

/** What reviewers wrote as a part of the letter itself; null when it comes on another day, or nobody wrote anything. */
export function feedbackInLetter(letter: DecidedLetter): { title: string; lead: string; text: string } | null {
  const { language, feedback, feedbackFrom, releasedAt } = letter;
  if (feedback === '' || (feedbackFrom !== null && feedbackFrom > releasedAt)) return null;
  const { feedbackTitle, feedbackWords } = wordsIn(language).words.decisionLetter;
  return { title: feedbackTitle, lead: feedbackWords, text: feedback };
}
