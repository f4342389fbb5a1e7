import type { FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { KeptFile } from './file-store.server.ts';

/**
 * Answers with a kept file, or the part of it that was asked for: players seek by ranges.
 *
 * @param handle  the open file, which may lose its name meanwhile; it is closed with the answer
 * @source RFC 9110, section 14
 */
export async function fileResponse(handle: FileHandle, file: KeptFile, request: Request): Promise<Response> {
  const { size } = await handle.stat();
  const etag = `"${file.sha256}"`;
  const headers = new Headers({
    'Content-Type': file.mime,
    'Accept-Ranges': 'bytes',
    ETag: etag,
    'Cache-Control': 'private, no-store',
    'Content-Disposition': dispositionFor(file, request),
    'X-Content-Type-Options': 'nosniff',
    // Whatever the file may turn out to be, opened by itself it can do nothing.
    'Content-Security-Policy': "sandbox; default-src 'none'; media-src 'self'",
  });
  const ifRange = request.headers.get('If-Range');
  const asked = ifRange === null || ifRange === etag ? request.headers.get('Range') : null;
  const range = asked === null ? 'whole' : parseRange(asked, size);
  if (range === 'unsatisfiable') {
    headers.set('Content-Range', `bytes */${size}`);
    await handle.close();
    return new Response(null, { status: 416, headers });
  }
  const [start, end] = range === 'whole' ? [0, size - 1] : range;
  headers.set('Content-Length', String(end - start + 1));
  if (range !== 'whole') headers.set('Content-Range', `bytes ${start}-${end}/${size}`);
  const status = range === 'whole' ? 200 : 206;
  if (request.method === 'HEAD') {
    await handle.close();
    return new Response(null, { status, headers });
  }
  const body = Readable.toWeb(handle.createReadStream({ start, end })) as ReadableStream;
  return new Response(body, { status, headers });
}

/**
 * How a browser takes a file: `?download` saves it. So does a document, which is opened by what its reader trusts;
 * pictures that we drew ourselves, and recordings, are shown where they are.
 *
 * @source  RFC 6266 and RFC 8187: a plain name for old browsers, the other one for every script
 */
export function dispositionFor({ mime, fileName }: KeptFile, request: Request): string {
  const isSaved = new URL(request.url).searchParams.has('download') || mime === 'application/pdf';
  const how = isSaved ? 'attachment' : 'inline';
  if (fileName === undefined) return how;
  const plain = fileName.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const name = encodeURIComponent(fileName).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
  return `${how}; filename="${plain}"; filename*=UTF-8''${name}`;
}

/**
 * Reads a Range header. One range is served; several, or another unit, get the whole file, as the RFC allows.
 *
 * @param size  of the file in bytes
 * @returns     first and last byte, both included
 */
export function parseRange(header: string, size: number): readonly [number, number] | 'whole' | 'unsatisfiable' {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header.trim());
  if (match === null || (match[1] === '' && match[2] === '')) return 'whole';
  if (match[1] === '') {
    const last = Number(match[2]);
    return last === 0 ? 'unsatisfiable' : [Math.max(0, size - last), size - 1];
  }
  const start = Number(match[1]);
  const end = match[2] === '' ? size - 1 : Math.min(Number(match[2]), size - 1);
  if (start >= size) return 'unsatisfiable';
  return start > end ? 'whole' : [start, end];
}
