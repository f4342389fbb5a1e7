import { sha256Hex } from '#app/kernel/digest.ts';
import type { Id } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { jsonInPieces } from '#app/kernel/json-pieces.ts';
import type { Context } from '#app/platform/context.server.ts';
import { ballotBoxOf } from '../ballot-box/ballot-box-of.server.ts';
import { boardOf } from '../ballot-box/board.server.ts';
import type { BallotBox } from '../ballot-box/open-ballot-box.server.ts';
import { termsOf } from '../ballot-box/poll-terms.server.ts';
import type { Board } from '../rules/board.ts';

type Published = { readonly key: string; readonly board: Board };

/** The board as it is downloaded: of two hundred thousand ballots it is too long to stand in memory as one text. */
export type BoardFile = { readonly pieces: () => Iterable<string>; readonly etag: string };

const BOARDS_REMEMBERED = 8;

const published = new WeakMap<BallotBox, Map<Id, Published>>();

/**
 * Everything published about a poll now; null before the freeze. No actor is checked: it is for everyone.
 *
 * Kept in memory until something changes: a board of sixty thousand ballots takes a second to put together.
 */
export function publishedBoard(context: Pick<Context, 'votes'>, pollId: Id): Board | null {
  return publishedOf(context, pollId)?.board ?? null;
}

/** The same as the text of a file, piece by piece. */
export function boardFile(context: Pick<Context, 'votes'>, pollId: Id): BoardFile | null {
  const known = publishedOf(context, pollId);
  if (known === null) return null;
  const { board, key } = known;
  // All that can change what it says, rather than what it says: whoever has the file already waits for no reading of it.
  const etag = `"${sha256Hex(`${board.format} ${board.manifestHash} ${key}`)}"`;
  return { pieces: () => jsonInPieces(board), etag };
}

function publishedOf(context: Pick<Context, 'votes'>, pollId: Id): Published | null {
  const box = ballotBoxOf(context);
  const state = termsOf(box, pollId)?.state;
  if (state === undefined || state === 'draft') return null;
  const ofBox = published.get(box) ?? new Map<Id, Published>();
  published.set(box, ofBox);
  const key = keyOf(box, pollId, state);
  const known = ofBox.get(pollId);
  if (known?.key === key) return known;
  const board = boardOf(box, pollId);
  invariant(board.ok, 'a poll past its draft has a board');
  const made = { key, board: board.value };
  ofBox.delete(pollId);
  ofBox.set(pollId, made);
  const oldest = ofBox.keys().next().value;
  if (ofBox.size > BOARDS_REMEMBERED && oldest !== undefined) ofBox.delete(oldest);
  return made;
}

/** All that can change what a board says. */
function keyOf(box: BallotBox, pollId: Id, state: string): string {
  const checkpoints = box.statements.lastCheckpointSeq.get({ pollId })?.seq ?? 0;
  const randomness = box.statements.findRandomness.get({ pollId })?.value ?? '';
  return `${state} ${checkpoints} ${randomness}`;
}
