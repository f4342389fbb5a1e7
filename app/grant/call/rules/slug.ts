export const SLUG_LENGTH_MAX = 60;

/** Words that are pages of their own under /calls or would read as one. */
const TAKEN_BY_PAGES = new Set(['new', 'questions', 'facts']);

/** The last part of a call's address: small letters, digits and single hyphens. */
export function isSlug(text: string): boolean {
  return text.length <= SLUG_LENGTH_MAX && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text) && !TAKEN_BY_PAGES.has(text);
}

/** Latin letters that Unicode does not take apart into a plain letter and a mark. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ł: 'l',
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  đ: 'd',
  ı: 'i',
};

/**
 * Makes an address from a title: "Ideas für München!" becomes "ideas-fur-munchen".
 *
 * @returns a slug, or '' when the title has no Latin letter or digit to make one from
 */
export function slugFrom(title: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[łßøæœđı]/g, (letter) => PLAIN_LETTERS[letter] ?? letter)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  if (plain.length <= SLUG_LENGTH_MAX) return plain;
  const cut = plain.slice(0, SLUG_LENGTH_MAX + 1);
  const wholeWords = cut.slice(0, cut.lastIndexOf('-'));
  return wholeWords === '' ? plain.slice(0, SLUG_LENGTH_MAX) : wholeWords;
}
