import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bytesOf, inverse, numberOf, power } from '#app/grant/pitch-day/rules/whole-numbers.ts';
import { blind, unblind } from './blinding.ts';

const published: Record<'modulus' | 'message' | 'salt' | 'inverse' | 'blindSignature' | 'signature', string> =
  JSON.parse(readFileSync('test/data/votes/blind-signature.json', 'utf8'));
const bytes = (name: keyof typeof published) => new Uint8Array(Buffer.from(published[name], 'hex'));
const modulus = bytes('modulus');
const n = numberOf(modulus);

/** Gives the published salt first, then these numbers one after another, as they were drawn when it was made. */
function publishedRandom(...numbers: readonly bigint[]) {
  const drawn = [bytes('salt'), ...numbers.map((number) => bytesOf(number, modulus.length))];
  return (length: number) => {
    const next = drawn.shift() ?? new Uint8Array();
    expect(next).toHaveLength(length);
    return next;
  };
}

describe('blinding a message', () => {
  const r = inverse(numberOf(bytes('inverse')), n) ?? 0n;

  it('gives the published blinded message from the published randomness', async () => {
    const { blinded, unblinding } = await blind(modulus, bytes('message'), publishedRandom(r));
    expect(unblinding).toEqual(bytes('inverse'));
    // What was signed is not published by itself; the signature leads back to it.
    expect(numberOf(blinded)).toBe(power(numberOf(bytes('blindSignature')), 65537n, n));
  });

  it('gives the published signature from the published answer, and none from any other', async () => {
    const back = bytes('inverse');
    expect(await unblind(modulus, bytes('message'), bytes('blindSignature'), back)).toEqual(bytes('signature'));
    const wrong = bytes('blindSignature').with(511, 0);
    expect(await unblind(modulus, bytes('message'), wrong, back)).toBeNull();
    expect(await unblind(modulus, bytes('message').with(0, 0), bytes('blindSignature'), back)).toBeNull();
  });

  it('draws again where a number is zero, or not below the modulus', async () => {
    const { unblinding } = await blind(modulus, bytes('message'), publishedRandom(0n, n, n + 1n, r));
    expect(unblinding).toEqual(bytes('inverse'));
  });
});
