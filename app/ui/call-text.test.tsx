import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { CallText, OfCallLanguage } from './call-text.tsx';

const shown = (language: string, text: string, own?: string) =>
  renderToStaticMarkup(
    <OfCallLanguage language={language}>
      <CallText text={text} {...(own === undefined ? {} : { language: own })} />
    </OfCallLanguage>,
  );

describe('words of a call', () => {
  it('are in the language of the call that the page is about', () => {
    expect(shown('fr', 'Bonjour')).toBe('<span lang="fr" dir="auto">Bonjour</span>');
  });

  it('run from right to left in a call that does, whatever letter they begin with', () => {
    expect(shown('ar', 'Common Pot: أفكار')).toBe('<span lang="ar" dir="rtl">Common Pot: أفكار</span>');
  });

  it('are in their own language where several calls stand on one page', () => {
    expect(shown('en', 'أفكار', 'ar')).toBe('<span lang="ar" dir="rtl">أفكار</span>');
  });
});
