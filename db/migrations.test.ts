import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256Hex } from '#app/kernel/digest.ts';
import { checkSqlite, openDatabase, openSqlite } from './client.server.ts';

const FOLDER = 'db/migrations';

/** Once a migration is out, somebody's database has run it: it stays as it was, byte for byte. */
const RELEASED: Readonly<Record<string, string>> = {
  '0000_begin.sql': '9e86afb990eab7f5590764e8b238d2a55612428c9df61544fc113475e3433ef9',
  '0001_triggers.sql': '77f208dc9bbb79755d61b51d33d54d2adb0cd499c70ca8978cd1500ab4068499',
  '0002_round.sql': '3bc6b26aa9750b70afb2befefbba58eea84d0f4ed893cb18c61655eee8368303',
};

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'common-pot-migrations-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A database as it was when only these migrations had been written, with a published call that was answered. */
function databaseAfter(migrations: number): string {
  const old = join(folder, 'old');
  cpSync(FOLDER, old, { recursive: true });
  const journal = JSON.parse(readFileSync(join(old, 'meta/_journal.json'), 'utf8'));
  journal.entries.length = migrations;
  writeFileSync(join(old, 'meta/_journal.json'), JSON.stringify(journal));
  const file = join(folder, 'old.db');
  const sqlite = openSqlite(file);
  migrate(drizzle(sqlite), { migrationsFolder: old });
  sqlite.exec(`
    insert into partner values ('ground', 'ground', 'Common Ground', 'ground@example.org');
    insert into person (id, name, email, created_at) values ('amina', 'Amina', 'amina@example.org', 1);
    insert into call values ('call', 'ground', 'ideas', 'draft', 'social-innovation', 'Ideas', '', '', '', '', '[]', 'GBP',
      900000, 300000, 3, 'Europe/London', 1000, 2000, 1, 180, 33, 1, 60, 40, 10, 3, 'lot', 1, 'amina', null);
    insert into call_question values ('what', 'call', 1, 'What?', 'Tell us.', 200, 1, 1);
    insert into call_criterion values ('need', 'call', 1, 'Need', 'Is it needed?', 100);
    insert into score_anchor values ('need', 1, 'a'), ('need', 2, 'b'), ('need', 3, 'c'), ('need', 4, 'd'), ('need', 5, 'e');
    insert into call_publication values ('call', '{}', 'hash', 500, 'amina');
    update call set state = 'published', published_at = 500 where id = 'call';
    insert into application (id, call_id, applicant_id, reference, state, title, one_line, group_name, theme, city,
      language, created_at, saved_at) values ('mine', 'call', 'amina', 'SI-1', 'draft', '', '', '', '', '', 'ar', 1, 1);
    insert into answer values ('mine', 'what', 'نطبخ معا', 2, 1, 1);
    insert into media (id, application_id, question_id, file_name, bytes, sha256, mime, seconds, state, created_at,
      state_at, stored_name) values ('film', 'mine', 'what', 'film.mp4', 9, 'hash', 'video/mp4', 7.5, 'ready', 1, 1, 'film');
    insert into media (id, application_id, question_id, file_name, bytes, state, created_at, state_at)
      values ('coming', 'mine', 'what', 'new.mp4', 9, 'receiving', 1, 1);
  `);
  sqlite.close();
  return file;
}

describe('bringing a database up', () => {
  it('keeps what was published and answered before questions had kinds', () => {
    const { $client: sqlite } = openDatabase(databaseAfter(2));
    expect(checkSqlite(sqlite)).toEqual([]);
    expect(sqlite.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(sqlite.prepare('select * from call_question').all()).toEqual([
      {
        id: 'what',
        call_id: 'call',
        position: 1,
        kind: 'text',
        section: '',
        label: 'What?',
        guidance: 'Tell us.',
        words_max: 200,
        minutes: null,
        required: 1,
        by_video: 1,
        by_voice: 0,
        options: '[]',
        only_if: null,
      },
    ]);
    expect(sqlite.prepare('select text, language from answer').get()).toEqual({ text: 'نطبخ معا', language: null });
    const kinds = sqlite.prepare('select id, kind, seconds from media order by id').all();
    expect(kinds).toEqual([
      { id: 'coming', kind: null, seconds: null },
      { id: 'film', kind: 'video', seconds: 7.5 },
    ]);
    expect(sqlite.prepare('select invitation_only from call').pluck().get()).toBe(0);
    const frozen = () => sqlite.exec("update call_question set label = 'Why?'");
    expect(frozen).toThrow('a published call is frozen');
    const nowhere = () =>
      sqlite.exec(
        "insert into answer (application_id, question_id, text, words, revision, saved_at) values ('mine', 'gone', '', 0, 1, 1)",
      );
    expect(nowhere).toThrow();
    sqlite.close();
  });

  it('leaves no trace of a table that was built anew', () => {
    const { $client: sqlite } = openDatabase(':memory:');
    const sql = sqlite.prepare("select sql from sqlite_master where sql like '%\\_\\_new%' escape '\\'").all();
    expect(sql).toEqual([]);
    sqlite.close();
  });
});

describe('a migration that is out', () => {
  it.each(Object.entries(RELEASED))('stays as it was: %s', (name, hash) => {
    expect(sha256Hex(readFileSync(join(FOLDER, name), 'utf8'))).toBe(hash);
  });
});
