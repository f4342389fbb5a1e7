import { fromHex, toHex } from '#app/kernel/hex.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { bySmallerId, type TieBreak } from '#app/kernel/lots.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import { type BallotBody, readBallotBody } from '../rules/ballot-body.ts';
import type { Board, RevealedBoard } from '../rules/board.ts';
import { isRankedRule } from '../rules/manifest.ts';
import { PASS_LEVEL } from '../rules/pass.ts';
import { hasReached } from '../rules/poll-state.ts';
import { explainSeats, type SeatsCount } from '../rules/room-seats.ts';
import { explainShares, type RoomShares } from '../rules/room-shares.ts';
import { countPoll, type PollResult } from '../rules/tally.ts';
import { promisedTieBreak } from '../rules/tie-break.ts';
import type { BallotBox } from './open-ballot-box.server.ts';
import { type PollTerms, termsOf } from './poll-terms.server.ts';

/** Everything published about a poll at this moment. Before the reveal that is no choice and no total by option. */
export function boardOf(box: BallotBox, pollId: string): Outcome<Board, 'unknown-poll' | 'not-frozen'> {
  const terms = termsOf(box, pollId);
  if (terms === null) return refused('unknown-poll');
  const { state } = terms;
  if (!hasReached(state, 'frozen')) return refused('not-frozen');
  const { manifest } = terms;
  const { manifestHash } = terms.ballotRules;
  const checkpoints = box.statements.listCheckpoints.all({ pollId });
  // Ballots that no checkpoint covers yet stay unseen: one tracker at a time would tell the order of arrival.
  const covered = box.statements.listLeaves.all({ pollId }).filter((ballot) => ballot.batchSeq <= checkpoints.length);
  return done({
    format: 'common-pot/board/1',
    state,
    manifest,
    manifestHash,
    issued: box.statements.listIssues
      .all({ pollId })
      .map((issue) => ({ ...issue, manifestHash, root: toHex(issue.root), signature: toHex(issue.signature) })),
    checkpoints: checkpoints.map((row) => ({
      ...row,
      manifestHash,
      root: toHex(row.root),
      prev: toHex(row.prev),
      signature: toHex(row.signature),
    })),
    trackers: covered.map((ballot) => ballot.tracker),
    ...rollOf(box, pollId),
    revealed: hasReached(state, 'revealed') ? reveal(box, terms) : null,
  });
}

/**
 * The result as the manifest promises it.
 *
 * @throws InvariantError before the reveal: no total leaves the ballot box early, not even to our own code
 */
export function resultOf(box: BallotBox, pollId: string): PollResult {
  const terms = termsOf(box, pollId);
  invariant(terms !== null && hasReached(terms.state, 'revealed'), 'totals exist after the reveal only');
  return countPoll(terms.manifest, bodiesOf(box, terms), tieBreakOf(box, terms));
}

/**
 * Who paid for what, where the room shared out a pot; null for any other rule, and while a tie waits for its throw.
 *
 * @param result  of this poll, counted before: equal shares is not counted twice to learn of a tie
 * @throws InvariantError before the reveal
 */
export function sharesOf(box: BallotBox, pollId: string, result: PollResult): RoomShares | null {
  const terms = termsOf(box, pollId);
  invariant(terms !== null && hasReached(terms.state, 'revealed'), 'totals exist after the reveal only');
  const { manifest } = terms;
  if (manifest.rule !== 'mes_cost_add1' || result.counted.winners === null) return null;
  return explainShares(manifest, choicesThatDecide(box, terms), tieBreakOf(box, terms) ?? bySmallerId);
}

/**
 * How ranked ballots elected, round by round; null for any other rule, and while a tie waits for its throw.
 *
 * @param result  of this poll, counted before
 * @throws InvariantError before the reveal
 */
export function seatsOf(box: BallotBox, pollId: string, result: PollResult): SeatsCount | null {
  const terms = termsOf(box, pollId);
  invariant(terms !== null && hasReached(terms.state, 'revealed'), 'totals exist after the reveal only');
  const { manifest } = terms;
  if (!isRankedRule(manifest.rule) || result.counted.winners === null) return null;
  return explainSeats(manifest, choicesThatDecide(box, terms), tieBreakOf(box, terms) ?? bySmallerId);
}

function choicesThatDecide(box: BallotBox, terms: PollTerms): (readonly number[])[] {
  const { countedLevels } = terms.manifest;
  return bodiesOf(box, terms).flatMap(({ level, choices }) => (countedLevels.includes(level) ? [choices] : []));
}

function bodiesOf(box: BallotBox, { manifest, ballotRules }: PollTerms): BallotBody[] {
  return box.statements.listBallots.all({ pollId: manifest.pollId }).map((ballot) => {
    const body = readBallotBody(ballot.body, ballotRules);
    invariant(body.ok, 'only valid ballots were let in');
    return body.value;
  });
}

/** Null while the throw that was promised is not recorded. */
function tieBreakOf(box: BallotBox, { manifest }: PollTerms): TieBreak | null {
  const { pollId } = manifest;
  const root = fromHex(finalCheckpoint(box, pollId).root, 32);
  invariant(root, 'a root is 32 bytes');
  const randomness = box.statements.findRandomness.get({ pollId })?.value ?? null;
  return promisedTieBreak(manifest, root, randomness);
}

/** The checkpoint made by the close. */
export function finalCheckpoint(
  box: BallotBox,
  pollId: string,
): { readonly at: number; readonly root: string; readonly size: number } {
  const last = box.statements.listCheckpoints.all({ pollId }).at(-1);
  invariant(last?.final, 'a closed poll has its last checkpoint');
  return { at: last.at, root: toHex(last.root), size: last.size };
}

/** Nothing where nobody votes from a roll. */
function rollOf({ statements }: BallotBox, pollId: string): Pick<Board, 'roll'> {
  const roll = statements.findRoll.get({ pollId });
  if (roll === undefined) return {};
  const passes = statements.findPassesIssued.get({ pollId });
  return {
    roll: {
      size: roll.size,
      signature: toHex(roll.signature),
      passes: passes === undefined ? null : { issued: passes.issued, signature: toHex(passes.signature) },
    },
  };
}

function reveal(box: BallotBox, { manifest }: PollTerms): RevealedBoard {
  const { pollId } = manifest;
  const { statements } = box;
  const tokens = statements.listTokens.all({ pollId });
  const passes = statements.listSpentPasses.all({ pollId });
  const paper = statements.findPaperCount.get({ pollId });
  return {
    ballots: statements.listBallots
      .all({ pollId })
      .map(({ leaf, r, body }) => ({ leaf: toHex(leaf), r: toHex(r), body })),
    issuedTokens: manifest.levels
      .filter((level) => level !== PASS_LEVEL)
      .map((level) => ({
        level,
        hashes: tokens.filter((token) => token.level === level).map((token) => toHex(token.tokenHash)),
      })),
    voidTokens: statements.listVoid.all({ pollId }).map((token) => toHex(token.tokenHash)),
    spentTokens: [...statements.listSpent.all({ pollId }), ...passes].map((token) => toHex(token.tokenHash)).sort(),
    ...(manifest.issuingKey === undefined
      ? {}
      : { passes: passes.map((pass) => ({ hash: toHex(pass.tokenHash), signature: toHex(pass.signature) })) }),
    paper: paper ? { printed: paper.printed, returned: paper.returned, spoiled: paper.spoiled } : null,
    randomness: statements.findRandomness.get({ pollId })?.value ?? null,
    result: resultOf(box, pollId),
  };
}
