import { type WaysToSay, wordsIn } from '#app/words/use-words.ts';

/** The document title: the screen first, then whose portal this is. */
export function titled(title: string) {
  return [{ title: `${title} – ${wordsIn('en').words.common.product}` }];
}

/** The words and the language of whoever reads the page, for its `meta`, which runs outside of the page. */
export function wordsFor(matches: readonly ({ readonly id: string; readonly data: unknown } | undefined)[]): WaysToSay {
  const root = matches.find((match) => match?.id === 'root')?.data as { readonly language?: string } | undefined;
  return wordsIn(root?.language ?? 'en');
}
