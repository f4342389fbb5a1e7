import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { wordsIn } from '#app/words/use-words.ts';
import type { LetterWords } from '../rules/deciding/content-hash.ts';
import { mergedFeedback } from '../rules/deciding/feedback.ts';
import { type LetterStanding, weighTiedWords } from '../rules/deciding/tied-words.ts';
import { answersOn, type DecisionStage, findLetters, takenOutAt } from '../store/decisions.server.ts';

export type StandingLetter = LetterWords & LetterStanding;

/** The letters that are written down, with when a tie last took out a sheet that each may quote. No actor is checked. */
export function letterStandings(
  context: Pick<Context, 'db'>,
  applicationIds: readonly Id[],
  stage: DecisionStage,
): StandingLetter[] {
  const takenOut = takenOutAt(context.db, applicationIds);
  return findLetters(context.db, applicationIds, stage).map(({ editedBy, stage: _, revision: __, ...letter }) => ({
    ...letter,
    isEdited: editedBy !== null,
    takenOutAt: takenOut.get(letter.applicationId) ?? null,
  }));
}

/** What reviewers wrote about one application, drafted from the sheets that still count. No actor is checked. */
export function feedbackStanding(
  context: Pick<Context, 'db'>,
  { applicationId, language }: { readonly applicationId: Id; readonly language: string },
): string {
  const { strengths, concerns } = wordsIn(language).words.decisionLetter;
  return mergedFeedback(answersOn(context.db, [applicationId]), { strengths, concerns });
}

/** Those that somebody rewrote and that hold the release up until a person has looked at them. No actor is checked. */
export function lettersToLookAt(
  context: Pick<Context, 'db'>,
  applicationIds: readonly Id[],
  stage: DecisionStage,
): StandingLetter[] {
  const letters = letterStandings(context, applicationIds, stage);
  const look = new Set(weighTiedWords(letters).look);
  return letters.filter(({ applicationId }) => look.has(applicationId));
}
