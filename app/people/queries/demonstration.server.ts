import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { promisesAbout } from '#app/platform/promises-about.server.ts';
import { newestCode } from '../store.server.ts';

/** In the demonstration there is no mailbox to look into, so the page shows the code. Null everywhere else. */
export function demonstrationCode(context: Context, email: string): string | null {
  if (!context.env.DEMO) return null;
  const sent = newestCode(context.db, email);
  if (sent === null || sent.usedAt !== null) return null;
  const sealed = promisesAbout(context, 'sign-in-code-requested', sent.id)[0]?.detail.sealedCode;
  return sealed === undefined ? null : context.secrets.open(sealed, 'sign-in-code');
}

export type CastMember = {
  readonly personId: Id;
  readonly name: string;
  readonly about: string;
  readonly startsAt: string;
  /** What they do in the story, when a newcomer should begin with them: one person for each part. */
  readonly part?: string;
};

/** Who can be chosen on the demonstration page, as the story's player left it. Empty outside the demonstration. */
export function cast(context: Context): readonly { title: string; people: readonly CastMember[] }[] {
  if (!context.env.DEMO) return [];
  const file = join(context.env.DATA_DIR, 'cast.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
}
