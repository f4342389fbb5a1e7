/**
 * `npm run bench -- [NAME…]`: speed and weight, as ratios against something bare in the same run.
 *
 * One line of JSON for each figure: `{ name, value, unit, baseline, ratio }`, and `isKept` where something was promised
 * of the ratio. NAME is ballots, pages, bytes, applications, uploads, panel, count, hall or large; all without one. It measures what was
 * built: run `npm run build` first. Ends with 1 when a promise was not kept.
 */
import '#app/platform/node-version.server.ts';
import { existsSync } from 'node:fs';
import { benchApplications } from './bench/applications.ts';
import { benchBallots } from './bench/ballots.ts';
import { benchBytes } from './bench/bytes.ts';
import { benchCount } from './bench/count.ts';
import type { Figure } from './bench/figure.ts';
import { benchHall } from './bench/hall.ts';
import { benchLargeVote } from './bench/large-vote.ts';
import { benchPages } from './bench/pages.ts';
import { benchPanel } from './bench/panel.ts';
import { startStoryPortal } from './bench/story-portal.ts';
import { benchUploads } from './bench/uploads.ts';
import { sayPlainly } from './say.mjs';

const NAMES = ['ballots', 'pages', 'bytes', 'applications', 'uploads', 'panel', 'count', 'hall', 'large'] as const;

const asked = process.argv.slice(2);
const unknown = asked.find((name) => !NAMES.some((known) => known === name));
if (unknown !== undefined) sayPlainly(`There is no bench called "${unknown}". There are: ${NAMES.join(', ')}.`);
if (!existsSync('build/server/index.js')) sayPlainly('There is nothing to measure yet: run npm run build first.');
const tell = (line: string) => process.stderr.write(`${line}\n`);
const wants = (name: (typeof NAMES)[number]) => asked.length === 0 || asked.includes(name);

if (wants('applications')) print(await benchApplications(tell));
if (wants('ballots')) print(await benchBallots());
if (wants('uploads')) print(await benchUploads());
if (wants('panel')) print(benchPanel());
if (wants('count')) print(benchCount());
if (wants('hall')) print(await benchHall());
if (wants('large')) print(await benchLargeVote(tell));
if (wants('pages') || wants('bytes')) {
  const portal = await startStoryPortal(tell);
  try {
    if (wants('pages')) print(await benchPages(portal));
    if (wants('bytes')) print(await benchBytes(portal));
  } finally {
    await portal.stop();
  }
}

function print(figures: readonly Figure[]): void {
  for (const each of figures) process.stdout.write(`${JSON.stringify(each)}\n`);
  if (figures.some(({ isKept }) => isKept === false)) process.exitCode = 1;
}
