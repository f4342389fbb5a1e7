import { describe, expect, it } from 'vitest';
import { isSlug, SLUG_LENGTH_MAX, slugFrom } from './slug.ts';

describe('making an address from a title', () => {
  it.each([
    ['Ideas for a friendlier city', 'ideas-for-a-friendlier-city'],
    ['  Łódź & Straße: Ideen für Alle!  ', 'lodz-strasse-ideen-fur-alle'],
    ['Été 2026', 'ete-2026'],
    ['أفكار', ''],
    ['—', ''],
  ])('turns %j into %j', (title, slug) => {
    expect(slugFrom(title)).toBe(slug);
  });
  it('cuts a long title between words', () => {
    const slug = slugFrom('neighbours '.repeat(10));
    expect(slug).toBe('neighbours-neighbours-neighbours-neighbours-neighbours');
    expect(isSlug(slug)).toBe(true);
  });
  it('cuts one endless word where it must', () => {
    expect(slugFrom('a'.repeat(SLUG_LENGTH_MAX + 1))).toBe('a'.repeat(SLUG_LENGTH_MAX));
  });
});

describe('an address', () => {
  it.each(['a', '2026', 'ideas-for-2026', 'a'.repeat(SLUG_LENGTH_MAX)])('may be %j', (slug) => {
    expect(isSlug(slug)).toBe(true);
  });
  it.each(['', '-a', 'a-', 'a--b', 'A', 'a b', 'a/b', 'questions', 'a'.repeat(SLUG_LENGTH_MAX + 1)])(
    'is not %j',
    (slug) => {
      expect(isSlug(slug)).toBe(false);
    },
  );
});
