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
  const { token, leaf, r, body, pass: signature } = ballot;
  const said = JSON.stringify({ token, leaf, r, body, signature });
  const asked = { headers: { 'Content-Type': 'application/json' }, body: said };
  return readAnswer(await sendUntilAnswered(url, asked, noConnection), ballot);
}

type Posted = { readonly headers?: Record<string, string>; readonly body: string | URLSearchParams };

/** Posts the same again until the server has answered something of its own. */
export async function sendUntilAnswered(url: string, posted: Posted, noConnection: () => void): Promise<Response> {
  for (let tries = 0; ; tries += 1) {
    const answer = await post(url, posted).catch(() => null);
    if (answer !== null && answer.status < 500) return answer;
    noConnection();
    await pause(Math.min(1_000 * 2 ** tries, PAUSE_MS_MAX));
  }
}

function post(url: string, { headers, body }: Posted): Promise<Response> {
  const late = new AbortController();
  setTimeout(() => late.abort(), ANSWER_WITHIN_MS);
  return fetch(url, {
    method: 'POST',
    // A refusal comes in the language of this page, whatever the phone speaks.
    headers: { ...headers, 'Accept-Language': document.documentElement.lang },
    body,
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
