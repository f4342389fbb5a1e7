const HEX_PATTERN = /^(?:[0-9a-f]{2})*$/;

/** Looked up, because a board writes some hundred thousand hashes. */
const HEX_OF_BYTE = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Bytes as lower-case hexadecimal, two symbols each. */
export function toHex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += HEX_OF_BYTE[byte];
  return text;
}

/**
 * Reads lower-case hexadecimal, the only spelling used on the board, so that equal bytes have equal texts.
 *
 * @param length  bytes expected
 * @returns       null when the text is anything else
 */
export function fromHex(text: string, length: number): Uint8Array | null {
  if (text.length !== length * 2 || !HEX_PATTERN.test(text)) return null;
  const bytes = new Uint8Array(length);
  for (let index = 0; index < length; index += 1)
    bytes[index] = Number.parseInt(text.slice(index * 2, index * 2 + 2), 16);
  return bytes;
}
