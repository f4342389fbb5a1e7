import { frame } from '#app/kernel/frame.ts';
import { fromHex, toHex } from '#app/kernel/hex.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { bySmallerId, lotOf, tieSeed } from '#app/kernel/lots.ts';
import { taggedHash } from '#app/kernel/tagged-hash.ts';
import { THROWS } from './holding-a-lottery.ts';

const THROWN = new RegExp(`^[1-6]{${THROWS}}$`);

/** What is drawn among, as it is fixed and published before anybody throws. */
export type LotteryTerms = {
  readonly callId: string;
  /** How many are chosen. */
  readonly places: number;
  /** References of applications, each once. */
  readonly references: readonly string[];
  /** Hashed with them, so that nobody finds the list by trying out lists; null in lotteries from before there was one. */
  readonly salt: string | null;
};

export type Lot = { readonly reference: string; readonly lot: string };

export type Drawing = {
  /** 64 hexadecimal digits each. */
  readonly entriesHash: string;
  readonly seed: string;
  /** The first drawn comes first; as many as there are places are chosen. */
  readonly lots: readonly Lot[];
};

/** What somebody typed from a die, without the spaces; null when it is no twenty numbers from 1 to 6. */
export function readThrow(typed: string): string | null {
  const thrown = typed.replaceAll(/[\s,.;-]+/g, '');
  return THROWN.test(thrown) ? thrown : null;
}

/** SHA-256 over the call, the places, the salt and the references in their order: nobody can change the list after it is out. */
export function entriesHashOf(terms: LotteryTerms): string {
  const [tag, ...parts] = entriesOf(terms);
  return toHex(taggedHash(tag, ...parts));
}

function entriesOf({ callId, places, references, salt }: LotteryTerms): [tag: string, ...parts: string[]] {
  const sorted = references.toSorted(bySmallerId);
  return salt === null
    ? ['entries/v1', callId, String(places), ...sorted]
    : ['entries/v2', callId, String(places), salt, ...sorted];
}

/**
 * Draws lots: every entry gets the hash of the seed and its reference, and the smallest comes first.
 *
 * @param thrown  as `readThrow` gives it
 * @source        the lots of a public vote (`kernel/lots.ts`), with the entries in place of its root
 */
export function draw(terms: LotteryTerms, thrown: string): Drawing {
  invariant(THROWN.test(thrown), 'what was thrown was read before');
  const entriesHash = entriesHashOf(terms);
  const seed = tieSeed(terms.callId, bytesOf(entriesHash), thrown);
  const lots = terms.references.map((reference) => ({ reference, lot: lotOf(seed, reference) }));
  return { entriesHash, seed: toHex(seed), lots: lots.toSorted((one, other) => bySmallerId(one.lot, other.lot)) };
}

export type LotteryStep = {
  readonly step: 'entries' | 'seed' | 'lot';
  /** The reference, of the step that gives its lot. */
  readonly about: string;
  /** In hexadecimal: what any program for SHA-256 is given. */
  readonly bytes: string;
  readonly hash: string;
};

/** Every hash of a drawing with the very bytes it is of, so that anybody can work it out with any program. */
export function stepsOf(terms: LotteryTerms, thrown: string): LotteryStep[] {
  const { entriesHash, seed, lots } = draw(terms, thrown);
  const entries = frame(...entriesOf(terms));
  const ofSeed = frame('tie/v1', terms.callId, bytesOf(entriesHash), thrown);
  return [
    { step: 'entries', about: '', bytes: toHex(entries), hash: entriesHash },
    { step: 'seed', about: '', bytes: toHex(ofSeed), hash: seed },
    ...lots.map(({ reference, lot }): LotteryStep => {
      return { step: 'lot', about: reference, bytes: toHex(frame('rank/v1', bytesOf(seed), reference)), hash: lot };
    }),
  ];
}

function bytesOf(hash: string): Uint8Array {
  const bytes = fromHex(hash, 32);
  invariant(bytes !== null, 'a hash is 32 bytes');
  return bytes;
}
