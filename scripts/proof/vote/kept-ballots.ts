import { writeFileSync } from 'node:fs';
import { boardOf } from '#app/grant/pitch-day/ballot-box/board.server.ts';
import type { CastRequest } from '#app/grant/pitch-day/ballot-box/cast-ballot.server.ts';
import { closePoll } from '#app/grant/pitch-day/ballot-box/close-poll.server.ts';
import { openBallotBox } from '#app/grant/pitch-day/ballot-box/open-ballot-box.server.ts';
import { revealPoll } from '#app/grant/pitch-day/ballot-box/reveal-poll.server.ts';
import { ballotOf, mustBe, NOW, pollInTheRoom } from '#app/grant/pitch-day/ballot-box/trial-poll.testing.ts';
import { MINUTE } from '#app/kernel/instant.ts';
import type { Seeded } from '../seeded.ts';

/** A poll on disk, and one ballot for each of its sheets, as phones would send them. */
export type TrialVote = {
  readonly file: string;
  /** The requests as JSON, where another process reads them. */
  readonly requestsFile: string;
  readonly pollId: string;
  readonly requests: readonly CastRequest[];
};

/** What a process has acknowledged before it died: receipts by leaf, and checkpoints as they were published. */
export type Acknowledged = {
  readonly receipts: Map<string, string>;
  readonly checkpoints: Map<number, string>;
};

export function voteOnDisk(folder: string, sheets: number, chance: Seeded): TrialVote {
  const file = `${folder}/vote.db`;
  const poll = pollInTheRoom({ file, tokensPerLevel: sheets });
  const requests = poll.tokens.A.map((_, sheet) => ballotOf(poll, sheet, [1 + chance.below(4)]));
  poll.box.connection.close();
  const requestsFile = `${folder}/requests.json`;
  writeFileSync(requestsFile, JSON.stringify(requests));
  return { file, requestsFile, pollId: poll.pollId, requests };
}

export function nothingAcknowledged(): Acknowledged {
  return { receipts: new Map(), checkpoints: new Map() };
}

/**
 * Takes down what a process said of one ballot or one checkpoint.
 *
 * @returns  how it contradicts what was said before; null where it does not
 */
export function takeDown(said: Acknowledged, line: string): string | null {
  const [word, key = '', value = ''] = line.split(' ');
  if (word === 'REFUSED') return `a ballot was refused: ${key}`;
  if (word === 'ballot') {
    const before = said.receipts.get(key);
    said.receipts.set(key, value);
    return before === undefined || before === value ? null : `ballot ${key} has two receipts`;
  }
  if (word === 'checkpoint') {
    const before = said.checkpoints.get(Number(key));
    said.checkpoints.set(Number(key), value);
    return before === undefined || before === value ? null : `checkpoint ${key} has two roots`;
  }
  return null;
}

/** What of all that was acknowledged a ballot box no longer keeps, in words. */
export function* broken(file: string, pollId: string, said: Acknowledged): Generator<string> {
  const box = openBallotBox(file);
  try {
    const { connection } = box;
    const integrity = connection.pragma('integrity_check', { simple: true });
    if (integrity !== 'ok') yield `the file is not whole: ${String(integrity)}`;
    const leaves = new Set(connection.prepare('SELECT lower(hex(leaf)) FROM ballot').pluck().all());
    const spent = connection.prepare('SELECT count(*) FROM spent').pluck().get();
    if (spent !== leaves.size) yield `${spent} codes are spent on ${leaves.size} ballots`;
    for (const leaf of said.receipts.keys()) if (!leaves.has(leaf)) yield `ballot ${leaf} was acknowledged and is gone`;
    const kept = new Map(mustBe(boardOf(box, pollId)).checkpoints.map((note) => [note.seq, note.root]));
    for (const [seq, root] of said.checkpoints) {
      if (kept.get(seq) !== root) yield `checkpoint ${seq} was published and is ${kept.get(seq) ?? 'gone'}`;
    }
  } finally {
    box.connection.close();
  }
}

/** The board of the poll after its end, for the verifiers: they see whether each checkpoint is the beginning of the next. */
export function finalBoard({ file, pollId }: TrialVote): string {
  const box = openBallotBox(file);
  mustBe(closePoll(box, pollId, NOW));
  mustBe(revealPoll(box, pollId, NOW + 2 * MINUTE));
  const board = JSON.stringify(mustBe(boardOf(box, pollId)));
  box.connection.close();
  return board;
}
