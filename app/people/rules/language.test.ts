import { describe, expect, it } from 'vitest';
import { languageFor } from './language.ts';

const nothing = { asked: null, ownChoice: null, cookie: null, accepted: null };

describe('choosing the language of a page', () => {
  it('takes what the address asks for, before anything chosen earlier', () => {
    expect(languageFor({ asked: 'en', ownChoice: 'ar', cookie: 'ar', accepted: 'ar' })).toBe('en');
  });
  it('takes what its reader chose before what this device remembers, which others may use too', () => {
    expect(languageFor({ ...nothing, ownChoice: 'ar', cookie: 'en' })).toBe('ar');
    expect(languageFor({ ...nothing, cookie: 'ar', accepted: 'en' })).toBe('ar');
  });
  it('passes over a language that the portal does not speak', () => {
    expect(languageFor({ ...nothing, asked: 'tlh', cookie: 'ar' })).toBe('ar');
    expect(languageFor({ ...nothing, asked: 'constructor' })).toBe('en');
  });
  it.each([
    ['ar-SY,ar;q=0.9,en;q=0.5', 'ar'],
    ['en-GB,en;q=0.9,ar;q=0.8', 'en'],
    ['so, ar;q=0.4, en;q=0.3', 'ar'],
    ['ar;q=0, en;q=0.1', 'en'],
    ['en;q=0.5, AR', 'ar'],
    ['fr', 'en'],
    [';;q=,,', 'en'],
  ])('suggests from %s the language %s', (accepted, language) => {
    expect(languageFor({ ...nothing, accepted })).toBe(language);
  });
});
