import { ISSUING_EXPONENT } from '#app/grant/pitch-day/rules/pass.ts';
import { bytesOf, inverse, numberOf, power } from '#app/grant/pitch-day/rules/whole-numbers.ts';

/**
 * The voter's half of RFC 9474 (RSABSSA-SHA384-PSS-Deterministic): blind a message, and take the blinding off the answer.
 * What is secret here is one random number, made and used once on the voter's own device. Hashing, randomness and the
 * last verification are the browser's own.
 */

const HASH_BYTES = 48;
const SALT_BYTES = 48;
const EXPONENT = BigInt(ISSUING_EXPONENT);

export type Blinded = {
  readonly blinded: Uint8Array;
  /** What takes the blinding off. Whoever knows it can tie the pass to this asking. */
  readonly unblinding: Uint8Array;
};

type Random = (length: number) => Uint8Array;

const fromBrowser: Random = (length) => crypto.getRandomValues(new Uint8Array(length));

/**
 * @param modulus  256 bytes
 * @param random   a cryptographic source; another one is for tests with published values only
 */
export async function blind(modulus: Uint8Array, message: Uint8Array, random = fromBrowser): Promise<Blinded> {
  const n = numberOf(modulus);
  const encoded = numberOf(await encodePss(message, random(SALT_BYTES), modulus.length));
  for (;;) {
    const r = numberOf(random(modulus.length));
    const back = r > 0n && r < n ? inverse(r, n) : null;
    if (back === null) continue;
    const blinded = (encoded * power(r, EXPONENT, n)) % n;
    return { blinded: bytesOf(blinded, modulus.length), unblinding: bytesOf(back, modulus.length) };
  }
}

/** @returns the signature under the message; null when the answer is not one of this key */
export async function unblind(
  modulus: Uint8Array,
  message: Uint8Array,
  signedBlind: Uint8Array,
  unblinding: Uint8Array,
): Promise<Uint8Array | null> {
  if (signedBlind.length !== modulus.length) return null;
  const n = numberOf(modulus);
  const signature = bytesOf((numberOf(signedBlind) * numberOf(unblinding)) % n, modulus.length);
  return (await isSigned(modulus, message, signature)) ? signature : null;
}

async function isSigned(modulus: Uint8Array, message: Uint8Array, signature: Uint8Array): Promise<boolean> {
  const jwk = { kty: 'RSA', alg: 'PS384', n: base64url(modulus), e: 'AQAB' };
  const scheme = { name: 'RSA-PSS', hash: 'SHA-384' };
  const key = await crypto.subtle.importKey('jwk', jwk, scheme, false, ['verify']);
  const how = { name: 'RSA-PSS', saltLength: SALT_BYTES };
  return crypto.subtle.verify(how, key, signature as BufferSource, message as BufferSource);
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}

/** EMSA-PSS-ENCODE of RFC 8017, section 9.1.1, for a modulus whose highest bit is set. */
async function encodePss(message: Uint8Array, salt: Uint8Array, length: number): Promise<Uint8Array> {
  const hash = await sha384(joined(new Uint8Array(8), await sha384(message), salt));
  const padding = new Uint8Array(length - HASH_BYTES - SALT_BYTES - 2);
  const block = joined(padding, Uint8Array.of(1), salt);
  const mask = await mgf1(hash, block.length);
  const masked = block.map((byte, place) => byte ^ Number(mask[place]));
  // One bit less than the modulus has.
  masked[0] = Number(masked[0]) & 0x7f;
  return joined(masked, hash, Uint8Array.of(0xbc));
}

/** RFC 8017, appendix B.2.1. */
async function mgf1(seed: Uint8Array, length: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for (let counter = 0; counter * HASH_BYTES < length; counter += 1)
    parts.push(await sha384(joined(seed, Uint8Array.of(0, 0, 0, counter))));
  return joined(...parts).subarray(0, length);
}

async function sha384(bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-384', bytes as BufferSource));
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let filled = 0;
  for (const part of parts) {
    whole.set(part, filled);
    filled += part.length;
  }
  return whole;
}
