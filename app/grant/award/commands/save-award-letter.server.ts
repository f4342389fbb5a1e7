import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { dropLetter, keepLetter } from '../../assessment/commands/decision-lock.server.ts';
import { decisionLockOf } from '../../assessment/queries/decision-lock.server.ts';
import type { LetterWords } from '../../assessment/rules/deciding/content-hash.ts';
import { decideEditing, type EditRefusal } from '../../assessment/rules/deciding/letter-editing.ts';
import { awardLetters } from '../queries/award-letters.server.ts';
import { decisionMatter } from '../queries/decision-matter.server.ts';
import type { AwardsChosen } from '../rules/deciding.ts';

/**
 * Keeps a letter about the awards as a manager has rewritten it.
 *
 * @param chosen  the decision as it is saved
 * @param shown   the mark of the letter as it was shown to her
 */
export function saveAwardLetter(
  context: Context,
  callId: Id,
  chosen: AwardsChosen,
  written: { readonly applicationId: Id } & Omit<LetterWords, 'language'>,
  shown: string,
): Outcome<'saved', EditRefusal | 'not-found'> {
  return context.transact((tx) => {
    const matter = decisionMatter(context, callId);
    if (matter === null || context.actor === null) return refused('not-found');
    const { applicationId, ...words } = written;
    const before = awardLetters(context, matter, chosen, null).get(applicationId);
    if (before === undefined) return refused('not-found');
    const isLocked = decisionLockOf(context, callId, 'award') !== null;
    const decision = decideEditing({ isLocked, before }, words, shown);
    if (!decision.ok) return decision;
    const { language } = before;
    const editedBy = context.actor.personId;
    keepLetter(tx, context, { applicationId, stage: 'award', language, ...decision.value, editedBy });
    return done('saved');
  });
}

/** Gives up what was written by hand: the portal drafts this letter again. */
export function draftAwardLetterAnew(
  context: Context,
  callId: Id,
  applicationId: Id,
): Outcome<'drafted', 'locked' | 'not-found'> {
  return context.transact((tx) => {
    const matter = decisionMatter(context, callId);
    if (matter === null || !matter.cards.some(({ id }) => id === applicationId)) return refused('not-found');
    if (decisionLockOf(context, callId, 'award') !== null) return refused('locked');
    dropLetter(tx, applicationId, 'award');
    return done('drafted');
  });
}
