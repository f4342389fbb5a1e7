import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { shortlistLetters } from '../queries/shortlist-letters.server.ts';
import { managedShortlist } from '../queries/shortlist-matter.server.ts';
import type { LetterWords } from '../rules/deciding/content-hash.ts';
import { decideEditing, type EditRefusal } from '../rules/deciding/letter-editing.ts';
import { dropLetter, keepLetter } from './decision-lock.server.ts';

/**
 * Keeps a letter as a manager has rewritten it.
 *
 * @param shown  the mark of the letter as it was shown to her
 */
export function saveShortlistLetter(
  context: Context,
  callId: Id,
  applicationId: Id,
  words: Omit<LetterWords, 'language'>,
  shown: string,
): Outcome<'saved', EditRefusal | 'not-found'> {
  return context.transact((tx) => {
    const matter = managedShortlist(context, callId);
    if (matter === null) return refused('not-found');
    const before = shortlistLetters(context, matter.call, matter.cards, matter.choices).get(applicationId);
    if (before === undefined) return refused('not-found');
    const decision = decideEditing({ isLocked: matter.lock !== null, before }, words, shown);
    if (!decision.ok) return decision;
    const { language } = before;
    keepLetter(tx, context, {
      applicationId,
      stage: 'shortlist',
      language,
      ...decision.value,
      editedBy: matter.personId,
    });
    return done('saved');
  });
}

/** Gives up what was written by hand: the portal drafts this letter again. */
export function draftShortlistLetterAnew(
  context: Context,
  callId: Id,
  applicationId: Id,
): Outcome<'drafted', 'locked' | 'not-found'> {
  return context.transact((tx) => {
    const matter = managedShortlist(context, callId);
    if (matter === null || !matter.choices.has(applicationId)) return refused('not-found');
    if (matter.lock !== null) return refused('locked');
    dropLetter(tx, applicationId, 'shortlist');
    return done('drafted');
  });
}
