import { describe, expect, it } from 'vitest';
import {
  decideInvite,
  decideJoin,
  type Invitation,
  isInvitationToken,
  MEMBERS_MAX,
  makeInvitationToken,
  OPEN_INVITATIONS_MAX,
} from './inviting.ts';

const refused = (reason: string) => ({ ok: false, reason });
const draft = { state: 'draft' } as const;

describe('a token', () => {
  it('is 32 symbols that are no id, from 160 random bits', () => {
    const token = makeInvitationToken(new Uint8Array(20).fill(255));
    expect(token).toBe('z'.repeat(32));
    expect(isInvitationToken(token)).toBe(true);
    expect(isInvitationToken(token.slice(1))).toBe(false);
    expect(isInvitationToken('l'.repeat(32))).toBe(false);
    expect(() => makeInvitationToken(new Uint8Array(19))).toThrow('20 random bytes');
  });
});

describe('inviting', () => {
  const wanted = { kind: 'team', role: 'sign', usesMax: 1 } as const;
  it('goes on until an application is taken back', () => {
    expect(decideInvite(draft, wanted, 0).ok).toBe(true);
    expect(decideInvite({ state: 'submitted' }, wanted, 0).ok).toBe(true);
    expect(decideInvite({ state: 'withdrawn' }, wanted, 0)).toEqual(refused('withdrawn'));
  });
  it('lets a support worker do everything but sign', () => {
    expect(decideInvite(draft, { ...wanted, kind: 'support', role: 'edit' }, 0).ok).toBe(true);
    expect(decideInvite(draft, { ...wanted, kind: 'support' }, 0)).toEqual(refused('support-never-signs'));
  });
  it('counts uses and open invitations', () => {
    for (const usesMax of [1, 20]) expect(decideInvite(draft, { ...wanted, usesMax }, 0).ok).toBe(true);
    for (const usesMax of [0, 21, 1.5, Number.NaN]) {
      expect(decideInvite(draft, { ...wanted, usesMax }, 0)).toEqual(refused('uses-out-of-range'));
    }
    expect(decideInvite(draft, wanted, OPEN_INVITATIONS_MAX - 1).ok).toBe(true);
    expect(decideInvite(draft, wanted, OPEN_INVITATIONS_MAX)).toEqual(refused('too-many-invitations'));
  });
});

describe('joining', () => {
  const invitation: Invitation = {
    kind: 'team',
    role: 'edit',
    email: 'bo@people.example',
    usesMax: 1,
    uses: 0,
    expiresAt: 1_000,
    revokedAt: null,
  };
  const bo = { email: 'bo@people.example', isInTeam: false, mayStart: true };
  const join = (changes: Partial<Invitation>, person = bo, members = 0, now = 999) =>
    decideJoin(draft, { ...invitation, ...changes }, person, members, now);

  it('is for the person whose letter it is, until the last millisecond', () => {
    expect(join({}).ok).toBe(true);
    expect(join({}, bo, 0, 1_000)).toEqual(refused('expired'));
    expect(join({}, { ...bo, email: 'cy@people.example' })).toEqual(refused('other-address'));
    expect(join({ email: null }, { ...bo, email: 'cy@people.example' }).ok).toBe(true);
  });
  it('ends when it was taken back or used up', () => {
    expect(join({ revokedAt: 5 })).toEqual(refused('revoked'));
    expect(join({ usesMax: 3, uses: 2 }).ok).toBe(true);
    expect(join({ usesMax: 3, uses: 3 })).toEqual(refused('used-up'));
  });
  it('is not for who is in it, gives the money out, or finds it full', () => {
    expect(join({}, { ...bo, isInTeam: true })).toEqual(refused('already-in'));
    expect(join({}, { ...bo, mayStart: false })).toEqual(refused('own-call'));
    expect(join({}, bo, MEMBERS_MAX - 1).ok).toBe(true);
    expect(join({}, bo, MEMBERS_MAX)).toEqual(refused('team-full'));
    expect(decideJoin({ state: 'withdrawn' }, invitation, bo, 0, 1)).toEqual(refused('withdrawn'));
  });
});
