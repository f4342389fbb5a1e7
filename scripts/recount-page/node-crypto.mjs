import { isSignature } from './ed25519.mjs';
import { Sha256, sha384 } from './sha2.mjs';

/** As much of Node's `Buffer` and `node:crypto` as recount.mjs asks for, so that it runs in a browser unchanged. */

const BYTE_IN_HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
/** Of the code of `0` to `9` or `a` to `f`. */
const digitOf = (code) => (code < 58 ? code - 48 : code - 87);
const encoder = new TextEncoder();

export class Buffer extends Uint8Array {
  static alloc(length) {
    return new Buffer(length);
  }

  static from(value, encoding) {
    if (typeof value !== 'string') return new Buffer(value);
    if (encoding !== 'hex') {
      const bytes = encoder.encode(value);
      return new Buffer(bytes.buffer, bytes.byteOffset, bytes.length);
    }
    const bytes = new Buffer(value.length / 2);
    for (let i = 0; i < bytes.length; i += 1)
      bytes[i] = 16 * digitOf(value.charCodeAt(2 * i)) + digitOf(value.charCodeAt(2 * i + 1));
    return bytes;
  }

  static concat(parts) {
    const whole = new Buffer(parts.reduce((sum, part) => sum + part.length, 0));
    let filled = 0;
    for (const part of parts) {
      whole.set(part, filled);
      filled += part.length;
    }
    return whole;
  }

  static compare(one, other) {
    for (let i = 0; i < Math.min(one.length, other.length); i += 1)
      if (one[i] !== other[i]) return one[i] < other[i] ? -1 : 1;
    return Math.sign(one.length - other.length);
  }

  static byteLength(text) {
    return encoder.encode(text).length;
  }

  writeUInt32BE(value) {
    for (let i = 0; i < 4; i += 1) this[i] = value >>> (24 - 8 * i);
  }

  toString() {
    let text = '';
    for (let i = 0; i < this.length; i += 1) text += BYTE_IN_HEX[this[i]];
    return text;
  }
}

export function createHash(name) {
  if (name === 'sha384') return createSha384();
  const hash = new Sha256();
  return {
    update(bytes) {
      hash.update(bytes);
    },
    digest: () => hash.digestInto(new Buffer(32)),
  };
}

function createSha384() {
  let parts = Buffer.alloc(0);
  return {
    update(bytes) {
      parts = Buffer.concat([parts, bytes]);
    },
    digest: () => Buffer.from(sha384(parts)),
  };
}

/** The last 32 bytes of an Ed25519 key in DER are the key itself (RFC 8410, section 4). */
export const createPublicKey = ({ key }) => key.subarray(-32);

export const verify = (_, message, key, signature) => isSignature(key, message, signature);
