import { invariant } from '#app/kernel/invariant.ts';
import { paths } from '#app/paths.ts';
import { type CrowdedPortal, startCrowdedPortal } from './crowded-portal.ts';
import { type Figure, figure } from './figure.ts';
import { residentBytes } from './server-process.ts';

const FEW = 100;
const MANY = 10_000;
/** What the slowest twentieth may take with many, against the same with few. */
const RATIO_MAX = 1.3;
/** The p95 of each of so many rounds is taken, and the one in the middle counts: a burst of other work spoils one or two. */
const ROUNDS = 7;
/** So many times each page is asked for in a round; the first round warms up and does not count. */
const TIMES = 40;
/** What the server may grow by while a file of ten thousand leaves it. */
const EXPORT_MEMORY_BYTES = 150 * 1024 * 1024;

type Pages = {
  readonly name: string;
  readonly path: (portal: CrowdedPortal) => string;
  /** It counts or sorts what has no index of its own: it is measured, and nothing is promised of it. */
  readonly grows?: true;
};

const listed = (name: string, asked: (portal: CrowdedPortal) => Record<string, string>): Pages => ({
  name: `staff list, ${name}`,
  path: (portal) => paths.staffApplications({ callId: portal.callId, asked: asked(portal) }),
});

/** Each brings as many rows from ten thousand as from a hundred. */
const PAGES: readonly Pages[] = [
  listed('first page', () => ({})),
  listed('page in the middle', ({ middle }) => ({ after: String(middle) })),
  listed('filtered', () => ({ theme: 'Housing', from: '1' })),
  listed('filtered, rare', () => ({ city: 'Hull', state: 'submitted' })),
  listed('sorted by amount', () => ({ order: '-amount' })),
  listed('searched, rare word', () => ({ search: 'lant' })),
  listed('searched, word in all', () => ({ search: 'community' })),
  { name: 'log of help', path: ({ callId }) => paths.staffHelpLog({ callId }) },
  {
    name: 'log of help, page in the middle',
    path: ({ callId, middleId }) => paths.staffHelpLog({ callId, asked: { after: middleId } }),
  },
  { name: 'questions that wait', path: ({ callId }) => paths.staffHelp({ callId }), grows: true },
  {
    name: 'questions that were answered',
    path: ({ callId }) => paths.staffHelp({ callId, asked: { show: 'answered' } }),
    grows: true,
  },
  { name: 'messages', path: () => paths.staffOutbox() },
  { name: 'calls of a partner', path: () => paths.staff(), grows: true },
];

/** The staff's lists with ten thousand applications against the same with a hundred, and taking them all away. */
export async function benchApplications(tell: (line: string) => void): Promise<Figure[]> {
  tell(`Writing ${FEW} and ${MANY} applications`);
  const few = await startCrowdedPortal(FEW);
  const many = await startCrowdedPortal(MANY);
  try {
    const figures: Figure[] = [];
    // Before the pages: a server that has shown thousands has memory to spare, in which growth would not be seen.
    for (const format of ['csv', 'xlsx'] as const) figures.push(...(await exported(format, few, many)));
    for (const page of PAGES) figures.push(await slowest(page, few, many));
    return figures;
  } finally {
    await few.stop();
    await many.stop();
  }
}

async function slowest({ name, path, grows }: Pages, few: CrowdedPortal, many: CrowdedPortal): Promise<Figure> {
  const p95s = { few: [] as number[], many: [] as number[] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    const took = await askInTurn(few, many, path);
    if (round === 0) continue;
    p95s.few.push(p95(took.few));
    p95s.many.push(p95(took.many));
  }
  const figures = [`${name}: p95 with ${MANY}, against ${FEW}`, middle(p95s.many), 'µs', middle(p95s.few)] as const;
  return grows ? figure(...figures) : figure(...figures, { atMost: RATIO_MAX });
}

/** One request to each in turn, so that whatever else the machine does falls on both. */
async function askInTurn(few: CrowdedPortal, many: CrowdedPortal, path: Pages['path']) {
  const took = { few: [] as number[], many: [] as number[] };
  for (let time = 0; time < TIMES; time += 1) {
    // Now the one first and now the other: what the first leaves undone falls on the second.
    const turns = time % 2 === 0 ? (['few', 'many'] as const) : (['many', 'few'] as const);
    for (const turn of turns) took[turn].push(await pageTime({ few, many }[turn], path({ few, many }[turn])));
  }
  return took;
}

async function pageTime(portal: CrowdedPortal, path: string): Promise<number> {
  const start = performance.now();
  const response = await fetch(`${portal.url}${path}`, { headers: { Cookie: portal.cookie }, redirect: 'manual' });
  const page = await response.text();
  const microseconds = (performance.now() - start) * 1_000;
  invariant(response.status === 200 && page.includes('<h1>'), `${path} answered ${response.status}`);
  return microseconds;
}

function middle(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}

function p95(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length * 0.95)] ?? 0;
}

async function exported(format: 'csv' | 'xlsx', few: CrowdedPortal, many: CrowdedPortal): Promise<Figure[]> {
  const name = `export as ${format.toUpperCase()}`;
  const small = await exportOnce(few, format);
  const large = await exportOnce(many, format);
  return [
    figure(`${name}: for each of ${MANY}, against ${FEW}`, large.microseconds / MANY, 'µs', small.microseconds / FEW),
    figure(`${name}: memory grown with ${MANY}, against its budget`, large.grown, 'bytes', EXPORT_MEMORY_BYTES, {
      atMost: 1,
    }),
  ];
}

async function exportOnce(portal: CrowdedPortal, format: string) {
  const path = `${paths.staffExportFile({ callId: portal.callId })}?scope=all`;
  const before = residentBytes(portal.pid);
  const start = performance.now();
  const response = await fetch(`${portal.url}${path}`, {
    method: 'POST',
    body: new URLSearchParams({ format }),
    headers: { Cookie: portal.cookie, Origin: portal.url },
  });
  invariant(response.status === 200 && response.body !== null, `${path} answered ${response.status}`);
  let most = before;
  const pieces = response.body.getReader();
  while (!(await pieces.read()).done) most = Math.max(most, residentBytes(portal.pid));
  return { microseconds: (performance.now() - start) * 1_000, grown: most - before };
}
