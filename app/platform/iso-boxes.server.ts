import type { FileHandle } from 'node:fs/promises';

/** An honest index of ten minutes is under a megabyte. */
export const INDEX_BYTES_MAX = 64 * 1024 * 1024;
/** No telephone writes more of them. */
export const BOXES_MAX = 10_000;

type Box = { readonly type: string; readonly header: number; readonly bytes: number };

/** The box that begins here; null when nothing sensible does. A size of 1 stands before the real one, 0 means "the rest". */
export function readBox(bytes: Buffer, at: number, left: number): Box | null {
  if (bytes.length < at + 8) return null;
  const type = bytes.toString('latin1', at + 4, at + 8);
  const size = bytes.readUInt32BE(at);
  if (size === 0) return { type, header: 8, bytes: left };
  if (size !== 1) return size < 8 || size > left ? null : { type, header: 8, bytes: size };
  if (bytes.length < at + 16) return null;
  const large = Number(bytes.readBigUInt64BE(at + 8));
  return large < 16 || large > left ? null : { type, header: 16, bytes: large };
}

export async function readAt(file: FileHandle, at: number, bytes: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, at);
  return buffer.subarray(0, bytesRead);
}
