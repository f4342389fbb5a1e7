import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, relative } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
};

type StaticFile = { type: string; plain: Buffer; brotli: Buffer | null; gzip: Buffer | null; isHashed: boolean };

/** The built files, read and compressed once at start: a page's style comes from memory. */
export function loadStatic(folders: readonly string[] = ['build/client', 'build/scripts', 'public']) {
  const files = new Map<string, StaticFile>();
  for (const folder of folders) {
    if (!existsSync(folder)) continue;
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const file = join(entry.parentPath, entry.name);
      const type = TYPES[extname(file)];
      if (type === undefined) continue;
      const plain = readFileSync(file);
      const isText = plain.length > 500 && !type.startsWith('image/png') && !type.startsWith('font/');
      files.set(`/${relative(folder, file)}`, {
        type,
        plain,
        brotli: isText ? brotliCompressSync(plain) : null,
        gzip: isText ? gzipSync(plain, { level: 9 }) : null,
        isHashed: /^\/?(assets|scripts)\//.test(relative(folder, file)),
      });
    }
  }
  return {
    serve(request: IncomingMessage, response: ServerResponse, pathname: string): boolean {
      const file = request.method === 'GET' || request.method === 'HEAD' ? files.get(pathname) : undefined;
      if (file === undefined) return false;
      const accepts = String(request.headers['accept-encoding'] ?? '');
      const [encoding, body] =
        file.brotli !== null && accepts.includes('br')
          ? ['br', file.brotli]
          : file.gzip !== null && accepts.includes('gzip')
            ? ['gzip', file.gzip]
            : [null, file.plain];
      if (encoding !== null) response.setHeader('Content-Encoding', encoding as string);
      response.setHeader('Vary', 'Accept-Encoding');
      response.setHeader('Content-Type', file.type);
      response.setHeader('Content-Length', (body as Buffer).length);
      response.setHeader(
        'Cache-Control',
        file.isHashed ? 'public, max-age=31536000, immutable' : 'public, max-age=300',
      );
      response.end(request.method === 'HEAD' ? undefined : (body as Buffer));
      return true;
    },
  };
}
