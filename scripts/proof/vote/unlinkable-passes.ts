import { createPrivateKey } from 'node:crypto';
import { inverse, numberOf, power } from '#app/grant/pitch-day/rules/whole-numbers.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { type Proved, proved } from '../promise.ts';
import { seeded } from '../seeded.ts';
import { isIn, pairUp, placeIn, succeeds } from './pairing.ts';
import { type PassFiles, type PassVoter, type WatchedPasses, watchPasses } from './watched-passes.ts';

const PER_BATCH = 25;

type Order = (of: PassVoter, files: PassFiles) => number;

const number = (hex: string) => Number.parseInt(hex.slice(0, 12), 16);
const inHex = (text: string) => Buffer.from(text).toString('hex');

/** What orders those on the roll, for whoever has the portal's files. */
const ASKED_BY: Readonly<Record<string, Order>> = {
  arrival: ({ arrival }) => arrival,
  'the first place of the asking in the portal': ({ asked }, { portal }) => placeIn(portal, inHex(asked.hash), 'first'),
  'the last place of the asking in the portal': ({ asked }, { portal }) => placeIn(portal, inHex(asked.hash), 'last'),
  'what was sent': ({ asked }) => number(asked.blinded),
  'what came back': ({ asked }) => number(asked.signed),
};

const FIRST_PLACE = 'the first place of the ballot';

/** What orders ballots, for whoever has the files of the ballot box. */
const CAST_BY: Readonly<Record<string, Order>> = {
  [FIRST_PLACE]: ({ secret }, { box }) => placeIn(box, secret.leaf, 'first'),
  'the last place of the ballot': ({ secret }, { box }) => placeIn(box, secret.leaf, 'last'),
  'the first place of the pass': ({ secret }, { box }) => placeIn(box, secret.tokenHash, 'first'),
  'the last place of the pass': ({ secret }, { box }) => placeIn(box, secret.tokenHash, 'last'),
  'the pass': ({ secret }) => number(secret.tokenHash),
  'the signature of the pass': ({ secret }) => number(secret.signature),
  'the leaf': ({ secret }) => number(secret.leaf),
};

/**
 * Tries to tell who of a roll cast which ballot, with both databases, their logs of writes, the log, all backups and the
 * very key that signed the passes; everybody votes as soon as the pass is there.
 *
 * Of the signatures themselves it shows why they cannot help: every pass fits every asking.
 */
export function proveUnlinkablePasses(count: number, seed: number, tell: (line: string) => void): Promise<Proved> {
  return proved('nobody who has every file and key can tell whose pass cast which ballot', tell, async (broken) => {
    const vote = await watchPasses(count, PER_BATCH, seeded(seed));
    for (const fault of wordsInFiles(vote)) broken(fault);
    let guesses = 0;
    for (const [which, files] of vote.backups.entries()) {
      const voters = vote.voters.filter((voter) => voter.batch <= which);
      for (const [asked, askedBy] of Object.entries(ASKED_BY)) {
        for (const [cast, castBy] of Object.entries(CAST_BY)) {
          const result = attack(voters, files, askedBy, castBy);
          guesses += voters.length;
          if (succeeds(result)) broken(`backup ${which}, ${asked} against ${cast}: ${JSON.stringify(result)}`);
        }
      }
    }
    // The attack itself must be able to see: who copies the file of writes while a batch is open does learn its order.
    const first = vote.voters.filter((voter) => voter.batch === 0);
    const seen = attack(first, vote.meanwhile, ASKED_BY.arrival as Order, CAST_BY[FIRST_PLACE] as Order);
    if (!succeeds(seen)) broken(`the attack is blind: it finds no order where there is one (${JSON.stringify(seen)})`);
    const misfits = pairsThatDoNotFit(vote, seeded(seed));
    if (misfits > 0) broken(`${misfits} passes do not fit an asking of somebody else: they tell who asked`);
    return guesses + vote.voters.length;
  });
}

function attack(voters: readonly PassVoter[], files: PassFiles, askedBy: Order, castBy: Order) {
  return pairUp(
    voters,
    ({ secret }) => secret.tracker,
    (voter) => askedBy(voter, files),
    (voter) => castBy(voter, files),
  );
}

/**
 * Whoever holds the key can work out, for any asking and any pass, the blinding that would lead from one to the other:
 * what came back, freed of it, is then the pass. Where that holds for all pairs, none is more likely than another; it holds
 * while what comes back is what was sent, signed, and nothing that could mark it.
 */
function pairsThatDoNotFit({ voters, issuingSecret }: WatchedPasses, chance: ReturnType<typeof seeded>): number {
  const jwk = createPrivateKey({ key: issuingSecret, format: 'der', type: 'pkcs8' }).export({ format: 'jwk' });
  const [n, e, d] = [jwk.n, jwk.e, jwk.d].map((part) => numberOf(Buffer.from(part ?? '', 'base64url'))) as [
    bigint,
    bigint,
    bigint,
  ];
  const inverted = (number: bigint) => {
    const found = inverse(number, n);
    invariant(found !== null, 'whoever finds a factor of the key has broken RSA');
    return found;
  };
  const fits = ({ blinded, signed }: PassVoter['asked'], pass: bigint, mark = 0n) => {
    const message = power(pass, e, n);
    // The blinded message is the message times r to the e, so this is the r of this pair.
    const blinding = power((big(blinded) * inverted(message)) % n, d, n);
    return ((big(signed) + mark) * inverted(blinding)) % n === pass;
  };
  const misfits = voters.filter(({ asked }) => !fits(asked, big(chance.one(voters).secret.signature))).length;
  // The question itself must be able to see a mark.
  const [first] = voters;
  return first !== undefined && fits(first.asked, big(first.secret.signature), 1n) ? voters.length : misfits;
}

/** Of the roll nothing in the ballot box; of passes and ballots nothing in the portal; of both nothing in the log. */
function* wordsInFiles({ voters, backups }: WatchedPasses): Generator<string> {
  for (const [which, { box, portal, log }] of backups.entries()) {
    if (!voters.some(({ asked }) => portal.includes(asked.hash)))
      yield 'the search is blind: the portal knows who asked';
    for (const { email, code, asked, secret } of voters) {
      const person = [email, code, code.replaceAll('-', ''), asked.blinded, asked.signed, asked.hash];
      const ballot = Object.values(secret);
      const places = [
        ...person.filter((text) => isIn(box, text)).map((text) => `the ballot database holds ${text}`),
        ...ballot.filter((text) => isIn(portal, text)).map((text) => `the portal's database holds ${text}`),
        ...[...person, ...ballot].filter((text) => log.includes(text)).map((text) => `the log holds ${text}`),
      ];
      for (const place of places) yield `backup ${which}: ${place}`;
    }
  }
}

const big = (hex: string) => numberOf(Buffer.from(hex, 'hex'));
