import { describe, expect, it } from 'vitest';
import { comesAlong, decideOfferMerge, mergeChoices, mergedText, proposedChoice } from './merging.ts';

const said = (text: string) => ({ text, isRecorded: false });
const film = { text: '', isRecorded: true };

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
    expect(mergeChoices('text', said('a'), said('b'))).toEqual(['ours', 'theirs', 'both']);
    expect(mergeChoices('date', said('2026-03-02'), said('2026-03-03'))).toEqual(['ours', 'theirs']);
    expect(mergeChoices('text', said('a'), said(''))).toEqual(['ours', 'theirs']);
    expect(mergeChoices('text', said('a'), said('a'))).toEqual(['ours', 'theirs']);
    expect(mergeChoices('text', said('a'), film)).toEqual(['ours', 'theirs', 'both']);
    expect(mergeChoices('recording', film, film)).toEqual(['ours', 'theirs']);
  });
  it('lose nothing before anybody chooses', () => {
    expect(proposedChoice('text', said('a'), said('b'))).toBe('both');
    expect(proposedChoice('text', said(''), said('b'))).toBe('theirs');
    expect(proposedChoice('text', said('a'), said(' '))).toBe('ours');
    expect(proposedChoice('text', said('a'), said('a'))).toBe('ours');
    expect(proposedChoice('number', said('4'), said('5'))).toBe('ours');
    expect(proposedChoice('text', said(''), film)).toBe('theirs');
    expect(proposedChoice('text', said('a'), film)).toBe('both');
    expect(proposedChoice('recording', film, film)).toBe('ours');
  });
  it('have room for one recording: theirs comes when it is chosen, and with both where there is none', () => {
    expect(comesAlong(said('a'), film, 'ours')).toBe(false);
    expect(comesAlong(said('a'), film, 'both')).toBe(true);
    expect(comesAlong(film, film, 'both')).toBe(false);
    expect(comesAlong(film, film, 'theirs')).toBe(true);
    expect(comesAlong(film, said('b'), 'theirs')).toBe(false);
  });
  it('are not put together with nothing', () => {
    expect(mergedText('text', 'ours', '', 'both')).toBe('ours');
    expect(mergedText('text', '', 'theirs', 'both')).toBe('theirs');
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
