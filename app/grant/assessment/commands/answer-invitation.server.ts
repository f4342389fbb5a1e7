import type { Id } from '#app/kernel/id.ts';
import { type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { maySeeInvitation } from '../rules/access.ts';
import { type AnswerRefusal, decideAnswer, type InvitationAnswer } from '../rules/membership.ts';
import { findMember, panelStateOf, setSeat } from '../store/panel.server.ts';
import { keepTiedAway } from './keep-tied-away.server.ts';

/** The signed-in person takes the seat she was offered, or does not. */
export function answerInvitation(
  context: Context,
  callId: Id,
  answer: InvitationAnswer,
): Outcome<InvitationAnswer, AnswerRefusal | 'not-found'> {
  const { actor } = context;
  if (actor === null) return refused('not-found');
  return context.transact((tx) => {
    const member = findMember(tx, callId, actor.personId);
    if (member === null || !maySeeInvitation(member.state)) return refused('not-found');
    const decision = decideAnswer({ panel: panelStateOf(tx, callId), seat: member.state }, answer);
    if (!decision.ok) return decision;
    setSeat(tx, member.id, decision.value, context.now);
    keepTiedAway(tx, context, callId);
    return decision;
  });
}
