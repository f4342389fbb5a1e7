import { describe, expect, it } from 'vitest';
import type { Actor } from '#app/kernel/actor.ts';
import {
  MEMBER_ROLES,
  type MemberRole,
  mayComment,
  mayEdit,
  mayManageTeam,
  maySign,
  mayView,
  roleOn,
  type TeamRole,
} from './team.ts';

const person = (personId: string): Actor => ({ personId, duties: [] });
const application = { applicantId: 'amina' };
const team = MEMBER_ROLES.map((role) => ({ personId: `who may ${role}`, role }));

describe('what somebody is to an application', () => {
  it('is its owner, whoever else is in the team', () => {
    expect(roleOn(person('amina'), application, team)).toBe('owner');
    expect(roleOn(person('amina'), application, [])).toBe('owner');
  });
  it.each(MEMBER_ROLES)('is the role they were given: %s', (role) => {
    expect(roleOn(person(`who may ${role}`), application, team)).toBe(role);
  });
  it('is nothing for strangers, for who left, and for who is not signed in', () => {
    expect(roleOn(person('yusuf'), application, team)).toBeNull();
    expect(roleOn(person('who may sign'), application, [])).toBeNull();
    expect(roleOn(null, application, team)).toBeNull();
  });
  it('is nothing for staff as staff: a duty is no seat in the team', () => {
    const grace: Actor = { personId: 'grace', duties: [{ partnerId: 'common-ground', duty: 'manager' }] };
    expect(roleOn(grace, application, team)).toBeNull();
  });
});

describe('what a role may do', () => {
  const ROLES: readonly (TeamRole | null)[] = [null, 'view', 'comment', 'edit', 'sign', 'owner'];
  const allowed = (may: (role: TeamRole | null) => boolean) => ROLES.filter((role) => may(role));

  it('grows from one to the next, and only an owner decides about the team', () => {
    expect(allowed(mayView)).toEqual(['view', 'comment', 'edit', 'sign', 'owner']);
    expect(allowed(mayComment)).toEqual(['comment', 'edit', 'sign', 'owner']);
    expect(allowed(mayEdit)).toEqual(['edit', 'sign', 'owner']);
    expect(allowed(maySign)).toEqual(['sign', 'owner']);
    expect(allowed(mayManageTeam)).toEqual(['owner']);
  });
  it('is given in the order in which it grows', () => {
    const powers = (role: MemberRole) => [mayView, mayComment, mayEdit, maySign].filter((may) => may(role)).length;
    expect(MEMBER_ROLES.map(powers)).toEqual([1, 2, 3, 4]);
  });
});
