import { describe, expect, it } from 'vitest';
import { letterMark } from './letter-editing.ts';
import { decideTakingOut, type LetterStanding, stillStanding, weighTiedWords } from './tied-words.ts';

const letter: LetterStanding = { applicationId: 'kitchen', writtenAt: 1_000, isEdited: false, takenOutAt: null };

describe('letters before they go out', () => {
  it('stay as they are where no tie took a sheet out since', () => {
    expect(weighTiedWords([letter, { ...letter, takenOutAt: 999, isEdited: true }])).toEqual({ redraft: [], look: [] });
  });
  it('are drafted again where the portal wrote them, and looked at where somebody did', () => {
    const tied = { ...letter, takenOutAt: 1_000 };
    const edited = { ...letter, applicationId: 'garden', isEdited: true };
    expect(weighTiedWords([{ ...edited, takenOutAt: 1_000 }])).toEqual({ redraft: [], look: [] });
    expect(weighTiedWords([tied, { ...edited, takenOutAt: 1_001 }])).toEqual({
      redraft: ['kitchen'],
      look: ['garden'],
    });
  });
});

describe('taking sentences out of a letter that two people agreed on', () => {
  const before = {
    language: 'en',
    subject: 'About your plan',
    body: 'Dear Amina. We liked it.\n\nIt was close.',
    feedback: 'They liked:\n• A kitchen. For all!\n• Warm',
    writtenAt: 1_000,
    isEdited: true,
    takenOutAt: 2_000,
  };
  const shown = letterMark(before);
  const { body, feedback } = before;
  const take = (words: { body?: string; feedback?: string }) =>
    decideTakingOut(before, { body, feedback, ...words }, shown);

  it('takes whole sentences and lines, or leaves all as they are', () => {
    expect(take({ body: 'Dear Amina.\n\nIt was close.' })).toMatchObject({ ok: true });
    expect(take({ feedback: 'They liked:\n• Warm ' })).toMatchObject({ value: { feedback: 'They liked:\n• Warm' } });
    expect(take({ feedback: '' })).toMatchObject({ ok: true });
    expect(take({})).toEqual({ ok: true, value: { body, feedback } });
  });
  it.each([
    ['a word alone', { body: 'Dear Amina. We it.\n\nIt was close.' }],
    ['something new', { feedback: `${feedback}\n• Cold` }],
    ['another order', { body: 'It was close.\n\nDear Amina. We liked it.' }],
    ['a sentence twice', { body: 'Dear Amina. Dear Amina.' }],
    ['a sentence of the other part', { body: `${body} • Warm` }],
  ])('is not %s', (_what, words) => {
    expect(take(words)).toEqual({ ok: false, reason: 'only-taking-out' });
  });
  it('leaves a letter', () => {
    expect(take({ body: ' ' })).toEqual({ ok: false, reason: 'letter-empty' });
  });
  it('is for the letter that was shown, and one that may quote somebody who is tied', () => {
    expect(decideTakingOut(before, { body, feedback }, 'another')).toEqual({ ok: false, reason: 'changed-meanwhile' });
    const calm = { ...before, takenOutAt: 999 };
    expect(decideTakingOut(calm, { body, feedback }, shown)).toEqual({ ok: false, reason: 'nothing-to-take-out' });
    const never = { ...before, takenOutAt: null };
    expect(decideTakingOut(never, { body, feedback }, shown)).toEqual({ ok: false, reason: 'nothing-to-take-out' });
  });
});

describe('a feedback that somebody edited before a tie came to light', () => {
  const standing = 'Strong\n• They cook. It is warm.\n• They listen.\n\nNot sure\n• The rent.';

  it('keeps those of its sentences that still stand, and brings none back that was taken out', () => {
    expect(stillStanding('Strong\n• They cook. It is warm.\n\nNot sure\n• The rent.\n• Their leader.', standing)).toBe(
      'Strong\n• They cook. It is warm.\n\nNot sure\n• The rent.',
    );
    expect(stillStanding('Strong\n• They cook.', standing)).toBe('Strong\n• They cook.');
  });

  it('keeps no heading above nothing', () => {
    expect(stillStanding('Strong\n• Theirs.\n\nNot sure\n• The rent.', standing)).toBe('Not sure\n• The rent.');
    expect(stillStanding('Strong\n• Theirs.\n\nNot sure\n• Theirs too.', standing)).toBe('');
    expect(stillStanding('Quite another text.', standing)).toBe('');
    expect(stillStanding('Strong\n• They cook.', '')).toBe('');
  });

  it('is the standing one where nothing was edited', () => {
    expect(stillStanding(standing, standing)).toBe(standing);
  });
});
