/** 100 random bits in Crockford base32, lower case: what every record is called. */
export type Id = string;

const ID_PATTERN = /^[0-9a-hjkmnp-tv-z]{20}$/;

export function isId(text: string): text is Id {
  return ID_PATTERN.test(text);
}

const CROCKFORD = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * Writes bytes in Crockford base32, most significant bit first.
 *
 * @param bytes    any length; the last symbol is padded with zero bits
 * @param symbols  how many symbols to keep
 */
export function crockford(bytes: Uint8Array, symbols: number): string {
  let text = '';
  let buffer = 0;
  let bits = 0;
  for (const byte of bytes) {
    buffer = (buffer << 8) | byte;
    bits += 8;
    while (bits >= 5 && text.length < symbols) {
      bits -= 5;
      text += CROCKFORD.charAt((buffer >> bits) & 31);
      buffer &= (1 << bits) - 1;
    }
  }
  if (bits > 0 && text.length < symbols) text += CROCKFORD.charAt((buffer << (5 - bits)) & 31);
  return text;
}
