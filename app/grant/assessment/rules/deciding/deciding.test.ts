import { describe, expect, it } from 'vitest';
import { compositionOf } from '../composition.ts';
import { contentHash } from './content-hash.ts';
import { type DecisionLock, decideConfirming, decideReleasing, decideTakingOff } from './decision-lock.ts';
import { mergedFeedback } from './feedback.ts';
import { decideEditing, letterMark } from './letter-editing.ts';
import { LETTER_BODY_MAX } from './letter-limits.ts';
import { SHORTLIST_REASON_MAX } from './pending-names.ts';
import {
  decideLocking,
  decideSaving,
  fillChoices,
  fillReasons,
  mergeChoices,
  type PendingChoice,
  shownMark,
} from './pending-shortlist.ts';
import { whatIf } from './what-if.ts';

const yes = (applicationId: string): PendingChoice => ({
  applicationId,
  decision: 'shortlisted',
  reason: 'Among the best.',
  nearly: false,
});
const no = (applicationId: string): PendingChoice => ({
  ...yes(applicationId),
  decision: 'declined',
  reason: 'Others.',
});
const byId = (...choices: readonly PendingChoice[]) => new Map(choices.map((choice) => [choice.applicationId, choice]));

describe('writing down what somebody means to decide', () => {
  const facts = {
    panel: 'closed',
    isDecided: false,
    isLocked: false,
    applicationIds: new Set(['kitchen', 'garden']),
  } as const;

  it('takes a choice without a reason yet, and keeps “nearly” for those who do not go on', () => {
    const near = { ...yes('kitchen'), nearly: true, reason: ' ' };
    expect(decideSaving(facts, [near])).toEqual({ ok: true, value: [{ ...near, nearly: false, reason: '' }] });
    expect(decideSaving(facts, [{ ...no('kitchen'), nearly: true }])).toMatchObject({ value: [{ nearly: true }] });
  });

  it.each([
    ['not-closed', { panel: 'scoring' }, yes('kitchen')],
    ['already-decided', { isDecided: true }, yes('kitchen')],
    ['locked', { isLocked: true }, yes('kitchen')],
    ['unknown-application', {}, yes('elsewhere')],
    ['reason-too-long', {}, { ...yes('kitchen'), reason: 'x'.repeat(SHORTLIST_REASON_MAX + 1) }],
  ] as const)('is refused: %s', (reason, change, choice) => {
    expect(decideSaving({ ...facts, ...change }, [choice])).toEqual({ ok: false, reason });
  });

  it('takes a reason as long as the limit', () => {
    expect(decideSaving(facts, [{ ...yes('kitchen'), reason: 'x'.repeat(SHORTLIST_REASON_MAX) }]).ok).toBe(true);
  });
});

describe('two windows on the same rows', () => {
  const sent = (choice: PendingChoice, shown: PendingChoice | undefined) => ({ choice, shown: shownMark(shown) });

  it('write what each has changed', () => {
    const stored = byId(no('kitchen'));
    expect(mergeChoices(stored, [sent(yes('kitchen'), no('kitchen')), sent(yes('garden'), undefined)])).toEqual({
      changed: [yes('kitchen'), yes('garden')],
      clashes: [],
    });
  });
  it('leave alone what they left alone, whatever a colleague did to it', () => {
    expect(mergeChoices(byId(yes('kitchen')), [sent(no('kitchen'), no('kitchen'))])).toEqual({
      changed: [],
      clashes: [],
    });
  });
  it('clash where both changed a row, unless they agree', () => {
    const other = { ...no('kitchen'), reason: 'Another.' };
    expect(mergeChoices(byId(other), [sent(yes('kitchen'), no('kitchen'))]).clashes).toEqual(['kitchen']);
    expect(mergeChoices(byId(yes('kitchen')), [sent(yes('kitchen'), no('kitchen'))]).clashes).toEqual([]);
  });
});

describe('filling in', () => {
  it('takes what the ranking proposes where nothing is chosen, and never what is not eligible', () => {
    const stored = byId(no('kitchen'), { ...no('garden'), decision: 'ineligible' });
    const fill = (replaces: boolean) =>
      fillChoices(['kitchen', 'garden', 'choir'], new Set(['kitchen', 'garden']), stored, replaces).map(
        ({ applicationId, decision }) => [applicationId, decision],
      );
    expect(fill(false)).toEqual([['choir', 'declined']]);
    expect(fill(true)).toEqual([
      ['kitchen', 'shortlisted'],
      ['choir', 'declined'],
    ]);
  });
  it('gives a reason only to rows that have none', () => {
    const stored = byId({ ...yes('kitchen'), reason: '' }, no('garden'), {
      ...no('choir'),
      decision: 'ineligible',
      reason: '',
    });
    const usual = { shortlisted: 'Well done.', declined: 'Not now.', ineligible: ' ' };
    expect(fillReasons(stored, usual)).toEqual([{ ...yes('kitchen'), reason: 'Well done.' }]);
  });
});

describe('locking a shortlist', () => {
  const facts = {
    panel: 'closed',
    isDecided: false,
    isLocked: false,
    composition: compositionOf([{ kind: 'participant', state: 'accepted' }], 33),
    lots: 'drawn',
    applicationIds: ['kitchen', 'garden'],
    choices: byId(yes('kitchen'), no('garden')),
    outdatedLetters: 0,
    isFairnessAnswered: true,
  } as const;

  it('takes a decision with a reason for every application', () => {
    expect(decideLocking(facts)).toEqual({ ok: true, value: 'locked' });
  });
  it.each([
    ['not-closed', { panel: 'scoring' }],
    ['already-decided', { isDecided: true }],
    ['locked', { isLocked: true }],
    ['composition-not-met', { composition: compositionOf([{ kind: 'staff', state: 'accepted' }], 33) }],
    ['lots-owed', { lots: 'owed' }],
    ['decision-missing', { choices: byId(yes('kitchen')) }],
    ['decision-missing', { applicationIds: [] }],
    ['reason-missing', { choices: byId(yes('kitchen'), { ...no('garden'), reason: ' ' }) }],
    ['nobody-shortlisted', { choices: byId(no('kitchen'), no('garden')) }],
    ['letter-outdated', { outdatedLetters: 1 }],
    ['fairness-unanswered', { isFairnessAnswered: false }],
  ] as const)('is refused: %s', (reason, change) => {
    expect(decideLocking({ ...facts, ...change })).toEqual({ ok: false, reason });
  });
});

describe('four eyes on a lock', () => {
  const lock: DecisionLock = {
    contentHash: 'abc',
    lockedBy: 'grace',
    lockedAt: 1,
    confirmedBy: null,
    confirmedAt: null,
    releasedAt: null,
  };
  const confirmed = { ...lock, confirmedBy: 'daniel', confirmedAt: 2 };
  const daniel = { personId: 'daniel', seenHash: 'abc', presentHash: 'abc' };

  it('are of two people who saw the same', () => {
    expect(decideConfirming(lock, daniel).ok).toBe(true);
    expect(decideConfirming(null, daniel)).toMatchObject({ reason: 'not-locked' });
    expect(decideConfirming(confirmed, daniel)).toMatchObject({ reason: 'already-confirmed' });
    expect(decideConfirming(lock, { ...daniel, personId: 'grace' })).toMatchObject({ reason: 'own-lock' });
    expect(decideConfirming(lock, { ...daniel, seenHash: 'abd' })).toMatchObject({ reason: 'changed-since' });
    expect(decideConfirming(lock, { ...daniel, presentHash: 'abd' })).toMatchObject({ reason: 'changed-since' });
  });
  it('come before anybody is told, and what they saw is what is told', () => {
    expect(decideReleasing(confirmed, 'abc').ok).toBe(true);
    expect(decideReleasing(null, 'abc')).toMatchObject({ reason: 'not-locked' });
    expect(decideReleasing(lock, 'abc')).toMatchObject({ reason: 'not-confirmed' });
    expect(decideReleasing(confirmed, 'abd')).toMatchObject({ reason: 'changed-since' });
    expect(decideReleasing({ ...confirmed, releasedAt: 3 }, 'abc')).toMatchObject({ reason: 'already-decided' });
  });
  it('can look again until then', () => {
    expect(decideTakingOff(confirmed).ok).toBe(true);
    expect(decideTakingOff(null)).toMatchObject({ reason: 'not-locked' });
    expect(decideTakingOff({ ...confirmed, releasedAt: 3 })).toMatchObject({ reason: 'already-decided' });
  });
});

describe('the fingerprint of a decision', () => {
  const letter = { language: 'en', subject: 'Hello', body: 'Words', feedback: '' };
  const content = {
    stage: 'shortlist',
    rows: [
      ['kitchen', 'shortlisted'],
      ['garden', 'declined'],
    ],
    scoresHash: 'of four',
    letters: new Map([['kitchen', letter]]),
    feedbackFrom: null,
  } as const;

  it('does not care for the order of rows', () => {
    expect(contentHash({ ...content, rows: content.rows.toReversed() })).toBe(contentHash(content));
  });
  it.each([
    [
      'a decision',
      {
        rows: [
          ['kitchen', 'declined'],
          ['garden', 'declined'],
        ],
      },
    ],
    ['a score', { scoresHash: 'of three' }],
    ['a letter', { letters: new Map([['kitchen', { ...letter, body: 'Other words' }]]) }],
    ['the day of the feedback', { feedbackFrom: 1 }],
    ['the stage', { stage: 'award' }],
  ] as const)('changes with %s', (_, change) => {
    expect(contentHash({ ...content, ...change })).not.toBe(contentHash(content));
  });
});

describe('what reviewers wrote', () => {
  const headings = { strengths: 'Liked', concerns: 'Not sure' };
  it('is merged in the order of its words, so that nobody can tell whose two answers belong together', () => {
    const sheets = [
      { strength: 'Warm', concern: 'Costs' },
      { strength: 'Brave', concern: 'Time ' },
      { strength: 'Warm', concern: '' },
    ];
    expect(mergedFeedback(sheets, headings)).toBe('Liked\n• Brave\n• Warm\n\nNot sure\n• Costs\n• Time');
    expect(mergedFeedback(sheets.toReversed(), headings)).toBe(mergedFeedback(sheets, headings));
  });
  it('leaves out a heading over nothing', () => {
    expect(mergedFeedback([{ strength: 'Warm', concern: '' }], headings)).toBe('Liked\n• Warm');
    expect(mergedFeedback([], headings)).toBe('');
  });
});

describe('rewriting a letter', () => {
  const before = { subject: 'Hello', body: 'Words', feedback: '' };
  const open = { isLocked: false, before };
  const words = { subject: ' Hello ', body: 'Better words', feedback: '' };
  const shown = letterMark(before);

  it('keeps the words without the space around them', () => {
    expect(decideEditing(open, words, shown)).toEqual({ ok: true, value: { ...words, subject: 'Hello' } });
    expect(decideEditing(open, { ...words, body: 'x'.repeat(LETTER_BODY_MAX) }, shown).ok).toBe(true);
  });
  it('is refused for an empty or an endless one, under a lock, and over a colleague’s words', () => {
    expect(decideEditing({ ...open, isLocked: true }, words, shown)).toMatchObject({ reason: 'locked' });
    expect(decideEditing(open, { ...words, body: ' ' }, shown)).toMatchObject({ reason: 'letter-empty' });
    const endless = { ...words, body: 'x'.repeat(LETTER_BODY_MAX + 1) };
    expect(decideEditing(open, endless, shown)).toMatchObject({ reason: 'letter-too-long' });
    expect(decideEditing(open, words, 'another')).toMatchObject({ reason: 'changed-meanwhile' });
    expect(decideEditing(open, before, 'another').ok).toBe(true);
  });
});

describe('what if', () => {
  it('counts where a choice and the ranking part ways; what is not decided differs from nothing', () => {
    expect(
      whatIf([
        { isProposed: true, decision: 'shortlisted' },
        { isProposed: true, decision: 'declined' },
        { isProposed: true, decision: 'ineligible' },
        { isProposed: false, decision: 'shortlisted' },
        { isProposed: false, decision: 'declined' },
        { isProposed: true, decision: null },
      ]),
    ).toEqual({
      chosen: { shortlisted: 2, declined: 2, ineligible: 1 },
      undecided: 1,
      proposed: 4,
      passedOver: 2,
      broughtIn: 1,
    });
  });
});
