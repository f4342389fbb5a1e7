import { describe, expect, it } from 'vitest';
import { MalformedFormError, readUploadForm } from './upload-form.server.ts';

const head = (name: string, fileName?: string) =>
  `Content-Disposition: form-data; name="${name}"${fileName === undefined ? '' : `; filename="${fileName}"`}\r\n\r\n`;

/** The same body, handed over in pieces of any size: a delimiter may be cut anywhere. */
function sentInPieces(body: string, size: number): Request {
  const bytes = Buffer.from(body, 'utf8');
  let at = 0;
  const stream = new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.subarray(at, at + size));
      at += size;
    },
  });
  const headers = { 'Content-Type': 'multipart/form-data; boundary=xYz' };
  return new Request('http://localhost/', { method: 'POST', body: stream, headers, duplex: 'half' } as RequestInit);
}

async function read(body: string, size: number) {
  const files: [string, string, string][] = [];
  const form = await readUploadForm(sentInPieces(body, size), async ({ field, fileName, chunks }) => {
    const parts: Uint8Array[] = [];
    for await (const chunk of chunks) parts.push(chunk);
    files.push([field, fileName, Buffer.concat(parts).toString()]);
  });
  return { fields: Object.fromEntries(form), files };
}

const FILM = `${'film '.repeat(50)}\r\n--xY almost the end\r\n`;
const BODY = `--xYz\r\n${head('text')}طاولتنا\r\nTea\r\n--xYz\r\n${head('video', 'a; b = %22c%22.mp4')}${FILM}\r\n--xYz\r\n${head('none', '')}\r\n--xYz\r\n${head('intent')}next\r\n--xYz--\r\n`;

describe('reading a form with a file', () => {
  it('finds the same parts wherever the network cut the bytes', async () => {
    for (const size of [1, 2, 3, 5, 7, 64, 10_000]) {
      expect(await read(BODY, size)).toEqual({
        fields: { text: 'طاولتنا\r\nTea', intent: 'next' },
        files: [['video', 'a; b = "c".mp4', FILM]],
      });
    }
  });
  it('reads on when somebody leaves a file in the middle', async () => {
    const form = await readUploadForm(sentInPieces(BODY, 16), async ({ chunks }) => {
      for await (const _ of chunks) break;
    });
    expect(form.get('intent')).toBe('next');
  });
  it('refuses what is no form, stops in the middle, or is out of proportion', async () => {
    await expect(read(BODY.slice(0, -20), 64)).rejects.toThrow(MalformedFormError);
    await expect(read('nothing like it', 64)).rejects.toThrow(MalformedFormError);
    await expect(read(`--xYz\r\nX: ${'y'.repeat(20_000)}`, 64)).rejects.toThrow(MalformedFormError);
    await expect(read(`--xYz\r\n${head('text')}${'y'.repeat(600_000)}\r\n--xYz--`, 4_096)).rejects.toThrow('too long');
  });
});
