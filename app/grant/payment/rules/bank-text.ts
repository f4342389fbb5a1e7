/** Letters that Unicode does not take apart into a Latin letter and a mark. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  ẞ: 'SS',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ð: 'd',
  Ð: 'D',
  þ: 'th',
  Þ: 'TH',
  ħ: 'h',
  Ħ: 'H',
  ŧ: 't',
  Ŧ: 'T',
  ı: 'i',
  ŋ: 'n',
  Ŋ: 'N',
  ə: 'e',
  Ə: 'E',
  '\u2018': "'",
  '\u2019': "'",
  '\u02bc': "'",
  '\u2013': '-',
  '\u2014': '-',
};

/** What people read on the statement: Faster Payments and Bacs both show 18 characters. */
export const REFERENCE_LENGTH = 18;
/** SEPA takes 70, and UK banks cut longer names themselves. */
export const NAME_LENGTH = 70;

/**
 * The reference of a payment in the Bacs character set: A-Z 0-9 . & / - and space, 18 at most.
 *
 * @source Bacs service user guide, character set; Faster Payments shows the same length
 */
export function bankReference(text: string): string {
  return tidy(
    plainLetters(text)
      .toUpperCase()
      .replace(/[^A-Z0-9.&/ -]/g, ' '),
    REFERENCE_LENGTH,
  );
}

/**
 * A name in the characters that every bank takes in an ISO 20022 file: a-z A-Z 0-9 / - ? : ( ) . , ' + and space.
 * The name as written stays in the database.
 */
export function bankName(text: string): string {
  return tidy(
    plainLetters(text)
      .replace(/&/g, ' + ')
      .replace(/[^A-Za-z0-9/\-?:().,'+ ]/g, ' '),
    NAME_LENGTH,
  );
}

function plainLetters(text: string): string {
  const bare = text.normalize('NFKD').replace(/\p{M}+/gu, '');
  return Array.from(bare, (letter) => PLAIN[letter] ?? letter).join('');
}

function tidy(text: string, length: number): string {
  return text.replace(/ +/g, ' ').trim().slice(0, length).trimEnd();
}
