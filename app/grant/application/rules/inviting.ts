import { crockford } from '#app/kernel/id.ts';
import { DAY, type Instant } from '#app/kernel/instant.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { ApplicationState } from './state.ts';
import type { MemberKind, MemberRole } from './team.ts';

export const INVITATION_GOOD_FOR = 14 * DAY;
/** How many people may come by one link. */
export const LINK_USES_MAX = 20;
/** A community group, not a mailing list. The owner is not counted. */
export const MEMBERS_MAX = 20;
/** That can still be used, per application: each may be a letter to somebody who never asked for one. */
export const OPEN_INVITATIONS_MAX = 20;

/** 160 random bits: nobody finds one by trying. */
export const TOKEN_RANDOM_BYTES = 20;
const TOKEN_SYMBOLS = 32;
const TOKEN_PATTERN = /^[0-9a-hjkmnp-tv-z]{32}$/;

/** @param random  twenty bytes from a cryptographic source */
export function makeInvitationToken(random: Uint8Array): string {
  invariant(random.length === TOKEN_RANDOM_BYTES, 'an invitation token is made from exactly 20 random bytes');
  return crockford(random, TOKEN_SYMBOLS);
}

/** Whether a text can be a token at all, before anything is looked up. */
export function isInvitationToken(text: string): boolean {
  return TOKEN_PATTERN.test(text);
}

export type Invitation = {
  readonly kind: MemberKind;
  readonly role: MemberRole;
  /** Lower case; null for a link that is handed on. */
  readonly email: string | null;
  readonly usesMax: number;
  /** People who came by it, those who left again too. */
  readonly uses: number;
  readonly expiresAt: Instant;
  readonly revokedAt: Instant | null;
};

export type InvitationState = 'open' | 'revoked' | 'used-up' | 'expired';

/** Whether an invitation can still be used, and if not, why. */
export function invitationState(
  invitation: Pick<Invitation, 'usesMax' | 'uses' | 'expiresAt' | 'revokedAt'>,
  now: Instant,
): InvitationState {
  if (invitation.revokedAt !== null) return 'revoked';
  if (invitation.uses >= invitation.usesMax) return 'used-up';
  return now >= invitation.expiresAt ? 'expired' : 'open';
}

export type InviteRefusal = 'withdrawn' | 'support-never-signs' | 'uses-out-of-range' | 'too-many-invitations';

/** Decides whether another invitation may be made. The first refusal wins. */
export function decideInvite(
  application: { readonly state: ApplicationState },
  wanted: Pick<Invitation, 'kind' | 'role' | 'usesMax'>,
  openInvitations: number,
): Outcome<'invite', InviteRefusal> {
  if (application.state === 'withdrawn') return refused('withdrawn');
  if (wanted.kind === 'support' && wanted.role === 'sign') return refused('support-never-signs');
  const isCount = Number.isInteger(wanted.usesMax) && wanted.usesMax >= 1 && wanted.usesMax <= LINK_USES_MAX;
  if (!isCount) return refused('uses-out-of-range');
  return openInvitations >= OPEN_INVITATIONS_MAX ? refused('too-many-invitations') : done('invite');
}

export type JoinRefusal =
  | 'withdrawn'
  | 'already-in'
  | 'revoked'
  | 'used-up'
  | 'expired'
  | 'other-address'
  | 'own-call'
  | 'team-full';

/** Decides whether somebody who holds an invitation may join by it. The first refusal wins. */
export function decideJoin(
  application: { readonly state: ApplicationState },
  invitation: Invitation,
  person: {
    /** Lower case. */
    readonly email: string;
    readonly isInTeam: boolean;
    /** Staff of the partner give the pot out; they help nobody to ask for it in the group's name. */
    readonly mayStart: boolean;
  },
  membersNow: number,
  now: Instant,
): Outcome<'join', JoinRefusal> {
  if (application.state === 'withdrawn') return refused('withdrawn');
  if (person.isInTeam) return refused('already-in');
  const state = invitationState(invitation, now);
  if (state !== 'open') return refused(state);
  // Whoever else reads a letter on its way must not walk in with it.
  if (invitation.email !== null && invitation.email !== person.email) return refused('other-address');
  if (!person.mayStart) return refused('own-call');
  return membersNow >= MEMBERS_MAX ? refused('team-full') : done('join');
}
