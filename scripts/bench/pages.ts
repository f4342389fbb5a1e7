import autocannon from 'autocannon';
import { invariant } from '#app/kernel/invariant.ts';
import { type Figure, figure } from './figure.ts';
import { type ServerProcess, startServer } from './server-process.ts';
import type { StoryPortal } from './story-portal.ts';
import { type Round, takeTurns } from './take-turns.ts';

const CONNECTIONS = 16;
const ROUNDS = 4;
const SECONDS_PER_ROUND = 2;

/** Pages a second, as a visitor asks for them, against a Remix page with nothing on it. */
export async function benchPages(portal: StoryPortal): Promise<Figure[]> {
  const bare = await startServer(['scripts/bench/bare-page.ts']);
  try {
    const [nothing = 0, vote = 0, call = 0] = await takeTurns(ROUNDS, [
      asking(bare, '/'),
      asking(portal, portal.pages.vote),
      asking(portal, portal.pages.call),
    ]);
    return [
      figure('vote page, against a bare Remix page', vote, 'requests/s', nothing),
      figure('call page, against a bare Remix page', call, 'requests/s', nothing),
    ];
  } finally {
    await bare.stop();
  }
}

function asking(server: ServerProcess, path: string): Round {
  return async () => {
    const { requests, duration, non2xx, errors } = await autocannon({
      url: `${server.url}${path}`,
      connections: CONNECTIONS,
      duration: SECONDS_PER_ROUND,
      // In seconds: a busy machine is slow, and not wrong.
      timeout: 60,
    });
    invariant(non2xx + errors === 0, `${path} answered ${non2xx} times with something else than the page`);
    return { done: requests.total, seconds: duration };
  };
}
