import { Worker } from 'node:worker_threads';
import type { Outcome } from '#app/kernel/outcome.ts';
import type { RankingFault, RankingTask } from '../rules/rank-panel.ts';
import type { Ranking } from '../rules/ranking/rank-by.ts';

/** As written, or as built: the worker is a bundle beside that of the server. */
const WORKER = new URL(
  import.meta.url.endsWith('.ts') ? './rank-worker.server.ts' : '../worker/rank-worker.js',
  import.meta.url,
);

/** Ranks a panel in a thread of its own, so that the portal goes on answering. */
export function rankElsewhere(task: RankingTask): Promise<Outcome<Ranking, RankingFault>> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(WORKER, { workerData: task });
    worker.once('message', resolve);
    worker.once('error', reject);
    // After an answer this changes nothing.
    worker.once('exit', (code) => reject(new Error(`the ranking ended without an answer (${code})`)));
  });
}
