import type { Page } from 'playwright-core';
import { isEnglishSentence } from '../english-sentences.ts';

/** The portal's English sentences that stand on a page outside of what is marked as English. */
export async function englishLeftOn(page: Page): Promise<string[]> {
  const texts = await page.evaluate(textsOfTheLanguage);
  return texts.filter(isEnglishSentence);
}

/** In the page: every text, label and hint that is in the language of the page. */
function textsOfTheLanguage(): string[] {
  const isOwn = (element: Element | null) => element?.closest('[lang]') === document.documentElement;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts: string[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const isScript = node.parentElement?.closest('script, style, noscript') !== null;
    if (!isScript && isOwn(node.parentElement)) texts.push(node.textContent ?? '');
  }
  for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [data-words]')) {
    if (!isOwn(element)) continue;
    for (const name of ['aria-label', 'title', 'placeholder']) texts.push(element.getAttribute(name) ?? '');
    const said = element.getAttribute('data-words') ?? '';
    texts.push(...(said.startsWith('{"') ? (Object.values(JSON.parse(said)) as unknown[]).map(String) : [said]));
  }
  return texts.map((text) => text.trim().replace(/\s+/g, ' ')).filter((text) => /[A-Za-z]{2}/.test(text));
}
