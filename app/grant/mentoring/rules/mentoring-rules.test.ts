import { describe, expect, it } from 'vitest';
import { decideAddMentor, MENTOR_HOURS_MAX } from './adding-mentor.ts';
import { CHECK_IN_TEXT_MAX, checkInState, decideCheckIn, decideGroupAnswer, heldOn } from './checking-in.ts';
import { decideMatch, freeHours, type MentorFit, speaks, suggestMentors } from './matching.ts';
import {
  canRelease,
  decideMilestone,
  decideRemove,
  decideSignOff,
  MILESTONE_TITLE_MAX,
  MILESTONES_MAX,
} from './milestones.ts';

describe('choosing a mentor', () => {
  const facts = {
    isAccepted: true,
    currentMentorId: null,
    mentorId: 'marta',
    isInsider: false,
    satOnPanel: false,
    worksForPartner: false,
    isNamed: false,
  };

  it('keeps mentoring apart from judging, deciding and paying', () => {
    expect(decideMatch(facts).ok).toBe(true);
    expect(decideMatch({ ...facts, isNamed: true })).toEqual({ ok: false, reason: 'named-by-applicant' });
    expect(decideMatch({ ...facts, satOnPanel: true })).toEqual({ ok: false, reason: 'sat-on-panel' });
    expect(decideMatch({ ...facts, worksForPartner: true })).toEqual({ ok: false, reason: 'works-for-partner' });
    expect(decideMatch({ ...facts, isInsider: true })).toEqual({ ok: false, reason: 'own-group' });
  });

  it('waits for the acceptance, and needs no second match with the same mentor', () => {
    expect(decideMatch({ ...facts, isAccepted: false })).toEqual({ ok: false, reason: 'award-not-accepted' });
    expect(decideMatch({ ...facts, currentMentorId: 'marta' })).toEqual({ ok: false, reason: 'same-mentor' });
    expect(decideMatch({ ...facts, currentMentorId: 'nabil' }).ok).toBe(true);
  });

  const mentor = (name: string, more: Partial<MentorFit> = {}): MentorFit => ({
    mentorId: name,
    name,
    speaksLanguage: false,
    sameCity: false,
    groups: 0,
    hoursAMonth: 6,
    ...more,
  });

  it('suggests the language first, then the city, then the free hours, then the name', () => {
    const list = [
      mentor('Busy', { speaksLanguage: true, sameCity: true, groups: 3 }),
      mentor('Zoe', { hoursAMonth: 8 }),
      mentor('Near', { sameCity: true }),
      mentor('Speaks', { speaksLanguage: true }),
      mentor('Both', { speaksLanguage: true, sameCity: true }),
      mentor('Adam'),
      mentor('Beth'),
    ];
    expect(suggestMentors(list).map((entry) => entry.name)).toEqual([
      'Both',
      'Speaks',
      'Near',
      'Zoe',
      'Adam',
      'Beth',
      'Busy',
    ]);
  });

  it('counts two hours for each group and never less than nothing', () => {
    expect(freeHours({ hoursAMonth: 6, groups: 2 })).toBe(2);
    expect(freeHours({ hoursAMonth: 6, groups: 3 })).toBe(0);
    expect(freeHours({ hoursAMonth: 6, groups: 4 })).toBe(0);
  });

  it('understands a language across its regions, and not its neighbours', () => {
    expect(speaks(['en', 'ar'], 'ar-SY')).toBe(true);
    expect(speaks(['zh-Hans'], 'zh')).toBe(true);
    expect(speaks(['en'], 'es')).toBe(false);
  });
});

describe('adding a mentor', () => {
  const marta = { name: 'Marta', languages: ['pl'], hoursAMonth: 8 };

  it('needs a name, a language and hours that a month has', () => {
    expect(decideAddMentor(false, marta).ok).toBe(true);
    expect(decideAddMentor(true, marta)).toEqual({ ok: false, reason: 'already-mentor' });
    expect(decideAddMentor(false, { ...marta, name: ' ' })).toEqual({ ok: false, reason: 'name-missing' });
    expect(decideAddMentor(false, { ...marta, languages: [] })).toEqual({ ok: false, reason: 'languages-missing' });
    for (const hoursAMonth of [0, 1.5, MENTOR_HOURS_MAX + 1])
      expect(decideAddMentor(false, { ...marta, hoursAMonth })).toEqual({ ok: false, reason: 'hours-out-of-range' });
    for (const hoursAMonth of [1, MENTOR_HOURS_MAX])
      expect(decideAddMentor(false, { ...marta, hoursAMonth }).ok).toBe(true);
  });
});

describe('planning milestones', () => {
  const plan = { milestones: 0, releasing: 0, trancheCount: 3 };
  const meters = { title: 'Fifteen meters tested', dueAt: 1000, releasesTranche: false };

  it('wants a title and a date that has not passed', () => {
    expect(decideMilestone(plan, meters, 1000).ok).toBe(true);
    expect(decideMilestone(plan, meters, 1001)).toEqual({ ok: false, reason: 'due-in-the-past' });
    expect(decideMilestone(plan, { ...meters, title: ' ' }, 0)).toEqual({ ok: false, reason: 'title-missing' });
    expect(decideMilestone(plan, { ...meters, title: 'x'.repeat(MILESTONE_TITLE_MAX) }, 0).ok).toBe(true);
    const long = { ...meters, title: 'x'.repeat(MILESTONE_TITLE_MAX + 1) };
    expect(decideMilestone(plan, long, 0)).toEqual({ ok: false, reason: 'title-too-long' });
  });

  it('stays a plan that fits a page', () => {
    expect(decideMilestone({ ...plan, milestones: MILESTONES_MAX - 1 }, meters, 0).ok).toBe(true);
    expect(decideMilestone({ ...plan, milestones: MILESTONES_MAX }, meters, 0)).toEqual({
      ok: false,
      reason: 'too-many-milestones',
    });
  });

  it('ties no more milestones to payments than there are payments after the first', () => {
    const tied = { ...meters, releasesTranche: true };
    expect(decideMilestone({ ...plan, releasing: 1 }, tied, 0).ok).toBe(true);
    expect(decideMilestone({ ...plan, releasing: 2 }, tied, 0)).toEqual({ ok: false, reason: 'no-payment-waits' });
    expect(canRelease({ releasing: 0, trancheCount: 1 })).toBe(false);
  });

  it('lets go of a milestone only while nobody has talked about it', () => {
    expect(decideRemove({ state: 'open', checkIns: 0 }).ok).toBe(true);
    expect(decideRemove({ state: 'open', checkIns: 1 })).toEqual({ ok: false, reason: 'talked-about' });
    expect(decideRemove({ state: 'met', checkIns: 0 })).toEqual({ ok: false, reason: 'already-met' });
  });

  it('is signed off when the mentor recorded it, the group confirmed it and somebody else signs', () => {
    const facts = { state: 'open' as const, checkIns: [{ confirmedByGroupAt: 5 }], signerIsMentor: false };
    expect(decideSignOff(facts).ok).toBe(true);
    expect(decideSignOff({ ...facts, checkIns: [] })).toEqual({ ok: false, reason: 'not-said-to-be-met' });
    expect(decideSignOff({ ...facts, checkIns: [{ confirmedByGroupAt: null }] })).toEqual({
      ok: false,
      reason: 'not-confirmed',
    });
    expect(decideSignOff({ ...facts, checkIns: [{ confirmedByGroupAt: null }, { confirmedByGroupAt: 5 }] }).ok).toBe(
      true,
    );
    expect(decideSignOff({ ...facts, signerIsMentor: true })).toEqual({ ok: false, reason: 'mentor-signs-own' });
    expect(decideSignOff({ ...facts, state: 'met' })).toEqual({ ok: false, reason: 'already-met' });
  });
});

describe('checking in', () => {
  const said = {
    heldAt: 100,
    promised: 'Meters.',
    happened: 'We have them.',
    changed: '',
    helpNeeded: '',
    feels: 'good' as const,
  };
  const facts = { acceptedAt: 50, milestone: null };

  it('happened after the award and not in the future', () => {
    expect(decideCheckIn(facts, said, 100).ok).toBe(true);
    expect(decideCheckIn(facts, said, 99)).toEqual({ ok: false, reason: 'held-in-the-future' });
    expect(decideCheckIn(facts, { ...said, heldAt: 50 }, 100).ok).toBe(true);
    expect(decideCheckIn(facts, { ...said, heldAt: 49 }, 100)).toEqual({ ok: false, reason: 'held-before-award' });
  });

  it('was held on the day it is remembered by: today until now, an earlier day until its end', () => {
    const day = { from: 100, until: 199 };
    expect(heldOn(day, 150)).toBe(150);
    expect(heldOn(day, 500)).toBe(199);
    expect(heldOn(day, 100)).toBe(100);
    expect(heldOn(day, 99)).toBe(100);
  });

  it('says at least what was promised and what happened, in a few lines', () => {
    expect(decideCheckIn(facts, { ...said, promised: ' ' }, 100)).toEqual({ ok: false, reason: 'promised-missing' });
    expect(decideCheckIn(facts, { ...said, happened: '' }, 100)).toEqual({ ok: false, reason: 'happened-missing' });
    expect(decideCheckIn(facts, { ...said, changed: 'x'.repeat(CHECK_IN_TEXT_MAX) }, 100).ok).toBe(true);
    expect(decideCheckIn(facts, { ...said, changed: 'x'.repeat(CHECK_IN_TEXT_MAX + 1) }, 100)).toEqual({
      ok: false,
      reason: 'text-too-long',
    });
  });

  it('speaks only of a milestone of this plan that is still open', () => {
    expect(decideCheckIn({ ...facts, milestone: 'open' }, said, 100).ok).toBe(true);
    for (const milestone of ['met', 'unknown'] as const)
      expect(decideCheckIn({ ...facts, milestone }, said, 100)).toEqual({ ok: false, reason: 'milestone-not-open' });
  });

  it('is answered once by the group, with a note when it is not right', () => {
    const open = { confirmedByGroupAt: null, disputedAt: null };
    expect(decideGroupAnswer(open, { isRight: true, note: '' }).ok).toBe(true);
    expect(decideGroupAnswer(open, { isRight: false, note: ' ' })).toEqual({ ok: false, reason: 'note-missing' });
    expect(decideGroupAnswer(open, { isRight: false, note: 'It was nine.' }).ok).toBe(true);
    expect(decideGroupAnswer({ ...open, disputedAt: 1 }, { isRight: true, note: '' })).toEqual({
      ok: false,
      reason: 'already-answered',
    });
    expect(checkInState(open)).toBe('to-confirm');
    expect(checkInState({ ...open, confirmedByGroupAt: 1 })).toBe('confirmed');
    expect(checkInState({ ...open, disputedAt: 1 })).toBe('not-right');
  });
});
