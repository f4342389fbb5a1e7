import { trackerOf } from '#app/grant/pitch-day/rules/tracker.ts';
import { fromHex } from '#app/kernel/hex.ts';
import type { KeptBallot } from './kept-ballots.ts';

export type Sent =
  | { readonly kind: 'receipt'; readonly tracker: string; readonly signature: string }
  | { readonly kind: 'refused'; readonly reason: string; readonly words: string }
  /** The server answered with a receipt for something else. */
  | { readonly kind: 'broken' };

const ANSWER_WITHIN_MS = 15_000;
const PAUSE_MS_MAX = 16_000;

/** Sends one ballot until there is an answer. The same bytes again can never count twice. */
export async function sendBallot(url: string, ballot: KeptBallot, noConnection: () => void): Promise<Sent> {
  for (let tries = 0; ; tries += 1) {
    const answer = await post(url, ballot).catch(() => null);
    if (answer !== null && answer.status < 500) return readAnswer(answer, ballot);
    noConnection();
    await pause(Math.min(1_000 * 2 ** tries, PAUSE_MS_MAX));
  }
}

function post(url: string, { token, leaf, r, body }: KeptBallot): Promise<Response> {
  const late = new AbortController();
  setTimeout(() => late.abort(), ANSWER_WITHIN_MS);
  return fetch(url, {
    method: 'POST',
    // A refusal comes in the language of this page, whatever the phone speaks.
    headers: { 'Content-Type': 'application/json', 'Accept-Language': document.documentElement.lang },
    body: JSON.stringify({ token, leaf, r, body }),
    // Whoever is signed in on this phone is nothing the ballot box should hear.
    credentials: 'omit',
    signal: late.signal,
  });
}

async function readAnswer(answer: Response, ballot: KeptBallot): Promise<Sent> {
  const said = await answer.json().catch(() => ({}));
  if (!answer.ok) return { kind: 'refused', reason: String(said.reason), words: String(said.words ?? '') };
  const leaf = fromHex(ballot.leaf, 32);
  const isOurs = said.leaf === ballot.leaf && leaf !== null && said.tracker === trackerOf(leaf);
  return isOurs ? { kind: 'receipt', tracker: said.tracker, signature: said.signature } : { kind: 'broken' };
}

/** Less when the phone finds its network again. */
function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    const hurry = () => {
      clearTimeout(timer);
      resolve();
    };
    window.addEventListener('online', hurry, { once: true });
  });
}
