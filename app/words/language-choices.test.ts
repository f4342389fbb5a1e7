import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '#app/kernel/languages.ts';
import { inLikelyOrder, languageChoices } from './language-choices.ts';

describe('a list of languages to choose from', () => {
  it('begins with the likely ones, then those of the portal, and has each once', () => {
    const order = inLikelyOrder(['ti', 'ar', 'ti']);
    expect(order.slice(0, 3)).toEqual(['ti', 'ar', 'en']);
    expect(order.toSorted()).toEqual([...LANGUAGES].toSorted());
  });

  it('takes nothing that is no language of the portal', () => {
    expect(inLikelyOrder(['xx', null, undefined])).toEqual(inLikelyOrder([]));
  });

  it('names each in its own words', () => {
    expect(languageChoices(['ar'])[0]).toEqual({ value: 'ar', label: 'العربية', lang: 'ar' });
  });
});
