import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { mergeBallots } from '#app/grant/pitch-day/rules/counting/profile.ts';
import { type BallotFile, must } from './ballot-file.ts';
import { readBltFile } from './blt-file.ts';
import { readBoardFile } from './board-file.ts';
import { readPabulibFile } from './pabulib-file.ts';
import { readPreflibFile } from './preflib-file.ts';

const READERS: Readonly<Record<string, (text: string) => BallotFile>> = {
  '.pb': readPabulibFile,
  '.blt': readBltFile,
  '.soi': (text) => readPreflibFile(text, false),
  '.soc': (text) => readPreflibFile(text, false),
  '.toi': (text) => readPreflibFile(text, false),
  '.toc': (text) => readPreflibFile(text, false),
  '.cat': (text) => readPreflibFile(text, true),
  '.json': readBoardFile,
};

/**
 * Reads a file of ballots by the ending of its name. Those that say the same are one with their weights together, as some
 * formats write them anyway.
 *
 * @throws UnreadableFile saying in a sentence what is wrong, and in which line
 */
export function readBallots(path: string): BallotFile {
  const read = READERS[extname(path).toLowerCase()];
  must(read, null, `The name of a file of ballots ends in one of ${Object.keys(READERS).join(', ')}.`);
  const file = read(readFileSync(path, 'utf8'));
  return { ...file, profile: mergeBallots(file.profile) };
}
