import { sha256 } from './digest.ts';
import { frame } from './frame.ts';

/** `H(tag, …)` of the protocol: SHA-256 over the framed tag and arguments; 32 bytes. */
export function taggedHash(tag: string, ...parts: (Uint8Array | string)[]): Uint8Array {
  return sha256(frame(tag, ...parts));
}
