import { fromHex, toHex } from '#app/kernel/hex.ts';
import type { Id } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { ballotBoxOf } from '../ballot-box/ballot-box-of.server.ts';
import type { CastRefusal } from '../ballot-box/cast-ballot.server.ts';
import { termsOf } from '../ballot-box/poll-terms.server.ts';
import type { Receipt } from '../ballot-box/receipt.server.ts';
import { writeBallotBody } from '../rules/ballot-body.ts';
import { readBallotCode } from '../rules/ballot-code.ts';
import { leafOf, serverMadeR } from '../rules/leaf.ts';
import { BALLOT_RANDOM_BYTES } from '../rules/leaf-frame.ts';
import { castVote } from './cast-vote.server.ts';

/** A ballot as a form without scripts sends it. */
export type PlainVote = {
  readonly pollId: Id;
  readonly token: string;
  /** Best first, where the vote has an order. */
  readonly choices: readonly number[];
  /** Shown to the voter before she typed her words; in hexadecimal. */
  readonly serverRandom: string;
  readonly words: readonly [string, string];
};

export type PlainReceipt = Receipt & {
  readonly r: string;
  readonly serverRandom: string;
  readonly words: readonly [string, string];
};

/**
 * Casts for a voter whose phone runs no scripts: `r` comes from the server's randomness and two words of hers.
 *
 * Sending the same form again gives the same leaf, and so the same receipt.
 */
export async function castPlainVote(
  context: Pick<Context, 'votes' | 'now'>,
  vote: PlainVote,
): Promise<Outcome<PlainReceipt, CastRefusal | 'too-many-wrong-codes'>> {
  const { pollId, serverRandom, words } = vote;
  const terms = termsOf(ballotBoxOf(context), pollId);
  if (terms === null) return refused('unknown-poll');
  const random = fromHex(serverRandom, BALLOT_RANDOM_BYTES);
  invariant(random, 'the form has checked the randomness it sent out');
  const r = serverMadeR(random, words);
  const { manifestHash } = terms.ballotRules;
  // A code with a typing error is refused for that, whatever level it would have had.
  const level = readBallotCode(vote.token)?.level ?? 'A';
  const once = [...new Set(vote.choices)];
  const choices = terms.ballotRules.isRanked ? once : once.sort((one, other) => one - other);
  const body = writeBallotBody({ version: 1, pollId, manifestHash, level, choices });
  const leaf = toHex(leafOf(pollId, terms.manifestHash, r, body));
  const cast = await castVote(context, { pollId, token: vote.token, leaf, r: toHex(r), body });
  return cast.ok ? done({ ...cast.value, r: toHex(r), serverRandom, words }) : cast;
}
