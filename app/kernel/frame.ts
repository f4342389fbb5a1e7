const UTF8 = new TextEncoder();

/**
 * Lays a tag and its arguments out as bytes so that no two different lists give the same bytes.
 *
 * Each part is preceded by its length in bytes (four bytes, most significant first). Kept apart from the
 * hash so that a voter's browser can frame here and hash with Web Crypto.
 *
 * @param parts  texts are taken as UTF-8, bytes as they are
 */
export function frame(tag: string, ...parts: (Uint8Array | string)[]): Uint8Array {
  const pieces = [tag, ...parts].map((part) => (typeof part === 'string' ? UTF8.encode(part) : part));
  const framed = new Uint8Array(pieces.reduce((total, piece) => total + 4 + piece.length, 0));
  const view = new DataView(framed.buffer);
  let offset = 0;
  for (const piece of pieces) {
    view.setUint32(offset, piece.length);
    framed.set(piece, offset + 4);
    offset += 4 + piece.length;
  }
  return framed;
}
