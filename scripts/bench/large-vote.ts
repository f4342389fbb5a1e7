import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { boardOf } from '#app/grant/pitch-day/ballot-box/board.server.ts';
import { castWithin } from '#app/grant/pitch-day/ballot-box/cast-ballot.server.ts';
import { closePoll } from '#app/grant/pitch-day/ballot-box/close-poll.server.ts';
import { openBallotBox } from '#app/grant/pitch-day/ballot-box/open-ballot-box.server.ts';
import { revealPoll } from '#app/grant/pitch-day/ballot-box/reveal-poll.server.ts';
import { transact } from '#app/grant/pitch-day/ballot-box/transact.server.ts';
import { MINUTE } from '#app/kernel/instant.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { done } from '#app/kernel/outcome.ts';
import { paths } from '#app/paths.ts';
import { chromiumPath } from '../chromium.mjs';
import { type Figure, figure } from './figure.ts';
import { openVote } from './open-vote.ts';
import { residentBytes, startServer } from './server-process.ts';

const BALLOTS = 200_000;
const PER_COMMIT = 5_000;
/** In microseconds: for the close with its root and its tally, and for the check in a browser. */
const AT_MOST = 30_000_000;
const HELD = '✓ Every check holds. The published result is right.';

/** A vote of a city: closed, counted, downloaded, and checked in a browser by the page that anybody can keep. */
export async function benchLargeVote(tell: (line: string) => void): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'common-pot-large-'));
  try {
    tell(`Casting ${BALLOTS} ballots`);
    const { pollId, microseconds } = closedVote(join(folder, 'vote.db'));
    const server = await startServer(['build/server/index.js'], { DATA_DIR: folder, LOG_LEVEL: 'error', DEMO: '0' });
    try {
      const url = server.url + paths.boardFile({ pollId });
      // The first makes what everybody else is sent; its size is of the vote, not of the download.
      await download(url);
      const before = residentBytes(server.pid);
      const board = await download(url, () => residentBytes(server.pid));
      const page = await (await fetch(server.url + paths.recountPage())).text();
      writeFileSync(join(folder, 'board.json'), board.bytes);
      writeFileSync(join(folder, 'recount.html'), page);
      tell('Checking the board in a browser');
      return [
        figure('large: 200,000 ballots closed, sealed and counted, against 30 s', microseconds, 'µs', AT_MOST, {
          atMost: 1,
        }),
        figure(
          'large: memory while its board is sent, against the board',
          board.most - before,
          'bytes',
          board.bytes.length,
          {
            atMost: 0.5,
          },
        ),
        figure('large: checked in a browser, against 30 s', await checkedInBrowser(folder), 'µs', AT_MOST, {
          atMost: 1,
        }),
      ];
    } finally {
      await server.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function closedVote(file: string): { pollId: string; microseconds: number } {
  const { pollId, ballots } = openVote(file, BALLOTS);
  const box = openBallotBox(file);
  const now = Date.now();
  for (let from = 0; from < BALLOTS; from += PER_COMMIT) {
    transact(box, () => {
      for (const ballot of ballots.slice(from, from + PER_COMMIT)) {
        invariant(castWithin(box, { pollId, ...ballot }, now).ok, 'a ballot of the bench is taken');
      }
      return done(null);
    });
  }
  const startedAt = performance.now();
  invariant(closePoll(box, pollId, now).ok, 'an open poll can be closed');
  invariant(revealPoll(box, pollId, now + MINUTE).ok, 'a closed poll can be revealed');
  const board = boardOf(box, pollId);
  invariant(board.ok && board.value.revealed?.ballots.length === BALLOTS, 'every ballot is on the board');
  const microseconds = (performance.now() - startedAt) * 1_000;
  box.connection.close();
  return { pollId, microseconds };
}

/** Read as it comes. `most`: what was looked at, at its highest, piece by piece. */
function download(url: string, look: () => number = () => 0): Promise<{ bytes: Buffer; most: number }> {
  return new Promise((resolve, reject) => {
    get(url, { agent: false }, (answer) => {
      const pieces: Buffer[] = [];
      let most = 0;
      answer.on('data', (piece: Buffer) => {
        pieces.push(piece);
        most = Math.max(most, look());
      });
      answer.once('end', () => resolve({ bytes: Buffer.concat(pieces), most }));
      answer.once('error', reject);
    }).once('error', reject);
  });
}

/** From the press to the verdict, in microseconds. */
async function checkedInBrowser(folder: string): Promise<number> {
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    await page.goto(`file://${join(folder, 'recount.html')}`);
    await page.getByLabel('The board').setInputFiles(join(folder, 'board.json'));
    const startedAt = performance.now();
    await page.getByRole('button', { name: 'Check this vote' }).click();
    await page.getByText(HELD).waitFor({ timeout: 5 * MINUTE });
    return (performance.now() - startedAt) * 1_000;
  } finally {
    await browser.close();
  }
}
