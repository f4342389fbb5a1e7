import type { Id } from '#app/kernel/id.ts';
import { type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { shortenLetter } from '../../assessment/commands/take-tied-words-out.server.ts';
import type { TakeOutRefusal } from '../../assessment/rules/deciding/tied-words.ts';
import { releasing } from '../queries/releasing.server.ts';

/**
 * Takes sentences out of a letter about the awards that somebody rewrote and that may quote a panel member who is tied
 * by now: after two people have decided, and before anybody is told.
 *
 * @param shown  the mark of the letter as it was shown to the manager
 */
export function shortenAwardLetter(
  context: Context,
  callId: Id,
  written: { readonly applicationId: Id; readonly body: string; readonly feedback: string },
  shown: string,
): Outcome<'shortened', TakeOutRefusal | 'not-decided' | 'already-offered' | 'not-found'> {
  return context.transact((tx) => {
    const matter = releasing(context, callId);
    if (!matter.ok) return matter;
    const { applicationId, body, feedback } = written;
    if (!matter.value.cards.has(applicationId)) return refused('not-found');
    return shortenLetter(tx, context, { applicationId, stage: 'award' }, { body, feedback }, shown);
  });
}
