/** An attack that does better by chance alone does so once in so many. */
const ONCE_IN = 1e7;
/** As far from none as that happens by chance, for a value that is spread normally. */
const Z_MAX = 5.3;

/** How often a pairing was right, and how far ranks went together. */
export type Result = { readonly hits: number; readonly expected: number; readonly z: number };

/**
 * Puts the voters of each batch and its ballots in an order and pairs them.
 *
 * By chance one pair in each batch is right, whatever its size (fixed points of a random permutation: about Poisson with
 * mean 1), and the ranks do not go together (Spearman's coefficient times the root of n - 1 is about normal).
 *
 * @param byChance  of a ballot: an attacker starts without an order, and must not be helped by ours
 */
export function pairUp<Voter extends { readonly batch: number }>(
  voters: readonly Voter[],
  byChance: (voter: Voter) => string,
  byVoter: (voter: Voter) => number,
  byBallot: (voter: Voter) => number,
): Result {
  const batches = Map.groupBy(voters, (voter) => voter.batch);
  let hits = 0;
  let z = 0;
  for (const batch of batches.values()) {
    const blind = batch.toSorted((one, other) => (byChance(one) < byChance(other) ? -1 : 1));
    // Each is asked for once: some look through a whole file.
    const [askedAt, castAt] = [placed(blind, byVoter), placed(blind, byBallot)];
    // Where neither order says anything, the two are the same for no reason that an attacker would know.
    if (isBlind(askedAt) || isBlind(castAt)) continue;
    const [people, ballots] = [inOrder(askedAt), inOrder(castAt)];
    hits += people.filter((voter, place) => ballots[place] === voter).length;
    const rank = new Map(ballots.map((voter, place) => [voter, place]));
    const distance = people.reduce((sum, voter, place) => sum + (place - (rank.get(voter) ?? 0)) ** 2, 0);
    const n = batch.length;
    z += (1 - (6 * distance) / (n * (n * n - 1))) * Math.sqrt(n - 1);
  }
  return { hits, expected: batches.size, z: z / Math.sqrt(batches.size) };
}

function placed<Voter>(batch: readonly Voter[], order: (voter: Voter) => number): Map<Voter, number> {
  return new Map(batch.map((voter) => [voter, order(voter)]));
}

function inOrder<Voter>(places: ReadonlyMap<Voter, number>): Voter[] {
  return [...places].sort(([, one], [, other]) => one - other).map(([voter]) => voter);
}

function isBlind<Voter>(places: ReadonlyMap<Voter, number>): boolean {
  return new Set(places.values()).size < places.size;
}

/** Whether a pairing is right more often, or goes together more, than happens by chance once in ten million times. */
export function succeeds({ hits, expected, z }: Result): boolean {
  return poissonTail(hits, expected) < 1 / ONCE_IN || Math.abs(z) > Z_MAX;
}

/** How often so many or more happen by chance. */
function poissonTail(hits: number, expected: number): number {
  let term = Math.exp(-expected);
  let below = 0;
  for (let k = 0; k < hits; k += 1) {
    below += term;
    term *= expected / (k + 1);
  }
  return Math.max(0, 1 - below);
}

/** Where bytes stand in a file; those that are not there come last. */
export function placeIn(bytes: Buffer, hex: string, from: 'first' | 'last'): number {
  const sought = Buffer.from(hex, 'hex');
  const place = from === 'first' ? bytes.indexOf(sought) : bytes.lastIndexOf(sought);
  return place === -1 ? Number.MAX_SAFE_INTEGER : place;
}

/** As text, or as the bytes that it writes. */
export function isIn(file: Buffer, text: string): boolean {
  return file.includes(text) || (/^[0-9a-f]+$/.test(text) && file.includes(Buffer.from(text, 'hex')));
}
