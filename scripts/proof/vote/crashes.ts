import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Proved, proved } from '../promise.ts';
import { type Seeded, seeded } from '../seeded.ts';
import {
  type Acknowledged,
  broken as brokenIn,
  finalBoard,
  nothingAcknowledged,
  type TrialVote,
  takeDown,
  voteOnDisk,
} from './kept-ballots.ts';
import { byNode } from './verifiers.ts';

const SHEETS = 8_000;
/** Of ballots that are sent again: some were acknowledged, some were on their way. */
const AGAIN = 40;
const WITHIN_MS = 60;

/** Where a process dies by its own hand, besides anywhere by somebody else's. */
const FAILPOINTS = ['BEGIN IMMEDIATE', 'COMMIT', 'VACUUM', 'wal_checkpoint(TRUNCATE)'] as const;

/**
 * Kills a process that casts under load, at random moments and at named points, again and again on one ballot box. After each
 * death everything that was acknowledged must be there, and at the end the recount must accept the board.
 */
export function proveCrashes(kills: number, seed: number, tell: (line: string) => void): Promise<Proved> {
  return proved('no acknowledged ballot is lost, wherever a process is killed', tell, async (broken) => {
    const folder = mkdtempSync(join(tmpdir(), 'vote-kills-'));
    const chance = seeded(seed);
    let done = 0;
    try {
      while (done < kills) {
        const vote = voteOnDisk(mkdtempSync(join(folder, 'vote-')), SHEETS, chance);
        const said = nothingAcknowledged();
        while (done < kills && said.receipts.size < SHEETS - 1_000) {
          const how = await killOnce(vote, said, chance, broken);
          for (const fault of brokenIn(vote.file, vote.pollId, said)) broken(`killed ${how}: ${fault}`);
          done += 1;
        }
        const [verdict] = await byNode([finalBoard(vote)]);
        if (verdict?.ok !== true) broken(`the recount refuses the board: ${verdict?.failed.join(', ')}`);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
    return done;
  });
}

/** @returns where the process died, in words */
async function killOnce(
  vote: TrialVote,
  said: Acknowledged,
  chance: Seeded,
  broken: (how: string) => void,
): Promise<string> {
  const from = Math.max(0, said.receipts.size - AGAIN);
  const words = ['scripts/proof/vote/cast-and-die.ts', vote.file, vote.requestsFile, String(from), String(SHEETS)];
  const point = chance.inHundred(40)
    ? ([chance.one(FAILPOINTS), chance.one(['before', 'after']), String(1 + chance.below(2))] as const)
    : null;
  const child = spawn(process.execPath, [...words, ...(point ?? [])], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface(child.stdout);
  const ended = once(lines, 'close');
  let timer: NodeJS.Timeout | null = null;
  const wait = chance.below(WITHIN_MS);
  lines.on('line', (line) => {
    timer ??= point === null ? setTimeout(() => child.kill('SIGKILL'), wait) : null;
    const fault = takeDown(said, line);
    if (fault !== null) broken(fault);
  });
  await Promise.all([ended, once(child, 'close')]);
  if (timer !== null) clearTimeout(timer);
  const how = point === null ? `${wait} ms after its first receipt` : point.join(' ');
  if (child.signalCode !== 'SIGKILL') broken(`${how}: it was not killed, and ended with ${child.exitCode}`);
  return how;
}
