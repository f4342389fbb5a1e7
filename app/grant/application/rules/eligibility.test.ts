import { describe, expect, it } from 'vitest';
import {
  type CheckFacts,
  type CheckReason,
  decideCheck,
  decideMark,
  decideTelling,
  type Finding,
  findingFault,
  letterKind,
  NOTE_WORDS_MAX,
  tidiedFinding,
  undoneFinding,
} from './eligibility.ts';

const livesHere: CheckReason = {
  statement: 'Your group works in this city.',
  route: 'partner',
  advice: 'Talk to the council.',
  link: '',
  otherSlug: null,
};
const turnedAway: Finding = { outcome: 'not-eligible', reasons: [livesHere], note: '' };
const open: CheckFacts = { state: 'submitted', isScoringOpen: false, latest: null };

describe('a finding', () => {
  it('turns nobody away without a why: a rule, or words', () => {
    expect(findingFault(turnedAway)).toBeNull();
    expect(findingFault({ ...turnedAway, reasons: [], note: 'It is a business of one person.' })).toBeNull();
    expect(findingFault({ ...turnedAway, reasons: [] })).toBe('why-missing');
  });

  it('asks for more only in words', () => {
    expect(findingFault({ outcome: 'more-needed', reasons: [], note: '' })).toBe('note-missing');
    expect(findingFault({ outcome: 'more-needed', reasons: [], note: 'In which street?' })).toBeNull();
  });

  it('takes sixty words, and no more', () => {
    const words = (count: number) => Array.from({ length: count }, () => 'word').join(' ');
    expect(findingFault({ ...turnedAway, note: words(NOTE_WORDS_MAX) })).toBeNull();
    expect(findingFault({ ...turnedAway, note: words(NOTE_WORDS_MAX + 1) })).toBe('note-too-long');
  });

  it('never asks for papers', () => {
    expect(findingFault({ outcome: 'more-needed', reasons: [], note: 'Please send your visa.' })).toBe(
      'note-frightening',
    );
  });

  it('that is a plain yes needs no words, and keeps no reasons', () => {
    const yes = tidiedFinding({ outcome: 'eligible', reasons: [livesHere], note: '  ' });
    expect(yes).toEqual({ outcome: 'eligible', reasons: [], note: '' });
    expect(findingFault(yes)).toBeNull();
  });
});

describe('checking an application', () => {
  it.each([
    ['not-submitted', { ...open, state: 'draft' }],
    ['withdrawn', { ...open, state: 'withdrawn', isScoringOpen: true }],
    ['scoring-started', { ...open, isScoringOpen: true }],
  ] as const)('is refused: %s', (reason, facts) => {
    expect(decideCheck(facts)).toEqual({ ok: false, reason });
  });

  it('is possible as often as one likes until scoring opens', () => {
    expect(decideCheck(open).ok).toBe(true);
    expect(decideCheck({ ...open, latest: { ...turnedAway, turn: 3 } }).ok).toBe(true);
  });

  it('of many leaves alone what was found before, word for word', () => {
    const facts = { ...open, latest: { ...turnedAway, turn: 1 } };
    expect(decideMark(facts, turnedAway)).toEqual({ ok: false, reason: 'already-so' });
    expect(decideMark(facts, { ...turnedAway, note: 'And more.' }).ok).toBe(true);
    expect(decideMark(facts, { ...turnedAway, reasons: [], note: 'x' }).ok).toBe(true);
    expect(decideMark(facts, { outcome: 'eligible', reasons: [], note: '' }).ok).toBe(true);
  });

  it('can be undone to what stood before, or to nothing', () => {
    expect(undoneFinding(null)).toEqual({ outcome: 'taken-back', reasons: [], note: '' });
    expect(undoneFinding({ ...turnedAway, note: 'Sorry.' })).toEqual({ ...turnedAway, note: 'Sorry.' });
  });
});

describe('telling what was found', () => {
  const waiting = { count: 3, notEligible: 2 };
  const facts = { isScoringOpen: false, checkEndsAt: 1_000, expected: 3 };

  it('waits for the day of the plan, to the millisecond, when somebody is turned away', () => {
    expect(decideTelling(waiting, facts, 999)).toEqual({ ok: false, reason: 'too-early' });
    expect(decideTelling(waiting, facts, 1_000).ok).toBe(true);
    expect(decideTelling({ count: 3, notEligible: 0 }, facts, 0).ok).toBe(true);
    expect(decideTelling(waiting, { ...facts, checkEndsAt: null }, 0).ok).toBe(true);
  });

  it('goes to exactly those it said', () => {
    expect(decideTelling(waiting, { ...facts, expected: 2 }, 1_000)).toEqual({
      ok: false,
      reason: 'number-of-letters-changed',
    });
    expect(decideTelling({ count: 0, notEligible: 0 }, facts, 1_000)).toEqual({ ok: false, reason: 'nothing-to-tell' });
  });

  it('is over once somebody scores', () => {
    expect(decideTelling(waiting, { ...facts, isScoringOpen: true }, 0)).toEqual({
      ok: false,
      reason: 'scoring-started',
    });
  });

  it('says so when somebody is in after all', () => {
    expect(letterKind('eligible')).toBe('fits-after-all');
    expect(letterKind('taken-back')).toBe('fits-after-all');
    expect(letterKind('not-eligible')).toBe('not-eligible');
  });
});
