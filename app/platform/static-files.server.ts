import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
};

/** Best first. Each takes its time once, on a thread beside the server's. */
const COMPRESSIONS = {
  br: promisify(brotliCompress) as (plain: Buffer) => Promise<Buffer>,
  gzip: (plain: Buffer) => promisify(gzip)(plain, { level: 9 }) as Promise<Buffer>,
} as const;

type Encoding = keyof typeof COMPRESSIONS;

const ENCODINGS = Object.keys(COMPRESSIONS) as readonly Encoding[];

type StaticFile = {
  readonly type: string;
  readonly plain: Buffer;
  readonly isText: boolean;
  readonly isHashed: boolean;
  /** Made when somebody first asks: to compress all of them would hold up every start by seconds. */
  readonly compressed: Map<Encoding, Promise<Buffer>>;
};

/** The built files, read once at start: a page's style comes from memory. */
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
      files.set(`/${relative(folder, file)}`, {
        type,
        plain,
        isText: plain.length > 500 && !type.startsWith('image/png') && !type.startsWith('font/'),
        isHashed: /^\/?(assets|scripts)\//.test(relative(folder, file)),
        compressed: new Map(),
      });
    }
  }
  return {
    serve(request: IncomingMessage, response: ServerResponse, pathname: string): boolean {
      const file = request.method === 'GET' || request.method === 'HEAD' ? files.get(pathname) : undefined;
      if (file === undefined) return false;
      const accepts = String(request.headers['accept-encoding'] ?? '');
      const encoding = file.isText ? ENCODINGS.find((name) => accepts.includes(name)) : undefined;
      if (encoding === undefined) answer(response, request, file, file.plain);
      else void answerCompressed(response, request, file, encoding);
      return true;
    },
  };
}

async function answerCompressed(
  response: ServerResponse,
  request: IncomingMessage,
  file: StaticFile,
  encoding: Encoding,
): Promise<void> {
  const making = file.compressed.get(encoding) ?? COMPRESSIONS[encoding](file.plain);
  file.compressed.set(encoding, making);
  const body = await making;
  response.setHeader('Content-Encoding', encoding);
  answer(response, request, file, body);
}

function answer(response: ServerResponse, request: IncomingMessage, file: StaticFile, body: Buffer): void {
  response.setHeader('Vary', 'Accept-Encoding');
  response.setHeader('Content-Type', file.type);
  response.setHeader('Content-Length', body.length);
  response.setHeader('Cache-Control', file.isHashed ? 'public, max-age=31536000, immutable' : 'public, max-age=300');
  response.end(request.method === 'HEAD' ? undefined : body);
}
