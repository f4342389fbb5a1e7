import type { Actor } from '#app/kernel/actor.ts';
import type { Id } from '#app/kernel/id.ts';
import { actorOf, partnerStaff } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { type ApplicationHead, applicationsUnderReview } from '../../application/queries/application-card.server.ts';
import { hiddenFromPerson } from '../../application/queries/hidden-from.server.ts';
import { isInsideAny } from '../../application/queries/team.server.ts';
import { type CallFacts, callById } from '../../call/queries/call-facts.server.ts';
import { type DecidingRole, decidingRole } from '../rules/access.ts';
import { isOfPanel } from './of-panel.server.ts';

/** Somebody at the table where a call is decided. */
export type DecidingSeat = {
  readonly call: CallFacts;
  readonly role: DecidingRole;
  readonly personId: Id;
  /** What stands, in order of reference. */
  readonly cards: readonly ApplicationHead[];
};

/** The seat of the signed-in person where a published call is decided; null for everybody who has none. */
export function decidingSeat(context: Context, callId: Id): DecidingSeat | null {
  const call = callById(context, callId);
  if (context.actor === null || call === null || call.state !== 'published') return null;
  const cards = applicationsUnderReview(context, callId);
  const role = roleOf(context, context.actor, call, cards);
  return role === null ? null : { call, role, personId: context.actor.personId, cards };
}

/** Everybody who can be the second pair of eyes on what one person has locked. */
export function secondPeople(context: Context, seat: DecidingSeat): Id[] {
  const staff = new Set(partnerStaff(context, seat.call.partnerId).map(({ personId }) => personId));
  return [...staff].filter(
    (personId) =>
      personId !== seat.personId && roleOf(context, actorOf(context, personId), seat.call, seat.cards) !== null,
  );
}

function roleOf(context: Context, actor: Actor, call: CallFacts, cards: readonly ApplicationHead[]) {
  // Most who ask are no staff of the partner: nothing more is looked up for them.
  const facts = { partnerId: call.partnerId, isOfPanel: false, isTied: false };
  if (decidingRole(actor, facts) === null) return null;
  const ids = cards.map(({ id }) => id);
  const hidden = hiddenFromPerson(context, call.id, actor.personId);
  return decidingRole(actor, {
    partnerId: call.partnerId,
    isOfPanel: isOfPanel(context, call.id, actor.personId),
    isTied: isInsideAny(context, ids, actor.personId) || ids.some((id) => hidden.has(id)),
  });
}
