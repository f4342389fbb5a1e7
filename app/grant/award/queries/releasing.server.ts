import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { type ApplicationHead, applicationsUnderReview } from '../../application/queries/application-card.server.ts';
import { hiddenFromMe } from '../../application/queries/hidden-from.server.ts';
import { insidersOf } from '../../application/queries/team.server.ts';
import { lettersToLookAt, type StandingLetter } from '../../assessment/queries/tied-letters.server.ts';
import { letterMark } from '../../assessment/rules/deciding/letter-editing.ts';
import { type CallFacts, callById } from '../../call/queries/call-facts.server.ts';
import { mayDecide } from '../rules/access.ts';
import { findDecision, releasedAt } from '../store.server.ts';

/** A decision that is made and that nobody is told of yet, for a manager who may tell. */
export type Releasing = {
  readonly call: CallFacts;
  readonly personId: Id;
  /** What still stands, by application. */
  readonly cards: ReadonlyMap<Id, ApplicationHead>;
};

/** Finds out whether the signed-in person may tell everybody now. */
export function releasing(
  context: Context,
  callId: Id,
): Outcome<Releasing, 'not-found' | 'not-decided' | 'already-offered'> {
  const call = callById(context, callId);
  const { actor } = context;
  if (call === null || actor === null) return refused('not-found');
  const cards = new Map(applicationsUnderReview(context, callId).map((card) => [card.id, card]));
  const ids = [...cards.keys()];
  if (!mayDecide(actor, call, insidersOf(context, ids).values(), hiddenFromMe(context, ids))) {
    return refused('not-found');
  }
  if (findDecision(context.db, callId) === null) return refused('not-decided');
  if (releasedAt(context.db, callId) !== null) return refused('already-offered');
  return done({ call, personId: actor.personId, cards });
}

/** A letter that holds the release up, as a manager looks at it. */
export type LetterToLookAt = Pick<StandingLetter, 'applicationId' | 'language' | 'subject' | 'body' | 'feedback'> & {
  readonly reference: string;
  readonly groupName: string;
  readonly mark: string;
};

/** Letters changed by hand that may quote somebody who is tied by now; none for whoever may not tell. */
export function awardLettersToLookAt(context: Context, callId: Id): LetterToLookAt[] {
  const matter = releasing(context, callId);
  if (!matter.ok) return [];
  const { cards } = matter.value;
  return lettersToLookAt(context, [...cards.keys()], 'award').map((letter) => {
    const { applicationId, language, subject, body, feedback } = letter;
    return {
      applicationId,
      language,
      subject,
      body,
      feedback,
      reference: cards.get(applicationId)?.reference ?? '',
      groupName: cards.get(applicationId)?.groupName ?? '',
      mark: letterMark(letter),
    };
  });
}
