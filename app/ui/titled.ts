import { wordsIn } from '#app/words/use-words.ts';

/** The document title: the screen first, then whose portal this is. */
export function titled(title: string) {
  return [{ title: `${title} – ${wordsIn('en').words.common.product}` }];
}
