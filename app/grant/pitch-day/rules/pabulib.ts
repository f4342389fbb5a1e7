import { type Minor, parseMinor } from '#app/kernel/money.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { PollOption } from './manifest.ts';
import { type PabulibSection, readPabulibSections } from './pabulib-table.ts';

/** A real participatory-budgeting election as the `.pb` format records it. */
export type PabulibFile = {
  readonly meta: ReadonlyMap<string, string>;
  readonly budgetMinor: Minor;
  readonly options: readonly PollOption[];
  /** One per voter, positions in `options` from 1, rising, without repeats; possibly empty. */
  readonly ballots: readonly (readonly number[])[];
  /** The most choices any ballot makes, at least 1. */
  readonly maxChoices: number;
};

export type PabulibRefusal =
  | 'section-missing'
  | 'column-missing'
  | 'not-choose-many'
  | 'not-an-amount'
  | 'project-unknown';

type Row = ReadonlyMap<string, string>;

/**
 * Reads a choose-many `.pb` file (`vote_type` approval or choose-1).
 *
 * Amounts are read with up to two decimals, whatever the currency: every file counts in hundredths.
 *
 * @source Pabulib, format description; Faliszewski et al., Participatory Budgeting: Data, Tools, and Analysis (2023)
 */
export function readPabulib(text: string): Outcome<PabulibFile, PabulibRefusal> {
  const sections = readPabulibSections(text);
  const [metaRows, projectRows, voteRows] = ['META', 'PROJECTS', 'VOTES'].map((name) => rowsOf(sections.get(name)));
  if (!metaRows || !projectRows || !voteRows) return refused('section-missing');
  const meta = new Map(metaRows.map((row) => [row.get('key') ?? '', row.get('value') ?? '']));
  if (!['approval', 'choose-1'].includes(meta.get('vote_type') ?? '')) return refused('not-choose-many');
  const budgetMinor = readAmount(meta.get('budget'));
  const options: PollOption[] = [];
  for (const row of projectRows) {
    const id = row.get('project_id');
    const costMinor = readAmount(row.get('cost'));
    if (!id) return refused('column-missing');
    if (costMinor === null) return refused('not-an-amount');
    options.push({ id, title: row.get('name') || id, costMinor });
  }
  if (budgetMinor === null) return refused('not-an-amount');
  const positions = new Map(options.map((option, index) => [option.id, index + 1]));
  const ballots: number[][] = [];
  for (const row of voteRows) {
    const vote = row.get('vote');
    if (vote === undefined) return refused('column-missing');
    const choices = readVote(vote, positions);
    if (choices === null) return refused('project-unknown');
    ballots.push(choices);
  }
  const maxChoices = ballots.reduce((most, choices) => Math.max(most, choices.length), 1);
  return done({ meta, budgetMinor, options, ballots, maxChoices });
}

/** A project listed twice counts once. */
function readVote(vote: string, positions: ReadonlyMap<string, number>): number[] | null {
  const ids = vote === '' ? [] : vote.split(',').map((id) => id.trim());
  const choices = new Set<number>();
  for (const id of ids) {
    const position = positions.get(id);
    if (position === undefined) return null;
    choices.add(position);
  }
  return [...choices].sort((one, other) => one - other);
}

function readAmount(text: string | undefined): Minor | null {
  // Stricter than what people may type: a comma would otherwise be taken for a thousands separator.
  return text === undefined || !/^\d+(\.\d+)?$/.test(text) ? null : parseMinor(text, 'EUR');
}

function rowsOf(section: PabulibSection | undefined): Row[] | null {
  if (section === undefined) return null;
  return section.rows.map(({ fields }) => new Map(section.columns.map((name, at) => [name, fields[at] ?? ''])));
}
