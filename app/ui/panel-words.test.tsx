import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { LanguageContext, wordsIn } from '#app/words/use-words.ts';
import { PanelWords } from './panel-words.tsx';

const arabic = wordsIn('ar').words.decisionLetter.strengths;

function shown(text: string, inPageWords: boolean): string {
  return renderToStaticMarkup(
    <LanguageContext.Provider value="en">
      <PanelWords text={text} language="ar" heading="h3" inPageWords={inPageWords} />
    </LanguageContext.Provider>,
  );
}

describe('what the panel wrote, as a letter in Arabic carries it', () => {
  it('has its headings in the language of the page that shows it', () => {
    expect(shown(`${arabic}\n• Clear steps.`, true)).toContain('<h3 dir="auto" lang="en">What the panel liked</h3>');
  });

  it('keeps them where the letter itself is shown', () => {
    expect(shown(`${arabic}\n• Clear steps.`, false)).toContain(`<h3 dir="auto" lang="ar">${arabic}</h3>`);
  });

  it('keeps a heading that somebody wrote by hand', () => {
    expect(shown('ملاحظات\n• Clear steps.', true)).toContain('<h3 dir="auto" lang="ar">ملاحظات</h3>');
  });
});
