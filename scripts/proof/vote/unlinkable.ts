import { type Proved, proved } from '../promise.ts';
import { seeded } from '../seeded.ts';
import { isIn, pairUp, placeIn, succeeds } from './pairing.ts';
import { type Copies, type KnownVoter, type WatchedVote, watchVote } from './watched-vote.ts';

const PER_BATCH = 25;
/** Puts the voters of a batch, or their ballots, in some order; those that it cannot find come last, as they are. */
type Order = (of: KnownVoter, copies: Copies) => number;

/** What orders voters: when they came, or where their codes stand, for whoever saw their sheets. */
const VOTERS_BY: Readonly<Record<string, Order>> = {
  arrival: (voter) => Number(voter.name.split(' ').at(-1)),
  'the last place of the code in the file': ({ tokenHash }, { votes }) => placeIn(votes, tokenHash, 'last'),
  'the first place of the code in the log of writes': ({ tokenHash }, { wal }) => placeIn(wal, tokenHash, 'first'),
  'the hash of the code': ({ tokenHash }) => Number.parseInt(tokenHash.slice(0, 12), 16),
};
/** What orders ballots, for whoever has the files and knows which batch they are of. */
const BALLOTS_BY: Readonly<Record<string, Order>> = {
  'the first place in the file': ({ secret }, { votes }) => placeIn(votes, secret.leaf, 'first'),
  'the last place in the file': ({ secret }, { votes }) => placeIn(votes, secret.leaf, 'last'),
  'the first place in the log of writes': ({ secret }, { wal }) => placeIn(wal, secret.leaf, 'first'),
  'the last place in the log of writes': ({ secret }, { wal }) => placeIn(wal, secret.leaf, 'last'),
  'the leaf': ({ secret }) => Number.parseInt(secret.leaf.slice(0, 12), 16),
  'the number r': ({ secret }) => Number.parseInt(secret.r.slice(0, 12), 16),
};

/** Tries to tell who cast which ballot, with both databases, their logs of writes, the log and all backups. */
export function proveUnlinkable(count: number, seed: number, tell: (line: string) => void): Promise<Proved> {
  return proved('nobody who has every file can tell who cast which ballot', tell, async (broken) => {
    const vote = await watchVote(count, PER_BATCH, seeded(seed));
    for (const fault of wordsInFiles(vote)) broken(fault);
    let guesses = 0;
    for (const [which, copies] of vote.backups.entries()) {
      // A backup knows the batches that were sealed by then.
      const voters = vote.voters.filter((voter) => voter.batch <= which);
      for (const [byVoter, voterOrder] of Object.entries(VOTERS_BY)) {
        for (const [byBallot, ballotOrder] of Object.entries(BALLOTS_BY)) {
          const result = attack(voters, copies, voterOrder, ballotOrder);
          guesses += voters.length;
          if (succeeds(result)) broken(`backup ${which}, ${byVoter} against ${byBallot}: ${JSON.stringify(result)}`);
        }
      }
    }
    // The attack itself must be able to see: who copies the file of writes while a batch is open does learn its order.
    const first = vote.voters.filter((voter) => voter.batch === 0);
    const seen = attack(first, vote.meanwhile, VOTERS_BY.arrival as Order, BALLOTS_BY[WRITES] as Order);
    if (!succeeds(seen)) broken(`the attack is blind: it finds no order where there is one (${JSON.stringify(seen)})`);
    return guesses;
  });
}

const WRITES = 'the first place in the log of writes';

function attack(voters: readonly KnownVoter[], copies: Copies, byVoter: Order, byBallot: Order) {
  return pairUp(
    voters,
    ({ secret }) => secret.tracker,
    (voter) => byVoter(voter, copies),
    (voter) => byBallot(voter, copies),
  );
}

/** Contacts, addresses and codes in the ballot database; choices and receipts in the portal's; either in the log. */
function* wordsInFiles({ voters, backups }: WatchedVote): Generator<string> {
  for (const [which, { votes, wal, portal, log }] of backups.entries()) {
    const box = Buffer.concat([votes, wal]);
    if (!portal.includes(voters[0]?.email ?? '')) yield 'the search is blind: the portal knows who has an account';
    for (const { name, email, address, userAgent, code, tokenHash, secret } of voters) {
      const person = [name, email, address, userAgent, code, code.replaceAll('-', '')];
      const ballot = [secret.leaf, secret.r, secret.tracker, tokenHash];
      const places = [
        ...person.filter((text) => box.includes(text)).map((text) => `the ballot database holds ${text}`),
        ...ballot.filter((text) => isIn(portal, text)).map((text) => `the portal's database holds ${text}`),
        ...[...person, ...ballot].filter((text) => log.includes(text)).map((text) => `the log holds ${text}`),
      ];
      for (const place of places) yield `backup ${which}: ${place}`;
    }
  }
}
