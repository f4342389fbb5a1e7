import { describe, expect, it } from 'vitest';
import {
  mayDeclareConflicts,
  mayReadApplication,
  mayRunPanel,
  mayScoreApplication,
  maySeeInvitation,
  type Reading,
} from './access.ts';
import { maySeeOthersScores, maySeeRanking } from './visibility.ts';

const grace = { personId: 'grace', duties: [{ partnerId: 'common-ground', duty: 'manager' }] } as const;
const daniel = { personId: 'daniel', duties: [{ partnerId: 'common-ground', duty: 'finance' }] } as const;

describe('running a panel', () => {
  it('is for a manager of the call’s partner', () => {
    expect(mayRunPanel(grace, { partnerId: 'common-ground', isOfPanel: false })).toBe(true);
    expect(mayRunPanel(grace, { partnerId: 'spark', isOfPanel: false })).toBe(false);
    expect(mayRunPanel(daniel, { partnerId: 'common-ground', isOfPanel: false })).toBe(false);
    expect(mayRunPanel(null, { partnerId: 'common-ground', isOfPanel: false })).toBe(false);
  });
  it('is not for whoever is of it', () => {
    expect(mayRunPanel(grace, { partnerId: 'common-ground', isOfPanel: true })).toBe(false);
  });
});

describe('seeing an invitation', () => {
  it.each([
    ['invited', true],
    ['accepted', true],
    ['declined', false],
    ['left', false],
    [null, false],
  ] as const)('with a seat that is %s: %s', (seat, allowed) => {
    expect(maySeeInvitation(seat)).toBe(allowed);
  });
});

describe('declaring conflicts', () => {
  it('waits until the list of applications is final', () => {
    expect(mayDeclareConflicts({ seat: 'accepted', isCallClosed: true })).toBe(true);
    expect(mayDeclareConflicts({ seat: 'accepted', isCallClosed: false })).toBe(false);
  });
  it.each(['invited', 'declined', 'left', null] as const)('is not for a seat that is %s', (seat) => {
    expect(mayDeclareConflicts({ seat, isCallClosed: true })).toBe(false);
  });
});

describe('reading an application', () => {
  const free: Reading = {
    seat: 'accepted',
    panel: 'scoring',
    allows: 'score',
    isStanding: true,
    isOwn: false,
    isInScope: true,
    declared: 'none',
  };
  it('is possible while scoring is open, and afterwards', () => {
    expect(mayReadApplication(free)).toBe(true);
    expect(mayReadApplication({ ...free, panel: 'closed' })).toBe(true);
    expect(mayReadApplication({ ...free, allows: 'read' })).toBe(true);
  });
  it.each([
    ['scoring has not opened', { panel: 'preparing' }],
    ['the first phase has not begun', { allows: 'nothing' }],
    ['she has not declared anything', { declared: null }],
    ['a hard tie binds her to it', { declared: 'hard' }],
    ['it was given to others', { isInScope: false }],
    ['it is her own, whatever she declared', { isOwn: true }],
    ['it was withdrawn', { isStanding: false }],
    ['she has not answered', { seat: 'invited' }],
    ['she said no', { seat: 'declined' }],
    ['she left', { seat: 'left' }],
    ['she was never asked', { seat: null }],
  ] as const)('is refused when %s', (_because, change) => {
    expect(mayReadApplication({ ...free, ...change })).toBe(false);
    expect(mayScoreApplication({ ...free, ...change })).toBe(false);
  });
  it('stays open to a soft tie, which only ends scoring', () => {
    expect(mayReadApplication({ ...free, declared: 'soft' })).toBe(true);
    expect(mayScoreApplication({ ...free, declared: 'soft' })).toBe(false);
    expect(mayScoreApplication(free)).toBe(true);
  });
});

describe('seeing scores', () => {
  it('is for a member whose own sheet for that application counts', () => {
    expect(maySeeOthersScores('submitted', 'after-mine')).toBe(true);
    for (const own of ['draft', 'set-aside', null] as const) expect(maySeeOthersScores(own, 'after-mine')).toBe(false);
  });
  it('is for nobody or for every reader where the phase says so', () => {
    expect(maySeeOthersScores('submitted', 'never')).toBe(false);
    expect(maySeeOthersScores(null, 'always')).toBe(true);
  });
  it('is for the manager when scoring has closed', () => {
    expect(maySeeRanking('closed')).toBe(true);
    expect(maySeeRanking('scoring')).toBe(false);
    expect(maySeeRanking('preparing')).toBe(false);
  });
});
