import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '#app/kernel/languages.ts';
import { languageChoices } from './language-choices.ts';

const order = (likely: readonly string[]) => languageChoices(likely).map(({ value }) => value);

describe('a list of languages to choose from', () => {
  it('begins with the likely ones, then those of the portal, and has each once', () => {
    expect(order(['ti', 'ar', 'ti']).slice(0, 3)).toEqual(['ti', 'ar', 'en']);
    expect(order(['ti', 'ar', 'ti']).toSorted()).toEqual([...LANGUAGES].toSorted());
  });

  it('takes nothing that is no language of the portal', () => {
    expect(order(['xx'])).toEqual(order([]));
  });

  it('names each in its own words', () => {
    expect(languageChoices(['ar'])[0]).toEqual({ value: 'ar', label: 'العربية', lang: 'ar' });
  });
});
