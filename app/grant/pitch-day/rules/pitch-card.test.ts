import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Card, type CardSaving, decideCard, isCardLink, type WantedCard } from './pitch-card.ts';

const soup: Card = {
  oneLine: 'Soup for everybody.',
  language: 'ar',
  captionsUrl: '',
  transcriptUrl: '',
  pictureId: null,
  filmId: null,
  isShown: false,
  revision: 3,
};
const wanting = (changes: Partial<WantedCard> = {}): WantedCard => ({ ...soup, oneLine: 'Hot soup.', ...changes });
const by = (as: CardSaving['as'], changes: Partial<CardSaving> = {}): CardSaving => ({
  as,
  isVoteOpen: false,
  seenRevision: 3,
  ...changes,
});
const decided = (before: Card | null, wanted: WantedCard, saving: CardSaving) => {
  const outcome = decideCard(before, wanted, saving);
  return outcome.ok ? outcome.value : outcome.reason;
};

describe('what a group says of its pitch', () => {
  it('is written by its team, and put up by whoever speaks for it', () => {
    expect(decided(soup, wanting(), by('writes'))).toBe('write');
    expect(decided(soup, wanting({ isShown: true }), by('writes'))).toBe('may-not-show');
    expect(decided(soup, wanting({ isShown: true }), by('speaks'))).toBe('write');
    expect(decided(null, wanting(), by('writes', { seenRevision: 0 }))).toBe('write');
  });

  it('is not changed while everybody sees it by somebody who only writes', () => {
    const shown = { ...soup, isShown: true };
    expect(decided(shown, wanting({ isShown: true }), by('writes'))).toBe('may-not-show');
    expect(decided(shown, wanting(), by('writes'))).toBe('may-not-show');
    expect(decided(shown, wanting({ isShown: true }), by('speaks'))).toBe('write');
  });

  it('is mended and taken down by staff, and never put up', () => {
    const shown = { ...soup, isShown: true };
    expect(decided(shown, wanting({ isShown: true }), by('staff'))).toBe('write');
    expect(decided(shown, wanting(), by('staff'))).toBe('write');
    expect(decided(soup, wanting(), by('staff'))).toBe('write');
    expect(decided(soup, wanting({ isShown: true }), by('staff'))).toBe('group-shows');
    expect(decided(null, wanting({ isShown: true }), by('staff', { seenRevision: 0 }))).toBe('group-shows');
  });

  it('stays as voters see it while they vote, and can be taken down all the same', () => {
    const shown = { ...soup, isShown: true };
    const voting = { isVoteOpen: true };
    expect(decided(shown, wanting({ isShown: true }), by('speaks', voting))).toBe('vote-open');
    expect(decided(soup, wanting({ isShown: true }), by('speaks', voting))).toBe('vote-open');
    expect(decided(shown, wanting({ isShown: true }), by('staff', voting))).toBe('vote-open');
    expect(decided(shown, { ...shown, isShown: false }, by('speaks', voting))).toBe('write');
    expect(decided(soup, wanting(), by('writes', voting))).toBe('write');
  });

  it('says something where everybody sees it', () => {
    expect(decided(soup, wanting({ oneLine: ' ', isShown: true }), by('speaks'))).toBe('one-line-missing');
    expect(decided(soup, wanting({ oneLine: '' }), by('speaks'))).toBe('write');
  });

  it('is no change when sent twice, and is not written over what somebody has not seen', () => {
    expect(decided(soup, soup, by('writes', { seenRevision: 2 }))).toBe('same');
    expect(decided(soup, wanting(), by('writes', { seenRevision: 2 }))).toBe('changed-elsewhere');
    expect(decided(null, wanting(), by('writes', { seenRevision: 1 }))).toBe('changed-elsewhere');
  });

  it('is never put up by anybody but who speaks for the group, whatever else holds', () => {
    const card = fc.option(
      fc.record({
        oneLine: fc.constantFrom('', 'One.', 'Two.'),
        isShown: fc.boolean(),
        revision: fc.constantFrom(1, 2),
      }),
      { nil: null },
    );
    fc.assert(
      fc.property(card, fc.constantFrom('writes', 'staff'), fc.boolean(), fc.nat(3), (had, as, isVoteOpen, seen) => {
        const before = had === null ? null : { ...soup, ...had };
        const saving = { as, isVoteOpen, seenRevision: seen } as const;
        if (before?.isShown) return;
        expect(decided(before, wanting({ isShown: true }), saving)).not.toBe('write');
      }),
      { seed: 3, numRuns: 200 },
    );
  });
});

describe('a link on a card', () => {
  it('opens a page safely, and is whole', () => {
    expect(isCardLink('https://example.org/words')).toBe(true);
    for (const wrong of [
      'http://example.org',
      'javascript:alert(1)',
      'example.org',
      'https://amina@example.org',
      'https://local',
      'https://example.org/a b',
      `https://example.org/${'a'.repeat(300)}`,
      '',
    ])
      expect(isCardLink(wrong)).toBe(false);
  });
});
