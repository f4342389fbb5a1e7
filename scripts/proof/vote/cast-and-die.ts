/**
 * Puts ballots in a box as fast as it can, says so of each that is acknowledged, and dies. Started by `crashes.ts` and
 * `disk-images.ts`: FILE REQUESTS FROM MANY [STATEMENT before|after TIMES].
 *
 * With a statement it kills itself before or after the so-many-th time that this runs; without, somebody else does, or
 * it ends.
 */
import { readFileSync, writeSync } from 'node:fs';
import type { CastRequest } from '#app/grant/pitch-day/ballot-box/cast-ballot.server.ts';
import { castTogether } from '#app/grant/pitch-day/ballot-box/cast-together.server.ts';
import { checkpoint } from '#app/grant/pitch-day/ballot-box/checkpoint.server.ts';
import { openBallotBox } from '#app/grant/pitch-day/ballot-box/open-ballot-box.server.ts';
import { NOW } from '#app/grant/pitch-day/ballot-box/trial-poll.testing.ts';

/** Phones that wait for an answer at the same time. */
const AT_ONCE = 16;
const PER_CHECKPOINT = 48;

const [file = '', requestsFile = '', from = '0', many = '0', statement = '', when = '', times = '0'] =
  process.argv.slice(2);
const requests = (JSON.parse(readFileSync(requestsFile, 'utf8')) as CastRequest[]).slice(
  Number(from),
  Number(from) + Number(many),
);
const box = openBallotBox(file);
const [first] = requests;
if (statement !== '') dieAt(statement, when === 'before', Number(times));
let next = 0;
await Promise.all(Array.from({ length: AT_ONCE }, phone));

async function phone(): Promise<void> {
  for (let place = next++; place < requests.length; place = next++) {
    const request = requests[place] as CastRequest;
    const outcome = await castTogether(box, request, NOW);
    // At once and to the end: what is said is said before anything else happens.
    writeSync(
      1,
      outcome.ok ? `ballot ${outcome.value.leaf} ${outcome.value.signature}\n` : `REFUSED ${outcome.reason}\n`,
    );
    if (place % PER_CHECKPOINT === PER_CHECKPOINT - 1) publish();
  }
}

function publish(): void {
  const outcome = checkpoint(box, first?.pollId ?? '', NOW);
  if (outcome.ok) writeSync(1, `checkpoint ${outcome.value.seq} ${outcome.value.root}\n`);
}

/** Everything that the box does in transactions of its own goes through `exec` and `pragma`. */
function dieAt(what: string, isBefore: boolean, times: number): void {
  let left = times;
  for (const name of ['exec', 'pragma'] as const) {
    const really = box.connection[name].bind(box.connection) as (...words: unknown[]) => unknown;
    Object.defineProperty(box.connection, name, {
      value: (...words: unknown[]) => {
        const isIt = String(words[0]).startsWith(what);
        if (isIt) left -= 1;
        if (isIt && left === 0 && isBefore) process.kill(process.pid, 'SIGKILL');
        const answer = really(...words);
        if (isIt && left === 0) process.kill(process.pid, 'SIGKILL');
        return answer;
      },
    });
  }
}
