import { get } from 'node:http';
import { phoneBallot, pollIdOf, withOpenVote } from '#app/grant/pitch-day/pitch-evening.testing.ts';
import { SECOND } from '#app/kernel/instant.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { paths } from '#app/paths.ts';
import { atRate, type Sent, slowestHundredth } from './at-rate.ts';
import { type Figure, figure } from './figure.ts';
import { startWorldPortal } from './world-portal.ts';

const PHONES = 1_000;
/** All of them, as the hall hears that the vote is open. */
const WITHIN = 60 * SECOND;
/** In microseconds. */
const P99_MAX = 300_000;
/** Until every phone follows. */
const FOLLOWING_MAX = 30 * SECOND;

/**
 * A hall of a thousand behind one address: every phone holds a stream of events, loads the booth and casts, within a
 * minute. What is measured is the slowest hundredth of casts, and of pages.
 */
export async function benchHall(): Promise<Figure[]> {
  const { world, pollId, ballots } = preparedHall();
  const server = await startWorldPortal(world);
  const streams = Array.from({ length: PHONES }, () => follow(server.url + paths.boothEvents({ pollId })));
  try {
    await allFollow(streams);
    const page: Sent = { method: 'GET', path: paths.booth({ pollId }), headers: {}, body: '' };
    const cast = (body: string): Sent => ({
      method: 'POST',
      path: `/vote/${pollId}/cast`,
      headers: { 'Content-Type': 'application/json', Origin: server.url },
      body,
    });
    const sent = ballots.flatMap((ballot) => [page, cast(ballot)]);
    const answers = await atRate(server.url, sent, sent.length / (WITHIN / SECOND));
    const bad = answers.filter(({ status }) => status !== 200).length;
    invariant(bad === 0, `${bad} of ${answers.length} requests of a hall were refused`);
    const left = streams.filter(({ isOpen }) => !isOpen()).length;
    invariant(left === 0, `${left} of ${PHONES} streams ended while the hall voted`);
    const slowest = (method: string) => slowestHundredth(answers.filter((answer) => answer.method === method));
    return [
      figure('hall: slowest hundredth of 1,000 casts in a minute, against 300 ms', slowest('POST'), 'µs', P99_MAX, {
        atMost: 1,
      }),
      figure('hall: slowest hundredth of their pages, against 300 ms', slowest('GET'), 'µs', P99_MAX, { atMost: 1 }),
    ];
  } finally {
    for (const stream of streams) stream.stop();
    await server.stop();
  }
}

/** An open vote with a sheet for everybody, and what their phones send. */
function preparedHall() {
  const evening = withOpenVote({}, PHONES);
  const ballots = Array.from({ length: PHONES }, (_, sheet) => {
    const { pollId: __, ...ballot } = phoneBallot(evening, sheet, [1 + (sheet % 4)]);
    return JSON.stringify(ballot);
  });
  return { world: evening.world, pollId: pollIdOf(evening), ballots };
}

/** A phone that waits, as a browser's EventSource does. */
function follow(url: string) {
  let isOpen = false;
  const request = get(url, { agent: false, headers: { Accept: 'text/event-stream' } }, (answer) => {
    answer.once('data', () => {
      isOpen = answer.statusCode === 200;
    });
    answer.resume();
    answer.once('close', () => {
      isOpen = false;
    });
  });
  request.on('error', () => {
    isOpen = false;
  });
  return { isOpen: () => isOpen, stop: () => request.destroy() };
}

async function allFollow(streams: readonly { isOpen(): boolean }[]): Promise<void> {
  const until = Date.now() + FOLLOWING_MAX;
  while (!streams.every(({ isOpen }) => isOpen())) {
    invariant(Date.now() < until, 'every phone of the hall can follow');
    await new Promise((done) => setTimeout(done, 50));
  }
}
