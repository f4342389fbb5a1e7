/**
 * `npm run proof -- AREA [--short] [--seed N]`: promises of the portal, put to the test again and again.
 *
 * One line of JSON for each: `{ promise, tried, failed, seconds }`; what broke one is said beside it. It tries what was
 * built: run `npm run build` first. AREA is uploads, applications, vote or money; the figures
 * of the last two are also written to test-results/proof-AREA.md.
 */
import '#app/platform/node-version.server.ts';
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { proveApplications } from './proof/application-fuzz.ts';
import { writeFigures } from './proof/figures.ts';
import { proveMoney } from './proof/money.ts';
import type { Proved } from './proof/promise.ts';
import { proveUploadCuts } from './proof/upload-cuts.ts';
import { proveVote } from './proof/vote.ts';
import { sayPlainly } from './say.mjs';

const AREAS = {
  uploads: (isShort: boolean, seed: number) => [() => proveUploadCuts(isShort ? 25 : 300, seed, tell)],
  applications: (isShort: boolean, seed: number) => [() => proveApplications(isShort ? 1_500 : 10_000, seed, tell)],
  vote: (isShort: boolean, seed: number) => proveVote(isShort, seed, tell),
  money: (isShort: boolean, seed: number) => proveMoney(isShort, seed, tell),
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    short: { type: 'boolean', default: false },
    seed: { type: 'string', default: String(Date.now() % 2 ** 32) },
  },
});
const [area = ''] = positionals;
if (!Object.hasOwn(AREAS, area)) {
  sayPlainly(`There is no proof of "${area}". There are: ${Object.keys(AREAS).join(', ')}.`);
}
if (!existsSync('build/server/index.js')) sayPlainly('There is nothing to prove yet: run npm run build first.');
tell(`The seed is ${values.seed}: --seed ${values.seed} draws the same again.`);
const lines: Proved[] = [];
for (const prove of AREAS[area as keyof typeof AREAS](values.short, Number(values.seed))) {
  const line = await prove();
  lines.push(line);
  process.stdout.write(`${JSON.stringify(line)}\n`);
  if (line.failed > 0) process.exitCode = 1;
}
if (area === 'vote' || area === 'money') tell(`The figures are in ${writeFigures(area, values.seed, lines)}.`);

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}
