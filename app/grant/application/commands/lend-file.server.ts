import { createWriteStream } from 'node:fs';
import { link } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { Context } from '#app/platform/context.server.ts';
import { keptPath } from '#app/platform/files.server.ts';

/** A second name for the same bytes where files are kept here; otherwise they come from where they are. */
export async function lendFile(context: Context, name: string, to: string): Promise<void> {
  try {
    await link(keptPath(context.env, name), to);
  } catch {
    await pipeline(await context.files.read(name), createWriteStream(to, { mode: 0o600 }));
  }
}
