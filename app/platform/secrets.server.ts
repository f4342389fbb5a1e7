import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { invariant } from '#app/kernel/invariant.ts';
import type { Env } from './env.server.ts';

/** Seals what must not be readable in a copy of the database, and keys the hashes of short secrets. */
export type Secrets = {
  /** AES-256-GCM; `purpose` is bound in, so that a sealed value cannot be moved to another column. */
  seal(text: string, purpose: string): string;
  open(sealed: string, purpose: string): string;
  /** HMAC-SHA-256 in hex, for codes too short to be hashed bare. */
  keyedHash(text: string, purpose: string): string;
};

const IV_BYTES = 12;
const TAG_BYTES = 16;

export function secretsFromKey(key: Buffer): Secrets {
  invariant(key.length === 32, 'the secret key must be 32 bytes');
  return {
    seal(text, purpose) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, iv);
      cipher.setAAD(Buffer.from(purpose));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url');
    },
    open(sealed, purpose) {
      const bytes = Buffer.from(sealed, 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES));
      decipher.setAAD(Buffer.from(purpose));
      decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
      return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8');
    },
    keyedHash(text, purpose) {
      return createHmac('sha256', key).update(`${purpose}\u0000${text}`).digest('hex');
    },
  };
}

/** Takes SECRET_KEY, or a key file in DATA_DIR that the first start makes (mode 0600). */
export function loadSecrets(env: Pick<Env, 'SECRET_KEY' | 'DATA_DIR'>): Secrets {
  if (env.SECRET_KEY !== undefined) return secretsFromKey(Buffer.from(env.SECRET_KEY, 'hex'));
  const file = join(env.DATA_DIR, 'secret.key');
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
  return secretsFromKey(Buffer.from(readFileSync(file, 'utf8').trim(), 'hex'));
}
