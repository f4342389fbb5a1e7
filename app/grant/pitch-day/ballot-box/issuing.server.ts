import {
  constants,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  privateDecrypt,
  publicEncrypt,
  verify as verifyBytes,
} from 'node:crypto';
import { fromHex, toHex } from '#app/kernel/hex.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { ISSUING_EXPONENT, ISSUING_KEY_BYTES } from '../rules/pass.ts';

/** RSABSSA-SHA384-PSS-Deterministic of RFC 9474: an ordinary RSA-PSS signature, once it is unblinded. */
const HASH = 'sha384';
const SALT_BYTES = 48;

export type IssuingKey = {
  /** PKCS #8. Never leaves the ballot box. */
  readonly secret: Buffer;
  /** The modulus in hexadecimal, as it goes into the manifest. */
  readonly modulus: string;
};

/** Some fifty milliseconds of work. */
export function makeIssuingKey(): IssuingKey {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: ISSUING_KEY_BYTES * 8,
    publicExponent: ISSUING_EXPONENT,
  });
  const modulus = toHex(Buffer.from(publicKey.export({ format: 'jwk' }).n ?? '', 'base64url'));
  return { secret: privateKey.export({ format: 'der', type: 'pkcs8' }), modulus };
}

/** The public half, ready to verify with. */
export function issuingPublicKey(modulus: string): KeyObject {
  const bytes = fromHex(modulus, ISSUING_KEY_BYTES);
  invariant(bytes, 'the manifest was checked');
  const exponent = Buffer.from([1, 0, 1]);
  const jwk = { kty: 'RSA', n: Buffer.from(bytes).toString('base64url'), e: exponent.toString('base64url') };
  return createPublicKey({ key: jwk, format: 'jwk' });
}

/**
 * Signs what it cannot read; the same bytes always give the same answer. OpenSSL's own RSA does it, which lets no time
 * tell about the key.
 *
 * @returns null when the bytes are not a number below the modulus
 */
export function signBlinded(secret: Uint8Array, blinded: Uint8Array): Buffer | null {
  if (blinded.length !== ISSUING_KEY_BYTES) return null;
  const key = createPrivateKey({ key: Buffer.from(secret), format: 'der', type: 'pkcs8' });
  const padding = constants.RSA_NO_PADDING;
  try {
    const signed = privateDecrypt({ key, padding }, blinded);
    // RFC 9474, section 4.3: a fault in the calculation would give the key away.
    invariant(publicEncrypt({ key: createPublicKey(key), padding }, signed).equals(blinded), 'a signature verifies');
    return signed;
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_OSSL_RSA_DATA_TOO_LARGE_FOR_MODULUS') return null;
    throw error;
  }
}

/**
 * Whether the issuing key has signed a token's hash; a fortieth of a millisecond.
 *
 * @param tokenHash  32 bytes
 */
export function isPassOf(key: KeyObject, tokenHash: Uint8Array, signature: Uint8Array): boolean {
  const padding = constants.RSA_PKCS1_PSS_PADDING;
  return verifyBytes(HASH, tokenHash, { key, padding, saltLength: SALT_BYTES }, signature);
}
