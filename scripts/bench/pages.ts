import autocannon from 'autocannon';
import { invariant } from '#app/kernel/invariant.ts';
import { type Figure, figure } from './figure.ts';
import { type ServerProcess, startServer } from './server-process.ts';
import type { StoryPortal } from './story-portal.ts';

const CONNECTIONS = 16;
const WARM_UP_SECONDS = 2;
const MEASURED_SECONDS = 5;

/** Pages a second, as a visitor asks for them, against a Remix page with nothing on it; measured before and after. */
export async function benchPages(portal: StoryPortal): Promise<Figure[]> {
  const bare = await startServer(['scripts/bench/bare-page.ts']);
  try {
    const before = await rateOf(bare, '/');
    const vote = await rateOf(portal, portal.pages.vote);
    const call = await rateOf(portal, portal.pages.call);
    const baseline = (before + (await rateOf(bare, '/'))) / 2;
    return [
      figure('vote page, against a bare Remix page', vote, 'requests/s', baseline),
      figure('call page, against a bare Remix page', call, 'requests/s', baseline),
    ];
  } finally {
    await bare.stop();
  }
}

async function rateOf(server: ServerProcess, path: string): Promise<number> {
  const run = (seconds: number) =>
    autocannon({ url: `${server.url}${path}`, connections: CONNECTIONS, duration: seconds, timeout: 60 });
  await run(WARM_UP_SECONDS);
  const { requests, duration, non2xx, errors } = await run(MEASURED_SECONDS);
  invariant(non2xx + errors === 0, `${path} answered ${non2xx} times with something else than the page`);
  return requests.total / duration;
}
