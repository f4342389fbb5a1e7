import { IntlMessageFormat } from 'intl-messageformat';
import type { Page } from 'playwright-core';
import { wordsIn } from '#app/words/use-words.ts';

/** The kind of a piece of a parsed message that is text. */
const LITERAL = 0;

/** Names stay as they are in every language. */
const SAME = new Set<string>([wordsIn('en').words.common.product]);

function* leaves(node: unknown): Generator<string> {
  if (typeof node === 'string') yield node;
  else for (const child of Object.values(node ?? {})) yield* leaves(child);
}

/** What a message may have become: its words as they are, with anything in place of its values. */
function pattern(message: string): RegExp | null {
  const parts = new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }).getAst();
  const literals = parts.map((part) => (part.type === LITERAL ? (part as { value: string }).value : null));
  // A message of values alone says nothing in any language.
  if (!literals.some((literal) => /[A-Za-z]{3}/.test(literal ?? ''))) return null;
  const source = literals.map((literal) => literal?.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') ?? '.*').join('');
  return new RegExp(`^${source}$`, 's');
}

const SENTENCES = [...new Set(leaves(wordsIn('en').words))].filter((message) => !SAME.has(message));
const WHOLE = new Set(SENTENCES.filter((message) => !message.includes('{')));
const PATTERNS = SENTENCES.filter((message) => message.includes('{')).flatMap((message) => pattern(message) ?? []);

/** The portal's English sentences that stand on a page outside of what is marked as English. */
export async function englishLeftOn(page: Page): Promise<string[]> {
  const texts = await page.evaluate(textsOfTheLanguage);
  return texts.filter((text) => WHOLE.has(text) || PATTERNS.some((english) => english.test(text)));
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
