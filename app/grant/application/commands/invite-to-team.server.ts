import { randomBytes } from 'node:crypto';
import { type Id, isId } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import { normaliseEmail } from '#app/people/rules/sign-in.ts';
import type { Context } from '#app/platform/context.server.ts';
import { promise } from '#app/platform/outbox.server.ts';
import { invitationTokenHash } from '../queries/invitation-token-hash.server.ts';
import { myRole } from '../queries/team.server.ts';
import {
  decideInvite,
  INVITATION_GOOD_FOR,
  type InviteRefusal,
  invitationState,
  makeInvitationToken,
  TOKEN_RANDOM_BYTES,
} from '../rules/inviting.ts';
import { isTest } from '../rules/reference.ts';
import { type MemberKind, type MemberRole, mayManageTeam } from '../rules/team.ts';
import { findInvitation, findInvitationsOf, insertInvitation } from '../store/invitations.server.ts';
import { findApplication } from '../store.server.ts';

/** What an owner says about somebody who is to come into the team. */
export type InvitationDraft = {
  /** Made for the form, so that the same form sent twice invites once. */
  readonly invitationId: Id;
  readonly kind: MemberKind;
  readonly role: MemberRole;
  /** To whom it is sent; null for a link that the owner hands on. */
  readonly email: string | null;
  readonly usesMax: number;
  /** Somebody the link is written to whose address the owner never learns: a group that agreed to join up. */
  readonly toPersonId?: Id;
};

/**
 * Invites somebody into the team of an application, by letter or by a link; only the token's hash is kept.
 *
 * @returns the token: nothing can show it again
 */
export function inviteToTeam(
  context: Context,
  applicationId: Id,
  draft: InvitationDraft,
): Outcome<{ token: string }, InviteRefusal | 'already-invited' | 'is-a-test' | 'not-found'> {
  const { actor } = context;
  return context.transact((tx) => {
    const found = findApplication(tx, applicationId);
    if (actor === null || found === null || !mayManageTeam(myRole(context, found))) return refused('not-found');
    // A pretend application has no team: nobody outside is to hear of it.
    if (isTest(found)) return refused('is-a-test');
    if (!isId(draft.invitationId)) return refused('not-found');
    if (findInvitation(tx, draft.invitationId) !== null) return refused('already-invited');
    const open = findInvitationsOf(tx, applicationId).filter((made) => invitationState(made, context.now) === 'open');
    const decision = decideInvite(found, draft, open.length);
    if (!decision.ok) return decision;
    const token = makeInvitationToken(randomBytes(TOKEN_RANDOM_BYTES));
    insertInvitation(tx, {
      id: draft.invitationId,
      applicationId,
      tokenHash: invitationTokenHash(context, token),
      kind: draft.kind,
      role: draft.role,
      email: draft.email === null ? null : normaliseEmail(draft.email),
      usesMax: draft.email === null ? draft.usesMax : 1,
      createdAt: context.now,
      createdBy: actor.personId,
      expiresAt: context.now + INVITATION_GOOD_FOR,
    });
    if (draft.email !== null || draft.toPersonId !== undefined) {
      const to: Record<string, string> = draft.toPersonId === undefined ? {} : { toPersonId: draft.toPersonId };
      const sealedToken = context.secrets.seal(token, 'invitation-token');
      promise(tx, context, {
        kind: 'team-invitation-made',
        subjectId: draft.invitationId,
        detail: { sealedToken, ...to },
      });
    }
    return done({ token });
  });
}
