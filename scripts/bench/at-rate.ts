import { Agent, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

/** One request, as it goes out. */
export type Sent = {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

export type Answered = { readonly method: string; readonly status: number; readonly microseconds: number };

/** Requests that are due are sent together so often, in milliseconds. */
const TICK = 5;

/**
 * Sends each request at its time whether earlier ones were answered or not, and takes the time from when it was due: a
 * server that stops for a moment makes everybody wait who comes in that moment.
 *
 * @param rate  requests a second
 * @returns     in the order in which they were sent; status 0 for one that got no answer
 */
export async function atRate(url: string, all: readonly Sent[], rate: number): Promise<Answered[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 512 });
  const { hostname, port } = new URL(url);
  const answers: Promise<Answered>[] = [];
  const startedAt = performance.now();
  while (answers.length < all.length) {
    const due = Math.min(all.length, Math.ceil(((performance.now() - startedAt) / 1_000) * rate));
    while (answers.length < due) {
      const dueAt = startedAt + (answers.length / rate) * 1_000;
      answers.push(answerTo(agent, { hostname, port }, all[answers.length] as Sent, dueAt));
    }
    await wait(TICK);
  }
  const answered = await Promise.all(answers);
  agent.destroy();
  return answered;
}

function answerTo(
  agent: Agent,
  to: { readonly hostname: string; readonly port: string },
  { method, path, headers, body }: Sent,
  dueAt: number,
): Promise<Answered> {
  return new Promise((resolve) => {
    const answered = (status: number) => resolve({ method, status, microseconds: (performance.now() - dueAt) * 1_000 });
    const sent = request({ ...to, agent, method, path, headers }, (answer) => {
      answer.resume();
      answer.once('end', () => answered(answer.statusCode ?? 0));
    });
    sent.once('error', () => answered(0));
    sent.end(body);
  });
}

/** How long all but one in a hundred took at most, in microseconds. */
export function slowestHundredth(answers: readonly Pick<Answered, 'microseconds'>[]): number {
  const sorted = answers.map(({ microseconds }) => microseconds).sort((one, other) => one - other);
  return sorted[Math.ceil(sorted.length * 0.99) - 1] ?? 0;
}
