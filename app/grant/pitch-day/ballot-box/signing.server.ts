import {
  createPrivateKey,
  createPublicKey,
  type KeyObject,
  sign as signBytes,
  verify as verifyBytes,
} from 'node:crypto';

/** What stands before the 32 raw bytes of an Ed25519 key. Source: RFC 8410, sections 4 and 7. */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

export const SIGNING_SECRET_BYTES = 32;

export function privateKeyOf(secret: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, secret]), format: 'der', type: 'pkcs8' });
}

/** The raw 32 bytes that go into the manifest. */
export function publicKeyOf(secret: Uint8Array): Uint8Array {
  const spki = createPublicKey(privateKeyOf(secret)).export({ format: 'der', type: 'spki' });
  return spki.subarray(SPKI_PREFIX.length);
}

/** Ed25519 is deterministic: the same message and key always give the same 64 bytes. */
export function signMessage(key: KeyObject, message: Uint8Array): Buffer {
  return signBytes(null, message, key);
}

/** The same in another thread. */
export function signMessageAside(key: KeyObject, message: Uint8Array): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    signBytes(null, message, key, (error, signature) => (error === null ? resolve(signature) : reject(error)));
  });
}

/** @param publicKey  raw, 32 bytes */
export function isSignatureOf(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  const key = createPublicKey({ key: Buffer.concat([SPKI_PREFIX, publicKey]), format: 'der', type: 'spki' });
  return verifyBytes(null, message, key, signature);
}
