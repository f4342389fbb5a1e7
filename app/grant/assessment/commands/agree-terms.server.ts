import type { Id } from '#app/kernel/id.ts';
import { type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { decideTerms, payOffered, type SeatAgreement, type TermsRefusal } from '../rules/seat-terms.ts';
import { findMember } from '../store/panel.server.ts';
import { findOffer, writeSeatTerms } from '../store/seat-terms.server.ts';
import { keepTiedAway } from './keep-tied-away.server.ts';

/** A seated member says anew, or for the first time, on what terms she sits there. */
export function agreeTerms(
  context: Context,
  callId: Id,
  agreement: SeatAgreement,
): Outcome<'agreed', TermsRefusal | 'not-found'> {
  const { actor } = context;
  if (actor === null) return refused('not-found');
  return context.transact((tx) => {
    const member = findMember(tx, callId, actor.personId);
    if (member?.state !== 'accepted') return refused('not-found');
    const decision = decideTerms(agreement, payOffered(member.kind, findOffer(tx, callId)));
    if (!decision.ok) return decision;
    writeSeatTerms(tx, member.id, agreement, context.now, context.newId);
    keepTiedAway(tx, context, callId);
    return decision;
  });
}
