import type { CountBallot } from '#app/grant/pitch-day/rules/counting/profile.ts';
import { type BallotFile, bySmallerNumber, must } from './ballot-file.ts';

/**
 * Reads PrefLib's `.soi .soc .toi .toc`, which rank, and `.cat`, whose first category is what a voter approves of.
 *
 * A ranking is read up to its first group of equals: what comes after cannot be told apart. If nothing is left the ballot
 * is invalid and not counted.
 *
 * @source PrefLib, format description
 * @throws UnreadableFile
 */
export function readPreflibFile(text: string, isCategories: boolean): BallotFile {
  const names = new Map<number, string>();
  const said = { alternatives: 0, voters: null as number | null };
  const ballots: CountBallot[] = [];
  let voters = 0;
  for (const [at, raw] of text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .entries()) {
    const line = at + 1;
    const content = raw.trim();
    if (content.startsWith('#')) {
      const [, number, name] = /^# ALTERNATIVE NAME (\d{1,4}): ?(.*)$/.exec(content) ?? [];
      if (number !== undefined) names.set(Number(number), name || number);
      const [, what, count] = /^# NUMBER (ALTERNATIVES|VOTERS): (\d{1,9})$/.exec(content) ?? [];
      if (what === 'ALTERNATIVES') said.alternatives = Number(count);
      if (what === 'VOTERS') said.voters = Number(count);
    } else if (content !== '') {
      const [, weight, order] = /^(\d{1,9}): *(.*)$/.exec(content) ?? [];
      must(weight !== undefined && order !== undefined, line, 'A ballot looks like "12: 3,1,2".');
      const choices = readOrder(order, isCategories, said.alternatives, line);
      voters += Number(weight);
      if (isCategories || choices.length > 0) ballots.push({ weight: Number(weight), choices, points: null });
    }
  }
  must(said.alternatives > 0, null, 'The line "# NUMBER ALTERNATIVES: …" is missing.');
  must(
    said.voters === null || said.voters === voters,
    null,
    `The file says ${said.voters} voters and holds ${voters}. Is it complete?`,
  );
  const options = Array.from({ length: said.alternatives }, (_, at) => ({
    id: String(at + 1),
    name: names.get(at + 1) ?? String(at + 1),
    cost: null,
  }));
  const kind = isCategories ? 'approval' : 'ranking';
  return {
    profile: { kind, options, ballots, pointScale: 1, budget: null, seats: null },
    tieBreak: bySmallerNumber,
    tieRule: 'smaller-number',
  };
}

function readOrder(order: string, isCategories: boolean, alternatives: number, line: number): number[] {
  must(/^(?:(?:\d+|\{[\d, ]*\})(?:, *(?=[\d{])|$))*$/.test(order), line, 'A ballot looks like "12: 3,1,{2,4}".');
  const first = isCategories ? firstCategory(order) : (order.split('{')[0] ?? '');
  const choices = first
    .split(',')
    .filter((part) => part.trim() !== '')
    .map(Number);
  const unknown = choices.find((choice) => choice < 1 || choice > alternatives);
  must(unknown === undefined, line, `There is no alternative ${unknown}.`);
  must(new Set(choices).size === choices.length, line, 'A ballot names an alternative twice.');
  return choices.map((choice) => choice - 1);
}

function firstCategory(order: string): string {
  const [, group, single = ''] = /^(?:\{([^}]*)\}|(\d+))/.exec(order) ?? [];
  return group ?? single;
}
