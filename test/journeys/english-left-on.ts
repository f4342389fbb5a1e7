import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { isEnglishSentence } from '../english-sentences.ts';
import type { Visitor } from './browser.ts';

/** The portal's English sentences that stand on a page outside of what is marked as English. */
export async function englishLeftOn(page: Page): Promise<string[]> {
  const texts = await page.evaluate(textsOfTheLanguage);
  return texts.filter(isEnglishSentence);
}

/**
 * The page runs from right to left, and no sentence of the portal on it is in English.
 *
 * @param written  what people wrote, in whatever language: "A bus – a boat" could be a sentence with two values
 */
export async function expectArabic({ page }: Visitor, written: readonly string[] = []): Promise<void> {
  expect(await page.locator('html').getAttribute('dir'), page.url()).toBe('rtl');
  const left = (await englishLeftOn(page)).filter((text) => !written.includes(text));
  expect(left, `English on ${page.url()}`).toEqual([]);
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
