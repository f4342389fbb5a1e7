/**
 * Counts words as people count them: what stands between white space, if it holds a letter or a digit.
 * A dash or a bullet alone is no word. Arabic, Tigrinya and Cyrillic letters are letters; in scripts written
 * without spaces a word is whatever the reader's platform says it is. The counter beside a field counts with it too.
 *
 * @source Unicode Standard Annex 29, word boundaries (for scripts without spaces)
 */
export function countWords(text: string): number {
  let count = 0;
  for (const chunk of text.split(/\s+/u)) {
    if (!/[\p{L}\p{N}]/u.test(chunk)) continue;
    count += UNSPACED.test(chunk) ? countUnspaced(chunk) : 1;
  }
  return count;
}

/** Scripts that put no spaces between words: Han, kana, Thai, Lao, Khmer, Burmese. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

let segmenter: Intl.Segmenter | undefined;

function countUnspaced(chunk: string): number {
  // The same count runs in browsers, and a few still have no segmenter: two symbols a word is near enough to warn by.
  if (Intl.Segmenter === undefined) return Math.ceil(chunk.length / 2);
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  let count = 0;
  for (const segment of segmenter.segment(chunk)) if (segment.isWordLike) count += 1;
  return count;
}
