import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { PROJECT, plantTree } from './planted-tree.ts';

type Planted = { law: string; path: string; code: string; caught: string };

const inRules = 'app/grant/call/rules';
const clock = 'Rules and the kernel have no clock';
const waits = 'Rules and the kernel never wait';

/** One file per violation, and words of the message that must name it. */
const planted: readonly Planted[] = [
  { law: 'now', path: `${inRules}/now.ts`, code: 'export const at = Date.now();', caught: clock },
  { law: 'a clock to call later', path: `${inRules}/tick.ts`, code: 'export const tick = Date.now;', caught: clock },
  { law: 'today', path: 'app/kernel/today.ts', code: 'export const today = new Date();', caught: clock },
  { law: 'today as text', path: 'app/people/rules/text.ts', code: 'export const text = Date();', caught: clock },
  {
    law: 'a stopwatch',
    path: `${inRules}/watch.ts`,
    code: 'export const at = performance.now();',
    caught: 'global variable performance',
  },
  {
    law: 'chance',
    path: `${inRules}/chance.ts`,
    code: 'export const drawn = Math.random();',
    caught: 'Nothing here may be drawn with Math.random',
  },
  {
    law: 'chance outside of rules',
    path: 'app/platform/chance.server.ts',
    code: 'export const drawn = Math.random();',
    caught: 'Nothing here may be drawn with Math.random',
  },
  {
    law: 'a drawn id',
    path: `${inRules}/drawn.ts`,
    code: 'export const id = crypto.randomUUID();',
    caught: 'global variable crypto',
  },
  {
    law: 'the process',
    path: `${inRules}/demo.ts`,
    code: 'export const isDemo = process.argv.length > 2;',
    caught: 'global variable process',
  },
  { law: 'an async function', path: `${inRules}/slow.ts`, code: 'export async function slow() {}', caught: waits },
  { law: 'an async arrow', path: `${inRules}/arrow.ts`, code: 'export const slow = async () => 1;', caught: waits },
  {
    law: 'an async method',
    path: `${inRules}/method.ts`,
    code: 'export const slow = { async go() {} };',
    caught: waits,
  },
  {
    law: 'an async method of a class',
    path: 'app/kernel/slow-class.ts',
    code: 'export class Slow { static async go() {} }',
    caught: waits,
  },
  { law: 'await', path: `${inRules}/wait.ts`, code: 'export const got = await 1;', caught: waits },
  {
    law: 'for await',
    path: `${inRules}/stream.ts`,
    code: 'for await (const piece of []) piece satisfies never;',
    caught: waits,
  },
  {
    law: 'a promise',
    path: `${inRules}/later.ts`,
    code: 'export const later = Promise.resolve(1);',
    caught: 'global variable Promise',
  },
  {
    law: 'a timer',
    path: `${inRules}/timer.ts`,
    code: 'setTimeout(() => {}, 1);',
    caught: 'global variable setTimeout',
  },
  {
    law: 'a request',
    path: `${inRules}/ask.ts`,
    code: "export const got = fetch('https://example.org');",
    caught: 'global variable fetch',
  },
  { law: 'talk', path: `${inRules}/talk.ts`, code: "console.log('here');", caught: 'lint/suspicious/noConsole' },
  {
    law: 'a floating console.log',
    path: 'app/platform/talk.server.ts',
    code: "console.log('here');",
    caught: 'lint/suspicious/noConsole',
  },
  {
    law: 'a sentence outside of app/words',
    path: 'app/grant/call/routes/loose-words.tsx',
    code: 'export const Loose = () => <p>Apply today</p>;',
    caught: 'lint/style/noJsxLiterals',
  },
  {
    law: 'an inline style',
    path: 'app/grant/call/ui/styled.tsx',
    code: "export const Styled = () => <p style={{ color: 'red' }} />;",
    caught: 'The page may not carry inline styles',
  },
  {
    law: 'a picture without words',
    path: 'app/ui/silent.tsx',
    code: 'export const Silent = () => <img src="/a.png" />;',
    caught: 'lint/a11y/useAltText',
  },
  { law: 'any', path: 'app/ui/any.ts', code: 'export const loose = (it: any) => it;', caught: 'noExplicitAny' },
  {
    law: 'a hopeful !',
    path: 'app/ui/hope.ts',
    code: 'export const sure = (it: string | null) => it!;',
    caught: 'lint/style/noNonNullAssertion',
  },
  {
    law: 'a setting read past env.server.ts',
    path: 'app/platform/setting.server.ts',
    code: 'export const port = process.env.PORT;',
    caught: 'lint/style/noProcessEnv',
  },
  {
    law: 'a promise nobody waits for',
    path: 'app/platform/floating.server.ts',
    code: 'async function save() {}\nexport function go() {\n  save();\n}',
    caught: 'lint/nursery/noFloatingPromises',
  },
  {
    law: 'an update of every row',
    path: 'app/grant/call/store.server.ts',
    code: "export const all = (tx: Tx) => tx.update(call).set({ state: 'open' }).run();",
    caught: 'lint/nursery/noDrizzleUpdateWithoutWhere',
  },
  {
    law: 'a removal of every row',
    path: 'app/grant/call/store/removal.server.ts',
    code: 'export const none = (tx: Tx) => tx.delete(call).run();',
    caught: 'lint/nursery/noDrizzleDeleteWithoutWhere',
  },
  {
    law: 'a left side in style.css',
    path: 'app/ui/sided.css',
    code: 'p {\n  margin-left: 1rem;\n}\n',
    caught: 'lint/nursery/useLogicalProperties',
  },
  {
    law: 'a file name in camelCase',
    path: 'app/ui/bigButton.ts',
    code: 'export const big = 1;',
    caught: 'lint/style/useFilenamingConvention',
  },
  {
    law: 'an import without its extension',
    path: 'app/ui/short.ts',
    code: "export { big } from './any';",
    caught: 'lint/correctness/useImportExtensions',
  },
  {
    law: 'a barrel',
    path: 'app/ui/index.ts',
    code: "export * from './any.ts';",
    caught: 'lint/performance/noReExportAll',
  },
  { law: 'a test left alone', path: 'app/ui/a.test.ts', code: "it.only('runs', () => {});", caught: 'noFocusedTests' },
  { law: 'a test left out', path: 'app/ui/b.test.ts', code: "it.skip('runs', () => {});", caught: 'noSkippedTests' },
];

/** What the laws must leave alone. */
const innocent = {
  'app/grant/call/rules/innocent.ts': [
    'export const day = (at: number) => new Date(at).toISOString();',
    'export const noon = Date.UTC(2026, 2, 2, 12);',
    'export const asyncWords = (text: string) => text.split(" ");',
  ].join('\n'),
  'app/grant/call/rules/window.test.ts': 'export const at = Date.now();',
};

const tree = plantTree({ ...Object.fromEntries(planted.map(({ path, code }) => [path, code])), ...innocent }, []);
cpSync(join(PROJECT, 'biome.json'), join(tree.root, 'biome.json'));
cpSync(join(PROJECT, 'test/house/lint'), join(tree.root, 'test/house/lint'), { recursive: true });
afterAll(tree.clear);

const linted = spawnSync(
  join(PROJECT, 'node_modules/.bin/biome'),
  ['lint', '--reporter=github', '--max-diagnostics=none', '--colors=off', '.'],
  { cwd: tree.root, encoding: 'utf8' },
);
const caughtIn = (path: string) => linted.stdout.split('\n').filter((line) => line.includes(`/${path},`));

describe('the linter', () => {
  it.each(planted)('catches $law', ({ path, caught }) => {
    expect(caughtIn(path).join('\n')).toContain(caught);
  });

  it.each(Object.keys(innocent))('leaves %s alone', (path) => {
    expect(caughtIn(path).filter((line) => line.includes('title=plugin') || line.includes('Rules and'))).toEqual([]);
  });

  it('has a planted violation for every law of our own', () => {
    const ours = readdirSync(join(PROJECT, 'test/house/lint')).filter((file) => file.endsWith('.grit'));
    expect(ours).toEqual(['no-async.grit', 'no-clock.grit', 'no-inline-style.grit', 'no-randomness.grit']);
    expect(linted.stdout).not.toContain('errored');
  });
});
