import { existsSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type { S3Client } from '@aws-sdk/client-s3';
import { MINUTE } from '#app/kernel/instant.ts';
import type { Env } from './env.server.ts';
import { dispositionFor, fileResponse } from './file-response.server.ts';
import type { FileStore, KeptFile, NoteName } from './file-store.server.ts';
import { filesFolder, filesUntouchedSince, keepFile, keptPath, measure, removeKept } from './files.server.ts';

/** Long enough to begin to play, too short to be passed on. */
const LINK_SECONDS = (10 * MINUTE) / 1000;

/** A store that does not answer by then is down, as far as a person who waits for a film is concerned. */
const CONNECT_MS_MAX = 3_000;
const SILENCE_MS_MAX = 30_000;

/**
 * Keeps files in an S3-compatible bucket. What has not been carried there yet is shown from this machine, so a store
 * that is down stops nobody from sending; what has been carried is shown by signed links that end after ten minutes.
 */
export function s3Store(env: Env): FileStore {
  const { S3_ENDPOINT = '', S3_BUCKET: bucket = '', S3_PREFIX } = env;
  const keyOf = (storedName: string) => `${S3_PREFIX}/${storedName}`;
  // Beside the files, where no list of them meets it.
  const noteKey = (about: NoteName) => (about === 'files' ? `${S3_PREFIX}.note` : `${S3_PREFIX}.${about}.note`);
  let loaded: Promise<Loaded> | undefined;
  const load = () => {
    loaded ??= loadSdk(env);
    return loaded;
  };

  async function removeThere(storedName: string): Promise<void> {
    const { sdk, client } = await load();
    await client.send(new sdk.DeleteObjectCommand({ Bucket: bucket, Key: keyOf(storedName) }));
  }

  return {
    origin: originOf(new URL(S3_ENDPOINT), bucket, env.S3_FORCE_PATH_STYLE),
    keep: (arrivedPath, storedName) => keepFile(env, arrivedPath, storedName),

    async respond(file, request) {
      const here = await openIfThere(keptPath(env, file.storedName));
      if (here !== null) return fileResponse(here, file, request);
      const { sdk, client, getSignedUrl } = await load();
      const named = { Bucket: bucket, Key: keyOf(file.storedName) };
      try {
        // A link to a store that is down would show an empty player, and nobody could say why.
        const { ContentLength = 0 } = await client.send(new sdk.HeadObjectCommand(named));
        if (request.method === 'HEAD') return headOf(file, ContentLength);
      } catch (error) {
        // That it is gone is a fault of ours, and must be seen as one.
        if (error instanceof sdk.NotFound) throw error;
        return notNow();
      }
      const link = await getSignedUrl(
        client,
        new sdk.GetObjectCommand({
          ...named,
          ResponseContentType: file.mime,
          ResponseContentDisposition: dispositionFor(file, request),
          ResponseCacheControl: 'private, no-store',
        }),
        { expiresIn: LINK_SECONDS },
      );
      return new Response(null, { status: 302, headers: { Location: link, 'Cache-Control': 'private, no-store' } });
    },

    async read(storedName) {
      const here = await openIfThere(keptPath(env, storedName));
      if (here !== null) return here.createReadStream();
      const { sdk, client } = await load();
      const { Body } = await client.send(new sdk.GetObjectCommand({ Bucket: bucket, Key: keyOf(storedName) }));
      return Body as Readable;
    },

    async remove(storedName) {
      await removeKept(env, storedName);
      await removeThere(storedName);
    },

    async *untouchedSince(before) {
      yield await filesUntouchedSince(filesFolder(env), before);
      const { sdk, client } = await load();
      const pages = sdk.paginateListObjectsV2({ client }, { Bucket: bucket, Prefix: `${S3_PREFIX}/` });
      for await (const { Contents = [] } of pages) {
        const old = Contents.filter(
          ({ LastModified }) => LastModified !== undefined && LastModified.getTime() < before,
        );
        yield old.flatMap(({ Key = '' }) => Key.slice(S3_PREFIX.length + 1));
      }
    },

    async note(about) {
      const { sdk, client } = await load();
      try {
        const { Body } = await client.send(new sdk.GetObjectCommand({ Bucket: bucket, Key: noteKey(about) }));
        return (await Body?.transformToString()) ?? null;
      } catch (error) {
        if (error instanceof sdk.NoSuchKey) return null;
        throw error;
      }
    },

    async writeNote(about, words) {
      const { sdk, client } = await load();
      await client.send(new sdk.PutObjectCommand({ Bucket: bucket, Key: noteKey(about), Body: words }));
    },

    waiting: () => filesUntouchedSince(filesFolder(env), Number.POSITIVE_INFINITY),

    async carry(storedName) {
      const path = keptPath(env, storedName);
      const handle = await openIfThere(path);
      // Taken off its question since it was counted.
      if (handle === null) return;
      try {
        await putThere(keyOf(storedName), handle);
      } finally {
        await handle.close();
      }
      // Or while it was on its way: then it must not come to rest there.
      if (existsSync(path)) await removeKept(env, storedName);
      else await removeThere(storedName);
    },
  };

  /** The open file keeps its bytes, even when it loses its name while they are being sent. */
  async function putThere(key: string, handle: FileHandle): Promise<void> {
    const { sdk, client } = await load();
    const { bytes, sha256 } = await measure(handle.createReadStream(WHOLE));
    const body = handle.createReadStream(WHOLE);
    const broken = new AbortController();
    body.once('error', (error) => broken.abort(error));
    const put = new sdk.PutObjectCommand({
      Bucket: bucket,
      Key: key,
      Body: body,
      ContentLength: bytes,
      ChecksumSHA256: Buffer.from(sha256, 'hex').toString('base64'),
    });
    put.middlewareStack.add(signedWith(sha256), { step: 'build', name: 'signBytes' });
    try {
      await client.send(put, { abortSignal: broken.signal });
    } finally {
      body.destroy();
    }
  }
}

const WHOLE = { start: 0, autoClose: false, highWaterMark: 1 << 18 };

type Loaded = {
  readonly sdk: typeof import('@aws-sdk/client-s3');
  readonly client: S3Client;
  readonly getSignedUrl: typeof import('@aws-sdk/s3-request-presigner').getSignedUrl;
};

/** The SDK is large, and most portals keep their files in a folder. */
async function loadSdk(env: Env): Promise<Loaded> {
  const sdk = await import('@aws-sdk/client-s3');
  const { getSignedUrl } = await import('@aws-sdk/s3-request-presigner');
  const client = new sdk.S3Client({
    endpoint: env.S3_ENDPOINT ?? '',
    region: env.S3_REGION ?? '',
    credentials: { accessKeyId: env.S3_ACCESS_KEY_ID ?? '', secretAccessKey: env.S3_SECRET_ACCESS_KEY ?? '' },
    forcePathStyle: env.S3_FORCE_PATH_STYLE,
    maxAttempts: 2,
    // What goes wrong is thrown; said on the console as well, it would be said twice.
    logger: { debug: silent, info: silent, warn: silent, error: silent },
    // Not every compatible store knows the newer checksums; what is sent is signed with its SHA-256 either way.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { connectionTimeout: CONNECT_MS_MAX, socketTimeout: SILENCE_MS_MAX },
  });
  return { sdk, client, getSignedUrl };
}

function silent(): void {
  // Nothing.
}

type Sent = { request: { headers?: Record<string, string> } };

/** Puts the hash of the bytes into the signature: a store that received others must refuse them. */
function signedWith(sha256: string) {
  return <Args extends object, Out>(next: (args: Args) => Promise<Out>) =>
    (args: Args): Promise<Out> => {
      const { headers } = (args as Args & Sent).request;
      if (headers !== undefined) headers['x-amz-content-sha256'] = sha256;
      return next(args);
    };
}

/** Where signed links lead: the bucket is in the path, or in front of the host as AWS prefers it. */
function originOf(endpoint: URL, bucket: string, isInPath: boolean): string {
  return isInPath ? endpoint.origin : `${endpoint.protocol}//${bucket}.${endpoint.host}`;
}

async function openIfThere(path: string) {
  return open(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
}

function headOf(file: KeptFile, bytes: number): Response {
  const headers = { 'Content-Type': file.mime, 'Content-Length': String(bytes), 'Cache-Control': 'private, no-store' };
  return new Response(null, { headers: { ...headers, 'Accept-Ranges': 'bytes', ETag: `"${file.sha256}"` } });
}

function notNow(): Response {
  return new Response('This file cannot be shown right now. It is kept safely. Please try again in a few minutes.\n', {
    status: 503,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Retry-After': '120', 'Cache-Control': 'no-store' },
  });
}
