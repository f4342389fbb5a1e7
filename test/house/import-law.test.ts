import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { PROJECT, plantTree } from './planted-tree.ts';

const { forbidden } = createRequire(import.meta.url)(join(PROJECT, '.dependency-cruiser.cjs')) as {
  forbidden: readonly { name: string; comment: string }[];
};

/** Files that the planted ones import. None of them breaks a rule. */
const surroundings: Readonly<Record<string, string>> = {
  'app/kernel/id.ts': 'export type Id = string;\nexport const id = 1;',
  'app/wiring.server.ts': "import './people/notices.server.ts';\nexport const keepers = {};",
  'app/people/rules/sign-in.ts': 'export const good = 1;',
  'app/people/store.server.ts':
    "import { person } from '#db/schema/people.ts';\nexport type Person = typeof person;\nexport const find = person;",
  'app/people/queries/people.server.ts': "export { find } from '../store.server.ts';",
  'app/people/commands/introduce.server.ts': "export { find } from '../store.server.ts';",
  'app/people/notices.server.ts': 'export const tell = 1;',
  'app/people/forms.ts': 'export const form = 1;',
  'app/people/request.server.ts': 'export const signedIn = 1;',
  'app/people/routes/home.tsx': 'export const Home = 1;',
  'app/people/ui/card.tsx': 'export const Card = 1;',
  ...Object.fromEntries(
    ['call', 'application', 'assessment', 'pitch-day', 'award', 'payment', 'mentoring', 'reporting'].map((stage) => [
      `app/grant/${stage}/queries/facts.server.ts`,
      'export const facts = 1;',
    ]),
  ),
  'app/grant/pitch-day/rules/tally.ts': 'export const tally = 1;',
  'app/grant/pitch-day/ballot-box/box.server.ts': "export { ballot } from '#db/ballot-box/schema.ts';",
  'app/platform/context.server.ts': "export { open } from '#db/client.server.ts';",
  'app/platform/outbox.server.ts': "export { open } from '#db/client.server.ts';",
  'app/platform/mailer.server.ts': 'export const send = 1;',
  'app/platform/safe-next.ts': 'export const safe = 1;',
  'app/ui/button.tsx': 'export const Button = 1;',
  'app/words/say.ts': 'export const say = 1;',
  'db/client.server.ts': "export { default as open } from 'better-sqlite3';",
  'db/schema/people.ts': "export { sql as person } from 'drizzle-orm';",
  'db/schema/columns.ts': 'export const at = 1;',
  'db/schema/call.ts': 'export const call = 1;',
  'db/ballot-box/schema.ts': 'export const ballot = 1;',
  'db/story/cast.ts': 'export const amina = 1;',
  'emails/letter.tsx': 'export const Letter = 1;',
  'test/world/test-world.ts': 'export const world = 1;',
};

type Planted = { rule: string; from: string; imports: string };

/** The one planted file of each rule, and the line that breaks it. */
const planted: readonly Planted[] = [
  { rule: 'no-circles', from: 'app/platform/a.server.ts', imports: "import './b.server.ts';" },
  { rule: 'every-import-arrives', from: 'app/ui/lost.ts', imports: "import './nowhere.ts';" },
  {
    rule: 'production-never-imports-test',
    from: 'app/platform/shortcut.server.ts',
    imports: "import '#test/world/test-world.ts';",
  },
  {
    rule: 'production-needs-no-dev-package',
    from: 'app/platform/developer.server.ts',
    imports: "import 'fast-check';",
  },
  {
    rule: 'story-order-people',
    from: 'app/people/commands/early.server.ts',
    imports: "import '../../grant/call/queries/facts.server.ts';",
  },
  ...(
    [
      ['call', 'application'],
      ['application', 'assessment'],
      ['assessment', 'award'],
      ['pitch-day', 'award'],
      ['award', 'payment'],
      ['payment', 'mentoring'],
      ['mentoring', 'reporting'],
    ] as const
  ).map(([stage, later]) => ({
    rule: `story-order-${stage}`,
    from: `app/grant/${stage}/commands/early.server.ts`,
    imports: `import '#app/grant/${later}/queries/facts.server.ts';`,
  })),
  {
    rule: 'only-the-entry-knows-everyone',
    from: 'app/platform/nosy.server.ts',
    imports: "import '../wiring.server.ts';",
  },
  { rule: 'kernel-knows-nobody', from: 'app/kernel/knowing.ts', imports: "import 'zod';" },
  { rule: 'kernel-digest-knows-only-node-crypto', from: 'app/kernel/digest.ts', imports: "import 'node:fs';" },
  { rule: 'rules-only-decide', from: 'app/grant/award/rules/asking.ts', imports: "import '#app/words/say.ts';" },
  {
    rule: 'commands-tell-nobody',
    from: 'app/grant/award/commands/telling.server.ts',
    imports: "import '#emails/letter.tsx';",
  },
  {
    rule: 'queries-change-nothing',
    from: 'app/grant/award/queries/changing.server.ts',
    imports: "import '#app/people/commands/introduce.server.ts';",
  },
  {
    rule: 'queries-leave-no-promise',
    from: 'app/grant/award/queries/promising.server.ts',
    imports: "import '#app/platform/outbox.server.ts';",
  },
  {
    rule: 'notices-only-tell',
    from: 'app/grant/award/notices.server.ts',
    imports: "import '#app/people/commands/introduce.server.ts';",
  },
  {
    rule: 'notices-are-kept-by-the-wiring',
    from: 'app/people/commands/impatient.server.ts',
    imports: "import type { tell } from '../notices.server.ts';",
  },
  {
    rule: 'sql-lives-in-stores',
    from: 'app/grant/award/queries/direct.server.ts',
    imports: "import '#db/schema/call.ts';",
  },
  {
    rule: 'a-store-touches-its-own-tables',
    from: 'app/grant/award/store.server.ts',
    imports: "import '#db/schema/people.ts';",
  },
  {
    rule: 'stores-only-store',
    from: 'app/grant/payment/store/deciding.server.ts',
    imports: "import '../queries/facts.server.ts';",
  },
  { rule: 'stores-use-drizzle-alone', from: 'app/grant/mentoring/store.server.ts', imports: "import 'zod';" },
  {
    rule: 'a-store-belongs-to-its-stage',
    from: 'app/grant/award/queries/borrowing.server.ts',
    imports: "import '#app/people/store.server.ts';",
  },
  {
    rule: 'only-commands-and-queries-open-the-store',
    from: 'app/people/notices/short-cut.server.ts',
    imports: "import '../store.server.ts';",
  },
  {
    rule: 'screens-know-rows-by-type-only',
    from: 'app/people/routes/rows.tsx',
    imports: "import '../store.server.ts';",
  },
  { rule: 'tables-know-no-portal', from: 'db/schema/award.ts', imports: "import '#app/words/say.ts';" },
  {
    rule: 'tables-know-states-by-type-only',
    from: 'db/schema/payment.ts',
    imports: "import '#app/people/rules/sign-in.ts';",
  },
  {
    rule: 'the-story-stays-a-story',
    from: 'db/full.server.ts',
    imports: "import './story/cast.ts';",
  },
  {
    rule: 'the-ballot-box-knows-no-person',
    from: 'app/grant/pitch-day/ballot-box/curious.server.ts',
    imports: "import '#app/people/queries/people.server.ts';",
  },
  {
    rule: 'only-pitch-day-opens-the-ballot-box',
    from: 'app/grant/award/queries/peeking.server.ts',
    imports: "import '#app/grant/pitch-day/ballot-box/box.server.ts';",
  },
  {
    rule: 'routes-stay-thin',
    from: 'app/people/routes/thick.tsx',
    imports: "import '#app/platform/outbox.server.ts';",
  },
  {
    rule: 'screens-are-nobodys-source',
    from: 'app/people/queries/looking.server.ts',
    imports: "import type { Card } from '../ui/card.tsx';",
  },
  {
    rule: 'screens-are-private-to-their-stage',
    from: 'app/grant/call/ui/borrowed.tsx',
    imports: "import '#app/people/ui/card.tsx';",
  },
  {
    rule: 'forms-are-private-to-their-stage',
    from: 'app/people/commands/reading.server.ts',
    imports: "import '../forms.ts';",
  },
  {
    rule: 'requests-end-at-the-routes',
    from: 'app/grant/award/request-reader.server.ts',
    imports: "import '#app/people/request.server.ts';",
  },
  {
    rule: 'pages-never-reach-the-server',
    from: 'app/people/ui/fetching.tsx',
    imports: "import '../queries/people.server.ts';",
  },
  { rule: 'pages-use-nothing-of-node', from: 'app/ui/reading.ts', imports: "import 'node:fs';" },
  {
    rule: 'forms-and-pieces-know-no-plumbing',
    from: 'app/grant/award/forms.ts',
    imports: "import '#app/platform/safe-next.ts';",
  },
  {
    rule: 'the-design-system-knows-no-stage',
    from: 'app/ui/knowing.tsx',
    imports: "import '#app/platform/safe-next.ts';",
  },
  { rule: 'words-know-nobody', from: 'app/words/linking.ts', imports: "import '../ui/button.tsx';" },
  { rule: 'paths-know-no-stage', from: 'app/paths.ts', imports: "import './words/say.ts';" },
  {
    rule: 'platform-knows-no-stage',
    from: 'app/platform/storytelling.server.ts',
    imports: "import '../people/rules/sign-in.ts';",
  },
  { rule: 'letters-are-functions-of-their-props', from: 'emails/fetching.tsx', imports: "import 'zod';" },
  { rule: 'one-door-to-lucia', from: 'app/platform/second-door.server.ts', imports: "import 'lucia';" },
  { rule: 'one-door-to-stripe', from: 'app/grant/payment/commands/paying.server.ts', imports: "import 'stripe';" },
];

/** What the house allows, one line each: a law that catches these is too strict. */
const permitted: readonly { what: string; from: string; imports: string }[] = [
  {
    what: 'a rule that asks an earlier rule',
    from: 'app/grant/award/rules/share.ts',
    imports: "import '../../pitch-day/rules/tally.ts'; import '#app/kernel/id.ts';",
  },
  {
    what: 'a command that runs an earlier command and leaves a promise',
    from: 'app/grant/award/commands/offer.server.ts',
    imports:
      "import '#app/people/commands/introduce.server.ts'; import '#app/platform/outbox.server.ts'; import 'node:crypto';",
  },
  {
    what: 'a query that asks an earlier query',
    from: 'app/grant/award/queries/board.server.ts',
    imports: "import '../../call/queries/facts.server.ts'; import '#app/words/say.ts';",
  },
  {
    what: 'a query of pitch-day that opens the ballot box',
    from: 'app/grant/pitch-day/queries/count.server.ts',
    imports: "import '../ballot-box/box.server.ts';",
  },
  {
    what: 'a store with its own tables',
    from: 'app/grant/call/store.server.ts',
    imports: "import '#db/schema/call.ts'; import '#db/schema/columns.ts'; import 'drizzle-orm';",
  },
  {
    what: 'a route with its form, its command, words and pieces',
    from: 'app/people/routes/sign-in.tsx',
    imports:
      "import '../forms.ts'; import '../ui/card.tsx'; import '../request.server.ts'; import '../commands/introduce.server.ts'; import '#app/words/say.ts'; import '#app/ui/button.tsx'; import '#app/platform/safe-next.ts';",
  },
  {
    what: 'a piece of a screen that names the shape of a row',
    from: 'app/people/ui/row.tsx',
    imports: "import type { Person } from '../store.server.ts'; import '../rules/sign-in.ts';",
  },
  {
    what: 'a table that names the type of its states',
    from: 'db/schema/mentoring.ts',
    imports: "import type { good } from '#app/people/rules/sign-in.ts';",
  },
  {
    what: 'a page script that asks a rule',
    from: 'app/ui/scripts/count.ts',
    imports: "import '#app/grant/pitch-day/rules/tally.ts';",
  },
  {
    what: 'a test that builds a world',
    from: 'app/people/sign-in.test.ts',
    imports: "import '#test/world/test-world.ts'; import './commands/introduce.server.ts';",
  },
];

/** Packages as empty folders: only their names matter to the law. */
const production = ['zod', 'lucia', 'stripe', 'drizzle-orm', 'better-sqlite3'];
const development = ['fast-check'];
const packages = Object.fromEntries(
  [...production, ...development].flatMap((name) => [
    [`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' })],
    [`node_modules/${name}/index.js`, ''],
  ]),
);
const versions = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, '1.0.0']));

const tree = plantTree(
  {
    ...surroundings,
    ...packages,
    'app/platform/b.server.ts': "import './a.server.ts';",
    ...Object.fromEntries([...planted, ...permitted].map(({ from, imports }) => [from, imports])),
    'package.json': JSON.stringify({
      type: 'module',
      imports: (JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')) as { imports: object }).imports,
      dependencies: versions(production),
      devDependencies: versions(development),
    }),
  },
  [],
);
for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json']) cpSync(join(PROJECT, file), join(tree.root, file));
afterAll(tree.clear);

const cruised = spawnSync(
  process.execPath,
  [
    join(PROJECT, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs'),
    '--output-type',
    'json',
    'app',
    'db',
    'emails',
    'test',
  ],
  { cwd: tree.root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
);
if (cruised.stdout === '') throw new Error(cruised.stderr);
const { summary } = JSON.parse(cruised.stdout) as {
  summary: { violations: readonly { from: string; to: string; rule: { name: string } }[] };
};
const rulesCaughtIn = (from: string) => [
  ...new Set(summary.violations.filter((found) => found.from === from).map((found) => found.rule.name)),
];

describe('the import law', () => {
  it.each(planted)('$rule is caught', ({ rule, from }) => {
    expect(rulesCaughtIn(from)).toEqual([rule]);
  });

  it.each(permitted)('allows $what', ({ from }) => {
    expect(rulesCaughtIn(from)).toEqual([]);
  });

  it('has one planted violation for every rule', () => {
    expect(planted.map(({ rule }) => rule).toSorted()).toEqual(forbidden.map(({ name }) => name).toSorted());
  });

  it('says of every rule why it is there', () => {
    expect(forbidden.filter(({ comment }) => !/^\S.{30,}\.$/.test(comment))).toEqual([]);
  });

  it('is not broken by anything that was not planted', () => {
    const planters = new Set([...planted.map(({ from }) => from), 'app/platform/b.server.ts']);
    expect(summary.violations.filter(({ from }) => !planters.has(from))).toEqual([]);
  });
});
