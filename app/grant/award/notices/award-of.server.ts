import { invariant } from '#app/kernel/invariant.ts';
import { partnerById, personById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import type { Promised } from '#app/platform/outbox.server.ts';
import { ownerOf } from '../../application/queries/team.server.ts';
import { callById } from '../../call/queries/call-facts.server.ts';
import { awardById } from '../queries/award-card.server.ts';

/** The award that a promise is about, with everybody a letter names. */
export function awardOf(context: Context, promised: Promised) {
  const award = awardById(context, promised.subjectId);
  const call = award === null ? null : callById(context, award.callId);
  const partner = award === null ? null : partnerById(context, award.partnerId);
  const recipient = award === null ? null : personById(context, ownerOf(context, award.applicationId));
  invariant(award && call && partner && recipient, 'an award belongs to a call, a partner and a person');
  return { award, call, partner, recipient };
}

/** A page of the portal as a letter links to it. */
export function linkTo(context: Context, path: string): string {
  return new URL(path, context.env.PUBLIC_URL).href;
}
