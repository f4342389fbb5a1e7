import { createHash } from 'node:crypto';

/** SHA-256 of bytes or of a text in UTF-8. Deterministic, so rules may use it. */
export function sha256(data: Uint8Array | string): Uint8Array {
  return createHash('sha256').update(data).digest();
}

export function sha256Hex(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex');
}
