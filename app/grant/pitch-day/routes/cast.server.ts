import type { IncomingMessage, ServerResponse } from 'node:http';
import { languageFor } from '#app/people/rules/language.ts';
import type { World } from '#app/platform/context.server.ts';
import type { EarlyPath } from '#app/platform/http.server.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { castVote } from '../commands/cast-vote.server.ts';
import { castForm } from '../forms.ts';
import { isSheetsOnly } from '../queries/booth.server.ts';
import { type CastRefused, castRefusal } from './cast-refusal.ts';

/** A ballot needs less than one; a body that is longer is not one. */
const BODY_BYTES_MAX = 4096;

const CAST_PATH = /^\/vote\/([0-9a-hjkmnp-tv-z]{20})\/cast$/;

const STATUS: Partial<Record<CastRefused, number>> = {
  'unknown-poll': 404,
  'post-only': 405,
  'already-used': 409,
  'leaf-taken': 409,
  'not-open': 409,
  'void-token': 410,
  'ballot-too-large': 413,
  'not-json': 415,
  'too-many-wrong-codes': 429,
  'our-fault': 500,
};

/**
 * `POST /vote/:pollId/cast`, answered before Remix: a hall votes within one minute.
 *
 * 200 with the receipt, or 4xx with `{ reason, words }`, in the language that the request accepts. Nothing of a request is ever logged.
 */
export function castPath(world: Pick<World, 'votes' | 'clock' | 'log'>): EarlyPath {
  return (request, response, url) => {
    const pollId = CAST_PATH.exec(url.pathname)?.[1];
    if (pollId === undefined) return false;
    void answer(world, pollId, request, response);
    return true;
  };
}

async function answer(
  world: Pick<World, 'votes' | 'clock' | 'log'>,
  pollId: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const refuse = (reason: CastRefused) => {
    const said = castRefusal(wordsFor(request), reason, () => isSheetsOnly(world, pollId));
    send(response, STATUS[reason] ?? 422, { reason, words: said });
  };
  try {
    if (request.method !== 'POST') {
      response.setHeader('Allow', 'POST');
      return refuse('post-only');
    }
    if (!request.headers['content-type']?.startsWith('application/json')) return refuse('not-json');
    const body = await readBody(request);
    if (body === null) {
      // Closing with the answer is what ends a body that never does.
      response.setHeader('Connection', 'close');
      return refuse('ballot-too-large');
    }
    const form = castForm.safeParse(parse(body));
    if (!form.success) return refuse('bad-ballot');
    const cast = await castVote({ votes: world.votes, now: world.clock() }, { pollId, ...form.data });
    if (!cast.ok) return refuse(cast.reason);
    send(response, 200, cast.value);
  } catch (error) {
    world.log.error({ poll: pollId, error: String(error) }, 'a ballot could not be taken');
    if (!response.headersSent) refuse('our-fault');
  }
}

/** Null for a body that is too long, or whose sender went away. */
function readBody(request: IncomingMessage): Promise<string | null> {
  return new Promise((resolve) => {
    const pieces: Buffer[] = [];
    let bytes = 0;
    request.on('data', (piece: Buffer) => {
      bytes += piece.length;
      if (bytes <= BODY_BYTES_MAX) pieces.push(piece);
      else resolve(null);
    });
    request.once('end', () => resolve(Buffer.concat(pieces).toString('utf8')));
    request.once('error', () => resolve(null));
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The booth sends no cookies: it says in the header what language its page is in. */
function wordsFor({ headers }: IncomingMessage) {
  const accepted = headers['accept-language'] ?? null;
  return wordsIn(languageFor({ asked: null, ownChoice: null, cookie: null, accepted })).words;
}

function send(response: ServerResponse, status: number, answer: unknown): void {
  response.statusCode = status;
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.setHeader('Cache-Control', 'no-store');
  response.end(JSON.stringify(answer));
}
