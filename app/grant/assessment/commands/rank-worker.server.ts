/** A thread of its own for the ranking of a large panel: it takes seconds, and nobody's page waits for it. */
import { parentPort, workerData } from 'node:worker_threads';
import { type RankingTask, rankPanel } from '../rules/rank-panel.ts';

parentPort?.postMessage(rankPanel(workerData as RankingTask));
