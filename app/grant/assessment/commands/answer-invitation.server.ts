import type { Id } from '#app/kernel/id.ts';
import { type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { maySeeInvitation } from '../rules/access.ts';
import { type AnswerRefusal, decideAnswer, type InvitationAnswer } from '../rules/membership.ts';
import { decideTerms, payOffered, type SeatAgreement, type TermsRefusal } from '../rules/seat-terms.ts';
import { findMember, panelStateOf, setSeat } from '../store/panel.server.ts';
import { findOffer, writeSeatTerms } from '../store/seat-terms.server.ts';
import { keepTiedAway } from './keep-tied-away.server.ts';

/** The signed-in person takes the seat she was offered, on the terms she gives, or does not. */
export function answerInvitation(
  context: Context,
  callId: Id,
  answer: 'declined' | SeatAgreement,
): Outcome<InvitationAnswer, AnswerRefusal | TermsRefusal | 'not-found'> {
  const { actor } = context;
  if (actor === null) return refused('not-found');
  return context.transact((tx) => {
    const member = findMember(tx, callId, actor.personId);
    if (member === null || !maySeeInvitation(member.state)) return refused('not-found');
    const facts = { panel: panelStateOf(tx, callId), seat: member.state };
    const decision = decideAnswer(facts, answer === 'declined' ? 'declined' : 'accepted');
    if (!decision.ok) return decision;
    if (answer !== 'declined') {
      const terms = decideTerms(answer, payOffered(member.kind, findOffer(tx, callId)));
      if (!terms.ok) return terms;
      writeSeatTerms(tx, member.id, answer, context.now, context.newId);
    }
    setSeat(tx, member.id, decision.value, context.now);
    keepTiedAway(tx, context, callId);
    return decision;
  });
}
