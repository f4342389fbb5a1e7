import { describe, expect, it } from 'vitest';
import type { MemberKind } from './composition.ts';
import { hereAt, quorumOf, type Standing, standingOn } from './meeting-standing.ts';

const untied = { isOwn: false, isHidden: false, declared: 'none' } as const;

describe('towards one application, a member', () => {
  it('speaks and votes when she has said that nothing ties her to it', () => {
    expect(standingOn(untied)).toBe('free');
  });

  it('speaks and does not vote with a soft tie', () => {
    expect(standingOn({ ...untied, declared: 'soft' })).toBe('speaks-only');
  });

  it('leaves with a hard tie, and before she has said anything', () => {
    expect(standingOn({ ...untied, declared: 'hard' })).toBe('must-leave');
    expect(standingOn({ ...untied, declared: null })).toBe('must-leave');
  });

  it('leaves for her own, and where its applicant has named her, whatever she declared', () => {
    for (const declared of ['none', 'soft', 'hard', null] as const) {
      expect(standingOn({ ...untied, declared, isOwn: true })).toBe('must-leave');
      expect(standingOn({ ...untied, declared, isHidden: true })).toBe('must-leave');
    }
  });
});

const member = (kind: MemberKind, standing: Standing = 'free') => ({ kind, standing });
const half = { quorum: 3, shareMinPercent: 50 };

describe('a quorum', () => {
  it('needs its number, and not one more', () => {
    const two = [member('participant'), member('participant')];
    expect(quorumOf(two, half).isMet).toBe(false);
    expect(quorumOf([...two, member('staff')], half).isMet).toBe(true);
  });

  it('needs the promised share of participants among those who decide, with equality', () => {
    const one = [member('participant'), member('staff'), member('funder')];
    expect(quorumOf(one, half).isMet).toBe(false);
    expect(quorumOf([...one, member('participant')], half).isMet).toBe(true);
    expect(quorumOf(one, { quorum: 3, shareMinPercent: 33 }).isMet).toBe(true);
    expect(quorumOf(one, { quorum: 3, shareMinPercent: 34 }).isMet).toBe(false);
  });

  it('does not count whoever is tied: neither to the number nor to the share', () => {
    const tied = [member('participant', 'must-leave'), member('participant', 'speaks-only')];
    const quorum = quorumOf([...tied, member('participant'), member('staff'), member('expert')], half);
    expect(quorum).toMatchObject({ here: 5, free: 3, needed: 3, isMet: false });
    expect(quorum.composition).toMatchObject({
      accepted: 3,
      participants: 1,
      sharePercent: 33,
      participantsMissing: 1,
    });
  });

  it('is never met by nobody', () => {
    expect(quorumOf([], { quorum: 1, shareMinPercent: 0 }).isMet).toBe(false);
    expect(quorumOf([member('staff')], { quorum: 1, shareMinPercent: 0 }).isMet).toBe(true);
  });
});

describe('who was there at a moment', () => {
  const stays = [
    { memberId: 'bo', cameAt: 10, wentAt: 20 },
    { memberId: 'bo', cameAt: 30, wentAt: null },
    { memberId: 'nadia', cameAt: 15, wentAt: 40 },
  ];

  it('counts from the moment of coming to the moment of going', () => {
    expect([...hereAt(stays, 9)]).toEqual([]);
    expect([...hereAt(stays, 10)]).toEqual(['bo']);
    expect([...hereAt(stays, 20)]).toEqual(['bo', 'nadia']);
    expect([...hereAt(stays, 21)]).toEqual(['nadia']);
    expect([...hereAt(stays, 40)]).toEqual(['bo', 'nadia']);
    expect([...hereAt(stays, 41)]).toEqual(['bo']);
  });
});
