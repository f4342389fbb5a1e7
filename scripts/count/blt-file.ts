import type { CountBallot } from '#app/grant/pitch-day/rules/counting/profile.ts';
import { type BallotFile, bySmallerNumber, must } from './ballot-file.ts';

/**
 * Reads a `.blt` file: `candidates seats`, who withdrew (`-2`) if anybody did, one line for each kind of ballot
 * (`weight 3 1 2 0`), a line `0`, the names in quotes, and the title.
 *
 * Candidates keep their numbers. Nobody counts for one who withdrew.
 *
 * @source OpenSTV and Droop, the BLT format
 * @throws UnreadableFile
 */
export function readBltFile(text: string): BallotFile {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .map((line, at) => ({ line: at + 1, text: line.trim() }))
    .filter((line) => line.text !== '' && !line.text.startsWith('#'));
  const [head, ...rest] = lines;
  const [, candidates = 0, seats = 0] = (/^(\d{1,4}) +(\d{1,4})$/.exec(head?.text ?? '') ?? []).map(Number);
  must(
    candidates >= 1 && seats >= 1,
    head?.line ?? 1,
    'The first line is the number of candidates and of seats, like "5 3".',
  );
  const end = rest.findIndex((line) => line.text === '0');
  must(end >= 0, null, 'The ballots have to end with a line "0". Is the file complete?');
  const withdrawn = new Set<number>();
  const ballots: CountBallot[] = [];
  for (const each of rest.slice(0, end)) {
    const numbers = each.text.split(/\s+/).map(Number);
    must(numbers.every(Number.isSafeInteger), each.line, 'A ballot is whole numbers only, like "12 3 1 2 0".');
    if (numbers.every((number) => number < 0)) for (const number of numbers) withdrawn.add(-number);
    else ballots.push(readBallot(numbers, candidates, each.line));
  }
  const names = rest.slice(end + 1).map((each) => {
    const [, name] = /^"(.*)"$/.exec(each.text) ?? [];
    must(name !== undefined, each.line, 'After the ballots stand names in quotes.');
    return name;
  });
  must(names.length >= candidates, null, `There are ${names.length} names for ${candidates} candidates.`);
  const isStanding = (at: number) => !withdrawn.has(at + 1);
  const standing = [...Array(candidates).keys()].filter(isStanding);
  const place = new Map(standing.map((at, position) => [at, position]));
  return {
    profile: {
      kind: 'ranking',
      options: standing.map((at) => ({ id: String(at + 1), name: names[at] ?? '', cost: null })),
      ballots: ballots.map((ballot) => ({
        ...ballot,
        choices: ballot.choices.flatMap((choice) => place.get(choice) ?? []),
      })),
      pointScale: 1,
      budget: null,
      seats,
    },
    tieBreak: bySmallerNumber,
    tieRule: 'smaller-number',
  };
}

function readBallot(numbers: readonly number[], candidates: number, line: number): CountBallot {
  const [weight = 0] = numbers;
  const choices = numbers.slice(1, -1);
  must(weight >= 0, line, 'A ballot begins with how many people cast it.');
  must(numbers.length >= 2 && numbers.at(-1) === 0, line, 'A ballot ends with 0.');
  const unknown = choices.find((choice) => choice < 1 || choice > candidates);
  must(unknown === undefined, line, `There is no candidate ${unknown}.`);
  must(new Set(choices).size === choices.length, line, 'A ballot names a candidate twice.');
  return { weight, choices: choices.map((choice) => choice - 1), points: null };
}
