import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { checkpoint } from '#app/grant/pitch-day/ballot-box/checkpoint.server.ts';
import { closePoll } from '#app/grant/pitch-day/ballot-box/close-poll.server.ts';
import { type BallotBox, openBallotBox } from '#app/grant/pitch-day/ballot-box/open-ballot-box.server.ts';
import { revealPoll } from '#app/grant/pitch-day/ballot-box/reveal-poll.server.ts';
import { mustBe } from '#app/grant/pitch-day/ballot-box/trial-poll.testing.ts';
import { openJudging } from '#app/grant/pitch-day/commands/conduct-judging.server.ts';
import { phoneBallot } from '#app/grant/pitch-day/pitch-evening.testing.ts';
import { frozen } from '#app/grant/pitch-day/remote-evening.testing.ts';
import { DAY, type Instant, MINUTE } from '#app/kernel/instant.ts';
import { paths } from '#app/paths.ts';
import { createSessions } from '#app/people/sessions.server.ts';
import { NOTHING, RECORDS, type Records } from '#test/access/row.ts';
import { table } from '#test/access/table/index.ts';
import { type Proved, proved } from '../promise.ts';

const ORIGIN = 'http://localhost:3000';
/** Eleven of the twelve sheets vote: ten make a checkpoint, and one more is on its way to the next. */
const BALLOTS = 11;
const BEFORE_CHECKPOINT = 10;
/** How long a stream is listened to after the last ballot. */
const LISTENED_MS = 1_500;

/** In the short form: the manager, somebody of finance, a group that pitches, and a member of the panel. */
const SHORT_CAST = ['Grace', 'Farah', 'Amina', 'Bo'];

type Held = {
  /** All that anybody was told while the vote was open, by who asked for what. */
  readonly open: ReadonlyMap<string, string>;
  readonly readWhileOpen: string;
  /** Once the choices are out. */
  readonly board: string;
  readonly readAfter: string;
};

/**
 * Holds one vote twice, on copies of one portal: once everybody chooses the first group, once everybody the last. Everybody who
 * has an account, and a visitor, asks for everything that the portal has an address for, while streams and the log are
 * listened to. Whatever was not word for word the same both times knew something before the close.
 *
 * Of timing it shows the cause: no statement that ran had a choice to read.
 */
export function proveSilence(isShort: boolean, tell: (line: string) => void): Promise<Proved> {
  return proved('nothing that anybody can ask for knows a total before the close', tell, async (broken) => {
    const evening = await preparedEvening(isShort ? SHORT_CAST : null);
    const [first, last] = [await heldWith(evening, 1), await heldWith(evening, 4)];
    for (const [what, answer] of first.open) {
      const other = last.open.get(what) ?? '';
      if (answer !== other) broken(`${what} depends on what was chosen: ${difference(answer, other)}`);
    }
    if (first.open.size !== last.open.size) broken('not everything was asked for both times');
    if (first.readWhileOpen !== '') broken(`somebody read choices while the vote was open: ${first.readWhileOpen}`);
    // The proof itself must be able to see: once they are out, the choices are there, and somebody has read them.
    for (const [path, name] of evening.answered) {
      if (!first.open.get(`${path} as ${name}`)?.startsWith('200'))
        broken(`the proof is blind: ${path} was not answered`);
    }
    if (first.board === last.board || first.readAfter === '') broken('the proof is blind: it sees no result either');
    return first.open.size;
  });
}

type Evening = Awaited<ReturnType<typeof preparedEvening>>;

/** Nobody has voted yet, and everybody is signed in. */
async function preparedEvening(cast: readonly string[] | null) {
  // With all that a vote can have around it: a list of voters, their codes, codes for anybody, and judges who score meanwhile.
  const evening = await frozen('pass-or-code', 12, { judgesMin: 1 }, { C: 20, D: 20 });
  evening.world.pass(DAY);
  mustBe(openJudging(evening.grace(), evening.eventId));
  evening.press('open-vote');
  const { world, round, callId, eventId, pollId } = evening;
  const sessions = createSessions(world);
  const people = { ...round.staff, ...round.people, Bo: round.assessorId };
  const cookies: Record<string, string> = { visitor: '' };
  for (const [name, personId] of Object.entries(people)) {
    if (cast !== null && !cast.includes(name)) continue;
    cookies[name] = (await sessions.start(personId, null)).split(';', 1)[0] ?? '';
  }
  const known = { callId, eventId, pollId, slug: round.call.slug, applicationId: round.applications.Amina ?? NOTHING };
  const records = { ...Object.fromEntries(RECORDS.map((name) => [name, NOTHING])), ...known } as Records;
  return {
    cookies,
    records,
    pollId,
    /** What must have been there to be asked, by whom. */
    answered: [
      [paths.votingPass({ pollId }), 'visitor'],
      [paths.booth({ pollId }), 'visitor'],
      [paths.voteSignUp({ pollId }), 'visitor'],
      [paths.voteStraw({ pollId }), 'visitor'],
      [paths.judging({ callId }), 'Bo'],
      [paths.staffJudging({ eventId }), 'Grace'],
      [paths.staffRoll({ callId }), 'Grace'],
    ] as const,
    now: world.now(),
    portal: world.db.$client.serialize(),
    votes: world.votes.serialize(),
    ballots: (choice: number) =>
      Array.from({ length: BALLOTS }, (_, sheet) => {
        const { pollId: __, ...ballot } = phoneBallot(evening, sheet, [choice]);
        return ballot;
      }),
  };
}

async function heldWith(evening: Evening, choice: number): Promise<Held> {
  const folder = mkdtempSync(join(tmpdir(), 'silence-'));
  writeFileSync(join(folder, 'portal.db'), evening.portal);
  writeFileSync(join(folder, 'vote.db'), evening.votes);
  const server = await listenedServer(folder, evening.now);
  const told = new Map<string, string>();
  try {
    const streams = listenToStreams(server.url, evening);
    for (const [sheet, ballot] of evening.ballots(choice).entries()) {
      const answer = await fetch(`${server.url}/vote/${evening.pollId}/cast`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Origin: ORIGIN },
        body: JSON.stringify(ballot),
      });
      told.set(`the receipt of sheet ${sheet}`, plain(`${answer.status} ${await answer.text()}`));
      if (sheet === BEFORE_CHECKPOINT - 1) {
        settle(join(folder, 'vote.db'), (box) => mustBe(checkpoint(box, evening.pollId, evening.now)));
      }
    }
    for (const [name, cookie] of Object.entries(evening.cookies)) {
      for (const path of pathsOf(evening.records)) {
        const answer = await fetch(server.url + path, { headers: { Cookie: cookie }, redirect: 'manual' });
        const text = plain(`${answer.status} ${await answer.text()}`);
        told.set(`${path} as ${name}`, OF_NO_ORDER.test(path) ? inOneOrder(text) : text);
      }
    }
    await new Promise((resolve) => setTimeout(resolve, LISTENED_MS));
    for (const stream of streams) told.set(stream.path, plain(stream.heard()));
    const { log, reads } = { ...server.said };
    told.set('the log', plain(log));
    settle(join(folder, 'vote.db'), (box) => {
      mustBe(closePoll(box, evening.pollId, evening.now));
      mustBe(revealPoll(box, evening.pollId, evening.now + MINUTE));
    });
    const board = plain(await (await fetch(`${server.url}/board/${evening.pollId}.json`)).text());
    return { open: told, readWhileOpen: reads, board, readAfter: server.said.reads };
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true });
  }
}

/** What the portal does by itself once a minute, or when somebody presses a button, without waiting for either. */
function settle(file: string, work: (box: BallotBox) => void): void {
  const box = openBallotBox(file);
  work(box);
  box.connection.close();
}

/** Every address that is for reading, once; streams are listened to all the time. */
function pathsOf(records: Records): string[] {
  const rows = table.filter(({ method }) => method === 'GET');
  return [...new Set(rows.map((row) => row.url(records)))].filter((path) => !isStream(path));
}

const isStream = (path: string) => /\/events$/.test(path);

function listenToStreams(url: string, { cookies, records }: Evening) {
  const paths = [...new Set(table.map((row) => row.url(records)))].filter(isStream);
  return paths.map((path) => {
    const pieces: string[] = [];
    void (async () => {
      const answer = await fetch(url + path, { headers: { Cookie: cookies.Grace ?? '' } });
      pieces.push(String(answer.status));
      const reader = answer.body?.getReader();
      for (let piece = await reader?.read(); piece?.done === false; piece = await reader?.read()) {
        pieces.push(Buffer.from(piece.value).toString());
      }
      // The server goes away in the end, and the stream with it.
    })().catch(() => undefined);
    return { path, heard: () => pieces.join('') };
  });
}

/** The built portal with the clock of the evening, which says of every choice that it reads. */
async function listenedServer(folder: string, now: Instant) {
  const clock = join(folder, 'clock');
  writeFileSync(clock, String(now - Date.now()));
  const preloads = ['test/fakes/moved-clock.ts', 'scripts/proof/vote/tell-choices-read.ts'];
  const child = spawn(
    process.execPath,
    [...preloads.flatMap((file) => ['--import', resolve(file)]), 'build/server/index.js'],
    {
      env: {
        ...process.env,
        ...{ NODE_ENV: 'production', PUBLIC_URL: ORIGIN, PORT: '0', DEMO: '0', LOG_LEVEL: 'debug', FFMPEG_PATH: 'off' },
        ...{ DATA_DIR: folder, CLOCK_FILE: clock, SECRET_KEY: '07'.repeat(32) },
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const pieces = { log: '', reads: '' };
  child.stderr.on('data', (piece) => {
    pieces.reads += piece;
  });
  const port = await new Promise<string>((done, failed) => {
    child.stdout.on('data', (piece) => {
      pieces.log += piece;
      const address = /ready at http:\/\/\S+:(\d+)/.exec(pieces.log)?.[1];
      if (address !== undefined) done(address);
    });
    child.once('exit', (code) => failed(new Error(`the server ended with ${code}: ${pieces.reads}`)));
  });
  return {
    url: `http://127.0.0.1:${port}`,
    said: pieces,
    stop: () =>
      new Promise<void>((gone) => {
        child.once('exit', () => gone());
        child.kill('SIGTERM');
      }),
  };
}

/** Without what differs between any two ballots or any two moments, whatever was chosen. */
function plain(text: string): string {
  return text
    .replaceAll(/[0-9a-f]{32,}/g, 'HASH')
    .replaceAll(/\b[0-9a-hjkmnp-tv-z]{4}-[0-9a-hjkmnp-tv-z]{4}-[0-9a-hjkmnp-tv-z]{4}\b/gi, 'TRACKER')
    .replaceAll(/\b[0-9a-hjkmnp-tv-z]{20}\b/g, 'ID')
    .replaceAll(/data-now="\d+"|DTSTAMP:\w+|localhost:\d+|\b\d{1,2}:\d\d(:\d\d)?(\.\d+)?/g, 'NOW')
    .replaceAll(/name="order" value="[\d ]+"/g, 'ORDER');
}

/** The booth shows the groups in another order each time, and its label leads to the first; letters go out as they can. */
const OF_NO_ORDER = /^\/(vote|staff\/outbox)\b/;

/** The same pieces in an order that is always the same. */
function inOneOrder(html: string): string {
  return html.replaceAll(' id="field-choice"', '').split(/(?=<)/).sort().join('');
}

function difference(one: string, other: string): string {
  const at = [...one].findIndex((letter, place) => letter !== other[place]);
  return `“${one.slice(Math.max(0, at - 60), at + 60)}” and “${other.slice(Math.max(0, at - 60), at + 60)}”`;
}
