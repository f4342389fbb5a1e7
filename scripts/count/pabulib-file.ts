import { parseDecimal } from '#app/grant/assessment/rules/ranking/decimal.ts';
import type { BallotKind, CountBallot, CountOption } from '#app/grant/pitch-day/rules/counting/profile.ts';
import { wholeFactor } from '#app/grant/pitch-day/rules/counting/whole-units.ts';
import { type PabulibSection, readPabulibSections } from '#app/grant/pitch-day/rules/pabulib-table.ts';
import { type Fraction, fraction } from '#app/kernel/fraction.ts';
import { bySmallerId } from '#app/kernel/lots.ts';
import { type BallotFile, must } from './ballot-file.ts';

const KINDS: Readonly<Record<string, BallotKind>> = {
  approval: 'approval',
  'choose-1': 'choose-one',
  ordinal: 'ranking',
  cumulative: 'points',
  scoring: 'points',
};

/**
 * Reads a `.pb` file of any ballot type.
 *
 * A project named twice on an approval ballot counts once, and the first time where the ballot ranks. Limits that the file
 * names (`min_length`, `max_sum_points` and so on) are not applied: the city has already taken its invalid ballots out.
 *
 * @source Pabulib, format description
 * @throws UnreadableFile
 */
export function readPabulibFile(text: string): BallotFile {
  const sections = readPabulibSections(text);
  const [meta, projects, votes] = ['META', 'PROJECTS', 'VOTES'].map((name) => {
    const section = sections.get(name);
    must(section, null, `There is no section ${name} in this file.`);
    return section;
  }) as [PabulibSection, PabulibSection, PabulibSection];
  const metaRow = (key: string) => meta.rows.find(({ fields }) => fields[0] === key);
  const voteType = metaRow('vote_type');
  const kind = KINDS[voteType?.fields[1] ?? ''];
  must(kind, voteType?.line ?? null, `vote_type is one of ${Object.keys(KINDS).join(', ')}.`);
  const budgetRow = metaRow('budget');
  must(budgetRow, null, 'META does not name the budget.');
  const budget = amount(budgetRow.fields[1], budgetRow.line, 'The budget');
  const options = readProjects(projects);
  const ballots = readVotes(votes, kind, new Map(options.map(({ id }, at) => [id, at])));
  const said = metaRow('num_votes');
  must(
    said === undefined || Number(said.fields[1]) === ballots.length,
    said?.line ?? null,
    `The file says ${said?.fields[1]} votes and holds ${ballots.length}.`,
  );
  const scaled = inWholePoints(ballots);
  return { profile: { kind, options, budget, seats: null, ...scaled }, tieBreak: bySmallerId, tieRule: 'smaller-id' };
}

function readProjects(section: PabulibSection): CountOption[] {
  const [idAt, costAt, nameAt] = [
    columnOf(section, 'project_id'),
    columnOf(section, 'cost'),
    section.columns.indexOf('name'),
  ];
  const seen = new Set<string>();
  const options = section.rows.map(({ line, fields }) => {
    const id = fields[idAt] ?? '';
    must(id !== '', line, 'A project has to have an id.');
    must(!seen.has(id), line, `Project ${id} was listed before.`);
    seen.add(id);
    return { id, name: fields[nameAt] || id, cost: amount(fields[costAt], line, 'A cost') };
  });
  must(options.length > 0, null, 'There are no projects in this file.');
  return options;
}

type ReadBallot = { readonly choices: readonly number[]; readonly points: readonly Fraction[] | null };

function readVotes(section: PabulibSection, kind: BallotKind, positions: ReadonlyMap<string, number>): ReadBallot[] {
  const voteAt = columnOf(section, 'vote');
  const pointsAt = kind === 'points' ? columnOf(section, 'points') : -1;
  return section.rows.map(({ line, fields }) => {
    const vote = fields[voteAt] ?? '';
    const choices: number[] = [];
    for (const given of vote === '' ? [] : vote.split(',')) {
      const id = given.trim();
      const position = positions.get(id);
      must(position !== undefined, line, `There is no project ${id}.`);
      const isNew = !choices.includes(position);
      must(isNew || kind !== 'points', line, `Project ${id} is given points twice.`);
      if (isNew) choices.push(position);
    }
    must(kind !== 'choose-one' || choices.length <= 1, line, 'A ballot chooses one project.');
    if (kind !== 'points') return { choices, points: null };
    const points = vote === '' ? [] : (fields[pointsAt] ?? '').split(',').map((given) => pointsOf(given.trim(), line));
    must(points.length === choices.length, line, `${choices.length} projects have ${points.length} numbers of points.`);
    return { choices, points };
  });
}

/** Points with decimals become whole by one factor for all, so that nothing is rounded. */
function inWholePoints(ballots: readonly ReadBallot[]): { ballots: CountBallot[]; pointScale: number } {
  const denominators = new Set(ballots.flatMap(({ points }) => (points ?? []).map(({ denominator }) => denominator)));
  const scale = wholeFactor([...denominators].map((denominator) => fraction(1n, denominator)));
  const whole = ({ numerator, denominator }: Fraction) => Number((numerator * scale) / denominator);
  return {
    pointScale: Number(scale),
    ballots: ballots.map(({ choices, points }) => ({ weight: 1, choices, points: points?.map(whole) ?? null })),
  };
}

function columnOf({ columns }: PabulibSection, name: string): number {
  const at = columns.indexOf(name);
  must(at >= 0, null, `There is no column ${name} in this file.`);
  return at;
}

function amount(text: string | undefined, line: number, what: string): Fraction {
  const value = parseDecimal(text ?? '');
  must(value, line, `${what} is a number of zero or more, like 5000 or 827838.5, and this is "${text ?? ''}".`);
  return value;
}

function pointsOf(text: string, line: number): Fraction {
  const value = parseDecimal(text);
  must(value, line, `Points are a number of zero or more, and this is "${text}".`);
  return value;
}
