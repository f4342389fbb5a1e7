import { randomBytes } from 'node:crypto';
import { Agent, request } from 'node:http';
import { writeBallotBody } from '#app/grant/pitch-day/rules/ballot-body.ts';
import { leafOf } from '#app/grant/pitch-day/rules/leaf.ts';
import { BALLOT_RANDOM_BYTES } from '#app/grant/pitch-day/rules/leaf-frame.ts';
import { fromHex, toHex } from '#app/kernel/hex.ts';
import { invariant } from '#app/kernel/invariant.ts';

/** Phones that keep their connection and vote at the same time. */
export const CONNECTIONS = 64;

const BALLOTS_PER_CHECKPOINT = 5_000;

/** Where the requests say they come from: the replayed server's own pages. */
export const ORIGIN = 'http://localhost:3000';

/**
 * Casts every ballot through the public endpoint.
 *
 * @param sheets      one token per ballot, as printed
 * @param checkpoint  called now and then, as the scheduler would
 * @throws at the first ballot that is not taken
 */
export async function castAll(
  port: number,
  pollId: string,
  manifestHash: string,
  sheets: readonly string[],
  ballots: readonly (readonly number[])[],
  checkpoint: () => void,
): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const promises = fromHex(manifestHash, 32);
  invariant(promises, 'a manifest hash is 32 bytes');
  let next = 0;
  const voter = async () => {
    for (let turn = next++; turn < ballots.length; turn = next++) {
      const body = writeBallotBody({ version: 1, pollId, manifestHash, level: 'A', choices: ballots[turn] ?? [] });
      const r = randomBytes(BALLOT_RANDOM_BYTES);
      const leaf = toHex(leafOf(pollId, promises, r, body));
      const answer = await post(agent, port, `/vote/${pollId}/cast`, { token: sheets[turn], leaf, r: toHex(r), body });
      if (answer.status !== 200) throw new Error(`ballot ${turn} was refused: ${answer.text}`);
      if (turn % BALLOTS_PER_CHECKPOINT === BALLOTS_PER_CHECKPOINT - 1) checkpoint();
    }
  };
  try {
    await Promise.all(Array.from({ length: CONNECTIONS }, voter));
  } finally {
    agent.destroy();
  }
}

function post(agent: Agent, port: number, path: string, payload: object): Promise<{ status: number; text: string }> {
  const body = JSON.stringify(payload);
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        agent,
        port,
        host: '127.0.0.1',
        path,
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body), Origin: ORIGIN },
      },
      (incoming) => {
        let text = '';
        incoming.setEncoding('utf8');
        incoming.on('data', (piece: string) => {
          text += piece;
        });
        incoming.once('error', reject);
        incoming.once('end', () => resolve({ status: incoming.statusCode ?? 0, text }));
      },
    );
    outgoing.once('error', reject);
    outgoing.end(body);
  });
}
