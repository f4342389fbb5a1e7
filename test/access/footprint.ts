import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';

/** Reading keeps somebody signed in, and what an auditor reads is written down: all that a request for a page may write. */
const NOT_COMPARED = new Set(['session', 'book_reading']);

/**
 * Everything that a portal's folder remembers, one digest for each table and one for the files.
 * Two that are equal mean that nothing was changed in between.
 */
export function footprintOf(folder: string): Record<string, string> {
  const prints: Record<string, string> = {};
  for (const file of ['portal.db', 'vote.db']) {
    const sqlite = new Database(join(folder, file), { readonly: true });
    try {
      const names = sqlite.prepare("select name from sqlite_master where type = 'table'").pluck().all() as string[];
      for (const name of names.filter((table) => !NOT_COMPARED.has(table))) {
        const rows = sqlite.prepare(`select * from "${name}"`).raw().safeIntegers().all() as unknown[][];
        prints[`${file} ${name}`] = digestOf(rows.map((row) => row.map(written).join('\u001f')));
      }
    } finally {
      sqlite.close();
    }
  }
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  prints.files = digestOf(files.filter((name) => !/\.db(-wal|-shm)?$/.test(name)));
  return prints;
}

/** How many promises are due and not kept: while there are any, the portal itself still writes. */
export function promisesDue(folder: string): number {
  const sqlite = new Database(join(folder, 'portal.db'), { readonly: true });
  try {
    const due = 'select count(*) from outbox_promise where kept_at is null and try_after <= ?';
    return sqlite.prepare(due).pluck().get(Date.now()) as number;
  } finally {
    sqlite.close();
  }
}

function written(value: unknown): string {
  return value instanceof Uint8Array ? Buffer.from(value).toString('hex') : String(value);
}

function digestOf(lines: readonly string[]): string {
  return createHash('sha256').update(lines.toSorted().join('\u001e')).digest('hex');
}
