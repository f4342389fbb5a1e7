import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect } from 'vitest';
import { wordsOf } from '#app/platform/messages.server.ts';
import { secretsFromKey } from '#app/platform/secrets.server.ts';
import type { RunningPortal } from './portal.ts';

type Sealed = { readonly subject: string; readonly html: string; readonly text: string };

/** The link in the last letter to somebody: it is kept sealed, and the portal here has no mail server. */
export async function linkMailed({ folder }: RunningPortal, recipient: string, link: RegExp): Promise<string> {
  const secrets = secretsFromKey(Buffer.from(readFileSync(join(folder, 'secret.key'), 'utf8').trim(), 'hex'));
  const database = new Database(join(folder, 'portal.db'), { readonly: true });
  const rows = database.prepare<string, Sealed>('select subject, html, text from message where recipient = ?');
  try {
    const find = () => {
      const letters = rows.all(recipient).map((row) => wordsOf({ secrets }, { ...row, secret: true }));
      return link.exec(letters.at(-1)?.html ?? '')?.[0];
    };
    await expect.poll(find).toBeTruthy();
    return find() ?? '';
  } finally {
    database.close();
  }
}
