import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { findHandover } from '../store/handovers.server.ts';
import { findInvitation } from '../store/invitations.server.ts';
import { findJoinRequest } from '../store/match-making.server.ts';

type Read = Pick<Context, 'db'>;

/** What a letter about an invitation to a team is about. The caller has checked who gets it. */
export function invitationById(context: Read, invitationId: Id) {
  return findInvitation(context.db, invitationId);
}

/** The same for a hand-over of an application. */
export function handoverById(context: Read, handoverId: Id) {
  return findHandover(context.db, handoverId);
}

/** The same for one group's wish to join another. */
export function joinRequestById(context: Read, requestId: Id) {
  return findJoinRequest(context.db, requestId);
}
