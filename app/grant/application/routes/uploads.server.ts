import type { IncomingMessage, ServerResponse } from 'node:http';
import { Metadata, Server } from '@tus/server';
import type { Id } from '#app/kernel/id.ts';
import { paths } from '#app/paths.ts';
import { ArrivalLocker, ArrivalStore, overConnection } from '#app/platform/arrival-store.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { isDiskFull } from '#app/platform/disk-full.ts';
import { arrivalsFolder, sizeOfArrival } from '#app/platform/files.server.ts';
import { type EarlyPath, type HttpOptions, headersOf } from '#app/platform/http.server.ts';
import { send } from '#app/platform/send.server.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { beginMedia } from '../commands/begin-media.server.ts';
import { finishMedia } from '../commands/finish-media.server.ts';
import { removeMedia } from '../commands/remove-media.server.ts';
import { myApplication } from '../queries/my-application.server.ts';
import { uploadOf } from '../queries/uploads.server.ts';
import { isUnseen, MEDIA_BYTES_MAX, NOTHING_TAKEN, seenArriving } from '../rules/media.ts';
import { mediaRefusal } from '../ui/media-words.ts';

const locker = new ArrivalLocker();
const stores = new Map<string, ArrivalStore>();

const ANY = ':any';
const QUESTION = paths.applyQuestion({ applicationId: ANY, questionId: ANY }).split('/');

/**
 * Whether a request may be larger than a form: a piece of a resumable upload, or the form of a question with its
 * video. Every other page reads what is posted into memory.
 */
export function takesUpload(pathname: string, contentType: string): boolean {
  if (contentType.startsWith('application/offset+octet-stream')) return pathname.startsWith(`${paths.applyUpload()}/`);
  const parts = pathname.split('/');
  const isQuestion =
    parts.length === QUESTION.length && QUESTION.every((part, at) => part === ANY || part === parts[at]);
  return isQuestion && contentType.startsWith('multipart/form-data');
}

const PIECE = new RegExp(`^${paths.applyUpload()}/([^/]+)$`);

/** A piece of a film, answered before Remix: each layer that its bytes pass takes time of a bad connection. */
export function piecePath(load: HttpOptions['loadContext']): EarlyPath {
  return (incoming, outgoing, url) => {
    const uploadId = PIECE.exec(url.pathname)?.[1];
    if (incoming.method !== 'PATCH' || uploadId === undefined) return false;
    return receivePiece(load, incoming, outgoing, url, uploadId);
  };
}

async function receivePiece(
  load: HttpOptions['loadContext'],
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  url: URL,
  uploadId: string,
): Promise<void> {
  const request = new Request(url, { method: 'PATCH', headers: headersOf(incoming) });
  const { context, setCookie } = await load(request);
  if (setCookie !== null) outgoing.setHeader('Set-Cookie', setCookie);
  const { portal } = context;
  const words = wordsIn(portal.language).words.uploads;
  if (portal.actor === null) return send(refuse(401, words.signedOut), incoming, outgoing);
  if (!uploadOf(portal, uploadId)?.isReceiving) return send(refuse(404, words.gone), incoming, outgoing);
  const response = await overConnection(incoming, () => answerTus(portal, request, uploadId));
  return send(response, incoming, outgoing);
}

/**
 * Answers a request about a resumable upload, after checking that it is the sender's own. Its bytes take `piecePath`.
 *
 * @param uploadId  from the address; empty when an upload is being created
 * @source          tus resumable upload protocol 1.0.0, with creation and termination
 */
export async function receiveUpload(context: Context, request: Request, uploadId: string): Promise<Response> {
  try {
    return await answerUpload(context, request, uploadId);
  } catch (error) {
    if (isDiskFull(error)) return refuse(FULL, full(context));
    throw error;
  }
}

async function answerUpload(context: Context, request: Request, uploadId: string): Promise<Response> {
  if (request.method === 'OPTIONS') return answerTus(context, request, null);
  const words = wordsIn(context.language).words.uploads;
  if (context.actor === null) return refuse(401, words.signedOut);
  if (request.method === 'POST' && uploadId === '') return create(context, request);
  const upload = uploadOf(context, uploadId);
  if (upload === null) return refuse(404, words.gone);
  if (request.method === 'DELETE' && !upload.isJudged) {
    await removeMedia(context, upload.applicationId, upload.questionId, { only: uploadId });
    return new Response(null, { status: 204, headers: { 'Tus-Resumable': '1.0.0' } });
  }
  if (request.method !== 'HEAD') return refuse(405, words.gone);
  const isWhole = !upload.isReceiving || (await sizeOfArrival(context.env, uploadId)) === upload.bytes;
  if (isWhole) return finishLate(context, uploadId, upload.bytes);
  return answerTus(context, request, uploadId);
}

/**
 * The last byte came, and the sender never heard of it. Where the process stopped before it had judged, we do it now.
 * What came of it the page says.
 */
async function finishLate(context: Context, mediaId: Id, bytes: number): Promise<Response> {
  await finishMedia(context, mediaId);
  const length = String(bytes);
  const headers = { 'Tus-Resumable': '1.0.0', 'Upload-Offset': length, 'Upload-Length': length };
  return new Response(null, { status: 200, headers: { ...headers, 'Cache-Control': 'no-store' } });
}

async function create(context: Context, request: Request): Promise<Response> {
  const words = wordsIn(context.language).words.uploads;
  const coming = readAnnouncement(request);
  if (coming === null) return refuse(400, words.unreadable);
  const begun = await beginMedia(context, coming);
  if (!begun.ok) {
    const mine = myApplication(context, coming.applicationId);
    if (begun.reason === 'not-found' || mine === null) return refuse(404, words.nowhere);
    const question = mine.questions.find(({ id }) => id === coming.questionId);
    const why = mediaRefusal(context.language, begun.reason, mine.call, question?.taken ?? NOTHING_TAKEN);
    if (!isUnseen(begun.reason)) return refuse(422, why);
    const { recorded = null, arriving = null } = question ?? {};
    const there = [recorded?.id, arriving && seenArriving(arriving.id)].filter((mark) => mark != null);
    return refuse(TAKEN, why, { 'Recordings-There': there.join(' ') });
  }
  return answerTus(context, request, begun.value.mediaId);
}

/** What the sender says is coming: for which question, how many bytes, under which name, with which hash. */
function readAnnouncement(request: Request) {
  const bytes = Number(request.headers.get('Upload-Length') ?? Number.NaN);
  if (!Number.isSafeInteger(bytes) || bytes < 0) return null;
  let said: Record<string, string | null>;
  try {
    said = Metadata.parse(request.headers.get('Upload-Metadata') ?? '');
  } catch {
    // The sender's mistake, and an answer: no announcement that could be read.
    return null;
  }
  const { application, question, filename, sha256, shown } = said;
  if (!application || !question) return null;
  const sha256Given = sha256 && /^[0-9a-f]{64}$/.test(sha256) ? sha256 : null;
  const announced = { applicationId: application, questionId: question, fileName: filename ?? '', bytes, sha256Given };
  // A page of an earlier version does not say what it showed.
  if (shown === undefined) return announced;
  return { ...announced, shown: (shown ?? '').split(' ').filter((id) => id !== '') };
}

function answerTus(context: Context, request: Request, mediaId: Id | null): Promise<Response> {
  return tusFor(context, mediaId).handleWeb(request as Parameters<Server['handleWeb']>[0]);
}

/** @param mediaId  the recording, which is also the name of the upload */
function tusFor(context: Context, mediaId: Id | null): Server {
  return new Server({
    path: paths.applyUpload(),
    datastore: storeIn(arrivalsFolder(context.env)),
    locker,
    relativeLocation: true,
    maxSize: MEDIA_BYTES_MAX,
    // Nobody else's pages may send here.
    allowedOrigins: [new URL(context.env.PUBLIC_URL).origin],
    namingFunction: () => mediaId ?? '',
    onUploadFinish: async (_, upload) => {
      await finishMedia(context, upload.id);
      return {};
    },
    onResponseError: (_, error) => (isDiskFull(error) ? { status_code: FULL, body: full(context) } : undefined),
  });
}

function storeIn(directory: string): ArrivalStore {
  const store = stores.get(directory) ?? new ArrivalStore({ directory });
  stores.set(directory, store);
  return store;
}

/** "Insufficient storage" (RFC 4918): the sender waits and goes on by itself. */
const FULL = 507;

/** "Precondition failed" (RFC 9110): what the page showed is not what is there. */
const TAKEN = 412;

function full(context: Context): string {
  return wordsIn(context.language).words.uploads.full;
}

function refuse(status: number, words: string, more: Readonly<Record<string, string>> = {}): Response {
  return new Response(words, {
    status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Tus-Resumable': '1.0.0', ...more },
  });
}
