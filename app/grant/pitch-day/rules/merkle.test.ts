import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256Hex } from '#app/kernel/digest.ts';
import { toHex } from '#app/kernel/hex.ts';
import { append, EMPTY_FRONTIER, frontierRoot, inclusionProof, merkleRoot, rootFromProof } from './merkle.ts';

const hex = (text: string) => Buffer.from(text, 'hex');
const leafLists = fc.array(fc.uint8Array({ minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 40 });

describe('building the tree of ballots', () => {
  it('agrees with the published test vectors of RFC 6962 trees', () => {
    const leaves = [
      '',
      '00',
      '10',
      '2021',
      '3031',
      '40414243',
      '5051525354555657',
      '606162636465666768696a6b6c6d6e6f',
    ].map(hex);
    expect(toHex(merkleRoot([]))).toBe(sha256Hex(''));
    expect(toHex(merkleRoot(leaves.slice(0, 1)))).toBe(
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    );
    expect(toHex(merkleRoot(leaves.slice(0, 2)))).toBe(
      'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    );
    expect(toHex(merkleRoot(leaves.slice(0, 3)))).toBe(
      'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
    );
    expect(toHex(merkleRoot(leaves))).toBe('5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328');
  });

  it('gives the same root however the leaves arrive in batches', () => {
    fc.assert(
      fc.property(leafLists, fc.nat(40), (leaves, cut) => {
        const grown = append(append(EMPTY_FRONTIER, leaves.slice(0, cut)), leaves.slice(cut));
        expect(toHex(frontierRoot(grown))).toBe(toHex(merkleRoot(leaves)));
      }),
    );
  });

  it('proves every leaf, and nothing else', () => {
    fc.assert(
      fc.property(leafLists, fc.nat(), (leaves, pick) => {
        const index = pick % leaves.length;
        const leaf = leaves[index] ?? new Uint8Array();
        const proof = inclusionProof(leaves, index);
        expect(toHex(rootFromProof(leaf, proof))).toBe(toHex(merkleRoot(leaves)));
        expect(toHex(rootFromProof(Uint8Array.of(...leaf, 1), proof))).not.toBe(toHex(merkleRoot(leaves)));
      }),
    );
  });
});
