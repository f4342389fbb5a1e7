import { describe, expect, it } from 'vitest';
import { decideOfferMerge, mergeChoices, mergedText, proposedChoice } from './merging.ts';

describe('two answers to one question', () => {
  it('stand one after the other where that makes sense', () => {
    expect(mergedText('text', 'We cook.\n', '\nWe sing.', 'both')).toBe('We cook.\n\nWe sing.');
    expect(mergedText('money-table', 'Rice\t20', 'Pots\t40', 'both')).toBe('Rice\t20\nPots\t40');
    expect(mergedText('choices', 'Young\nOld', 'Old\nNew', 'both')).toBe('Young\nOld\nNew');
    expect(mergedText('line', 'Kitchen', 'Choir', 'both')).toBe('Kitchen · Choir');
  });
  it('are kept as they are when one is chosen', () => {
    expect(mergedText('text', ' ours ', 'theirs', 'ours')).toBe(' ours ');
    expect(mergedText('text', 'ours', ' theirs ', 'theirs')).toBe(' theirs ');
  });
  it('offer both only where two can stand together and both say something', () => {
    expect(mergeChoices('text', 'a', 'b')).toEqual(['ours', 'theirs', 'both']);
    expect(mergeChoices('date', '2026-03-02', '2026-03-03')).toEqual(['ours', 'theirs']);
    expect(mergeChoices('text', 'a', '')).toEqual(['ours', 'theirs']);
    expect(mergeChoices('text', 'a', 'a')).toEqual(['ours', 'theirs']);
  });
  it('lose no words before anybody chooses', () => {
    expect(proposedChoice('text', 'a', 'b')).toBe('both');
    expect(proposedChoice('text', '', 'b')).toBe('theirs');
    expect(proposedChoice('text', 'a', ' ')).toBe('ours');
    expect(proposedChoice('text', 'a', 'a')).toBe('ours');
    expect(proposedChoice('number', '4', '5')).toBe('ours');
  });
});

describe('two drafts', () => {
  const into = { id: 'a', callId: 'call', state: 'draft' } as const;
  const from = { id: 'b', callId: 'call', state: 'draft' } as const;
  const refused = (reason: string) => ({ ok: false, reason });
  it('become one while both are drafts of the same call, one plan at a time', () => {
    expect(decideOfferMerge(into, from, false).ok).toBe(true);
    expect(decideOfferMerge(into, { ...from, state: 'submitted' }, false)).toEqual(refused('not-drafts'));
    expect(decideOfferMerge({ ...into, state: 'withdrawn' }, from, false)).toEqual(refused('not-drafts'));
    expect(decideOfferMerge(into, into, false)).toEqual(refused('not-drafts'));
    expect(decideOfferMerge(into, { ...from, callId: 'other' }, false)).toEqual(refused('other-call'));
    expect(decideOfferMerge(into, from, true)).toEqual(refused('already-offered'));
  });
});
