import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import { personById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { promise } from '#app/platform/outbox.server.ts';
import { runPanel } from '../queries/run-panel.server.ts';
import type { InviteRefusal } from '../rules/membership.ts';
import type { InterestState } from '../rules/panel-offer.ts';
import { findInterestById, setInterestAnswer } from '../store/panel-interest.server.ts';
import { invitePanelMember } from './invite-panel-member.server.ts';

type Answer = Exclude<InterestState, 'waiting'>;

/** Invites somebody who has put their name down, as a participant, or turns them down; either way they get a letter. */
export function answerInterest(
  context: Context,
  callId: Id,
  interestId: Id,
  answer: Answer,
): Outcome<{ name: string }, InviteRefusal | 'not-waiting' | 'not-found'> {
  return context.transact((tx) => {
    const run = runPanel(context, callId);
    const interest = findInterestById(tx, interestId);
    if (run === null || interest?.callId !== callId) return refused('not-found');
    const person = personById(context, interest.personId);
    if (person === null) return refused('not-found');
    if (interest.state !== 'waiting') return refused('not-waiting');
    setInterestAnswer(tx, interestId, answer, run.managerId, context.now);
    if (answer === 'turned-down') {
      promise(tx, context, { kind: 'panel-interest-turned-down', subjectId: interestId });
    } else {
      const { name, email } = person;
      const invited = invitePanelMember(context, callId, { name, email, kind: 'participant' });
      if (!invited.ok) return invited;
    }
    return done({ name: person.name });
  });
}
