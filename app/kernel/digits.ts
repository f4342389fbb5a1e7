/** The zeros of the scripts whose telephones type their own digits: each is followed by its one to nine. */
const ZEROS = ['٠', '۰', '०', '০', '੦', '૦', '߀', '０'];

const VALUES = new Map(
  ZEROS.flatMap((zero) => Array.from({ length: 10 }, (_, value) => [charAfter(zero, value), String(value)] as const)),
);

const DIGIT = new RegExp(`[${[...VALUES.keys()].join('')}]`, 'g');

/**
 * A number with the digits, the decimal point and the thousands' comma of English, whichever keyboard typed it:
 * "١٬٥٠٠٫٥" is "1,500.5". Everything else stays as it was.
 *
 * @source Unicode, decimal digits (Nd) of Arabic, Persian, Devanagari, Bengali, Gurmukhi, Gujarati, N'Ko, full width
 */
export function plainDigits(text: string): string {
  return text
    .replace(DIGIT, (digit) => VALUES.get(digit) ?? digit)
    .replaceAll('٫', '.')
    .replace(/[٬،](?=\d)/g, ',');
}

function charAfter(zero: string, by: number): string {
  return String.fromCodePoint((zero.codePointAt(0) ?? 0) + by);
}
