import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkSqlite } from './check-sqlite.server.ts';
import { openDatabase, openSqlite } from './client.server.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'common-pot-db-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What there is to run. */
const journal = JSON.parse(readFileSync('db/migrations/meta/_journal.json', 'utf8')) as {
  entries: unknown[];
};

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

/** The migrations of today, and one more. */
function migrationsWith(name: string, sql: string): string {
  const migrations = join(folder, name);
  cpSync('db/migrations', migrations, { recursive: true });
  const entry = { idx: journal.entries.length, version: '6', when: 9_000_000_000_000, tag: name, breakpoints: true };
  const entries = [...journal.entries, entry];
  writeFileSync(join(migrations, 'meta/_journal.json'), JSON.stringify({ ...journal, entries }));
  writeFileSync(join(migrations, `${name}.sql`), sql);
  return migrations;
}

describe('bringing up a database that people have written to', () => {
  const written = (name: string) => {
    const file = join(folder, name);
    const { $client: sqlite } = openDatabase(file);
    sqlite.exec("insert into person (id, name, email, created_at) values ('amina', 'Amina', 'amina@example.org', 1)");
    sqlite.close();
    return file;
  };
  const people = (file: string) => {
    const sqlite = openSqlite(file);
    const names = sqlite.prepare('select name from person').pluck().all();
    sqlite.close();
    return names;
  };
  const copies = (name: string) => readdirSync(folder).filter((one) => one.startsWith(`${name}.before-`));

  it('copies it first, for nobody else to read, and keeps the newest copy', () => {
    const file = written('upgraded.db');
    expect(copies('upgraded')).toEqual([]);
    writeFileSync(join(folder, 'upgraded.before-0001.db'), 'older');
    openDatabase(file, migrationsWith('renamed', "update person set name = 'Amina Haddad'")).$client.close();
    const [copy = '', ...others] = copies('upgraded');
    expect([copy, others]).toEqual([`upgraded.before-00${journal.entries.length}.db`, []]);
    expect([people(file), people(join(folder, copy))]).toEqual([['Amina Haddad'], ['Amina']]);
    expect(statSync(join(folder, copy)).mode & 0o777).toBe(0o600);
  });

  it.each([
    ['broken-link', "insert into duty values ('nobody', 'nowhere', 'manager')", 'foreign key of duty'],
    ['broken-sql', 'insert into nowhere values (1)', 'no such table'],
  ])('leaves it as it was when a migration does not hold: %s', (name, sql, why) => {
    const file = written(`${name}.db`);
    const migrations = migrationsWith(name, `update person set name = 'Nobody';\n--> statement-breakpoint\n${sql}`);
    expect(() => openDatabase(file, migrations)).toThrow(why);
    expect(people(file)).toEqual(['Amina']);
    const again = openDatabase(file);
    expect(checkSqlite(again.$client)).toEqual([]);
    again.$client.close();
  });
});
