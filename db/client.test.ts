import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkSqlite, openDatabase, openSqlite } from './client.server.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'common-pot-db-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What there is to run. */
const journal = JSON.parse(readFileSync('db/migrations/meta/_journal.json', 'utf8')) as { entries: unknown[] };

describe('opening a database', () => {
  it('is durable on the first connection and on every later one', () => {
    const file = join(folder, 'durable.db');
    for (let opening = 0; opening < 3; opening += 1) {
      const sqlite = openSqlite(file);
      sqlite.exec('create table if not exists word (text)');
      sqlite.prepare('insert into word values (?)').run('kept');
      expect(sqlite.pragma('synchronous', { simple: true })).toBe(2);
      expect(sqlite.pragma('journal_mode', { simple: true })).toBe('wal');
      expect(sqlite.pragma('foreign_keys', { simple: true })).toBe(1);
      expect(sqlite.pragma('recursive_triggers', { simple: true })).toBe(1);
      expect(sqlite.pragma('trusted_schema', { simple: true })).toBe(0);
      sqlite.close();
    }
  });

  it('finds a healthy file healthy and names a broken reference', () => {
    const { $client: sqlite } = openDatabase(join(folder, 'checked.db'));
    expect(checkSqlite(sqlite)).toEqual([]);
    sqlite.pragma('foreign_keys = 0');
    sqlite.prepare("insert into duty values ('nobody', 'nowhere', 'manager')").run();
    expect(checkSqlite(sqlite).some((fault) => fault.includes('duty'))).toBe(true);
    sqlite.close();
  });

  it('runs each migration once', () => {
    const file = join(folder, 'migrated.db');
    openDatabase(file).$client.close();
    const again = openDatabase(file);
    expect(again.$client.prepare('select count(*) from __drizzle_migrations').pluck().get()).toBe(
      journal.entries.length,
    );
    again.$client.close();
  });
});
