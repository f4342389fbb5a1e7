import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '#db/client.server.ts';
import { PROJECT } from './planted-tree.ts';
import { filesUnder } from './sources.ts';

const bare = (sql: string) =>
  sql
    .replace(/--.*$/gm, '')
    .replace(/\s+/g, ' ')
    .replace(/;?\s*$/, '')
    .trim();

/** `db/triggers` is to triggers what `db/schema` is to tables: how they are now, whatever migration brought them. */
describe('the triggers', () => {
  it('in a migrated database are those that are written down by stage', () => {
    const written = filesUnder('db/triggers')
      .filter((path) => path.endsWith('.sql'))
      .flatMap((path) => readFileSync(join(PROJECT, path), 'utf8').split('--> statement-breakpoint'))
      .map(bare)
      .filter((sql) => /^CREATE TRIGGER/i.test(sql));
    const { $client: sqlite } = openDatabase(':memory:');
    const present = sqlite.prepare("select sql from sqlite_master where type = 'trigger'").pluck().all() as string[];
    expect(present.map(bare).toSorted()).toEqual(written.toSorted());
    expect(written.length).toBeGreaterThan(20);
  });
});
