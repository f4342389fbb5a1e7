import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256Hex } from '#app/kernel/digest.ts';
import { checkSqlite } from './check-sqlite.server.ts';
import { openDatabase, openSqlite } from './client.server.ts';

const FOLDER = 'db/migrations';

/** Once a migration is out, somebody's database has run it: it stays as it was, byte for byte. */
const RELEASED: Readonly<Record<string, string>> = {
  '0000_begin.sql': '9e86afb990eab7f5590764e8b238d2a55612428c9df61544fc113475e3433ef9',
  '0001_triggers.sql': '77f208dc9bbb79755d61b51d33d54d2adb0cd499c70ca8978cd1500ab4068499',
  '0002_round.sql': '3bc6b26aa9750b70afb2befefbba58eea84d0f4ed893cb18c61655eee8368303',
  '0003_reaching_people.sql': 'dd3728763594fc24341ff9d9e7a24c145e6edd9e1e076d4ec17e080034ca0752',
  '0004_help.sql': 'c0a4f3260ad8addc44f4787bb457d6784d78a1198b221a523f1fb9b32913653f',
  '0005_languages.sql': '9c9da23212b7eaaeb12edcff9a6b38d3efe1a4fad0c90de0805a306f91b7b303',
  '0006_after_submitting.sql': '2c23f7b144ab9628ce06a5289aeb200553d263341267b560959d913ccc41b15c',
  '0007_versions_and_tests.sql': '4c87f0b148e16b1b8aed77cd960206b66ed0babdbf59806cb1754877aaa98c94',
  '0008_recordings.sql': '5e4894d1b90280e810cf2d8036c7dba16f9281931112f450610e62a8ffc205db',
  '0009_application_lists.sql': '4701b5fcc0a53abfb26a8b4da98dff5f76fbef974fa73eaad3d903217c91f613',
  '0010_teams.sql': 'ec424fa09bd6d26304f3d0cc96ae3e75984c2741e1087ba4b613e0218a6683ce',
  '0011_tests_go_whole.sql': '038107b17529a856f9924daa7e74d7ef54ef39a40799709b78d3f5807887b263',
  '0012_voice_stays_open.sql': '8964d44d8902b3bf593457b9c242a3e161e304727edb9a5b41a8db1cdaa59ddc',
  '0013_files_of_one_portal.sql': '1e159030b79779a16833d6589806deca7db0f33d1adc0b768658d0f3c385352b',
  '0014_what_stays_hidden.sql': '13577d198d09aad989da76775031554d78d9a146691a77ea349538f21637a8fa',
  '0015_originals_go_once.sql': '1ef0306092d651a1aecf3d83f42382bba5f054884406ac46edcb15d0a092a0d4',
  '0016_entry_aftercare.sql': 'efb115b4f460086170fb4e4c4e3a59b3c1fdd236c5df9cbd36ced261f33d4a0d',
  '0017_reaching_a_person.sql': 'be43f13849ea4ef7cc01065b22fc74683f36d918d452faa53c646d0ea9d54ff0',
  '0018_recorded_anew.sql': '014a76ecf6efe0eaaf9288110ccb1d65571732e70ed93bd127af2602f17e45c1',
  '0019_help_ends_with_its_draft.sql': 'f750ad6418ce933bdc0470bca390bb43851f6466c6603abe493438dba04251ac',
  '0020_fair_panels.sql': 'bc93a76ae5c16064c71d683c87dc04e7afdc5a7101b6ad5abb9ba7c899ba4551',
  '0021_ties_found.sql': '41aa0ff073df56c32a0543f6802b8cda67aedd56a8236f64ee49c40a62092f0c',
  '0022_fairness_of_scores.sql': '25009a674cf3c728cb12c0d1694c3e9b949b480bf49fe769e161aaff65ee2ccb',
  '0023_sound_of_recordings.sql': '4f5c61c814a2fb97ad79e7967a16a6b3af58cfd00b2f5b99d4695f028c5962e9',
  '0024_decided_by_two.sql': '95b7f0eb8c500078e2d00d3af1b7a8fc66ec1198d7ef1930297d57b16170de86',
  '0025_awards_by_two.sql': '2465d2dbed104ac51d8917799c6d37ec6d4135fe6065e816a16825628c2b3920',
  '0026_panels_can_show_it.sql': 'db6a58a1173190efbf3508b2cf4b986c3cebd3c41f48243d4f04cc814c915c77',
  '0027_coming_to_the_day.sql': 'f8549e099fb9df7229614e31e34c76de251cd0efbb93b42f87003de8b231004f',
  '0028_a_room_shares_a_pot.sql': '5f76d5c40e538ad4734a34c2a4129feb544a5655e11599eeb71b75e3d8ae00a2',
  '0029_host_of_money.sql': '35f3d6b0c5b88a266e313d5cb634681deb7e966aced82a18c010f7cda449bfd6',
  '0030_tied_words_stay_in.sql': '4706da12d288a33bb8679b75f0f0d9199420cca65904be0675068e6606170033',
  '0031_what_fell.sql': '17723d8071f6dd26103b74c46b06938decfa95867fd2c4733b844c90a5f170b9',
  '0032_votes_said_aloud.sql': '602a78e084d073fcf029ecc8497dc15fd5a9819ae495a4d2a9697fd7a420d387',
  '0033_letters_that_are_out_stay.sql': '121c414a9e8035b34a4dbb487c584753617e5680b87c5d732cd15e9d22dc5331',
  '0034_questions_after_a_pitch.sql': 'c27a40eab24eafa2ff125e755b564067463257fbf66f3c67e61410c32a7454e1',
  '0035_a_roll_of_voters.sql': '32a6d9591168a0af960a7dfa213c19a51e434de570e92682e68be7f5bed5865f',
  '0036_what_groups_show.sql': 'c75fdbf390a00dbc07d305f8da8e57efc172d24717bbcf271fa976946ac169a9',
  '0037_what_the_room_saw_first.sql': '16fd7e674676a3694219fcc12fddc55f6c8b722fd75ab545eedeefc3118134e1',
  '0038_judges_on_the_day.sql': 'cd8618b0fc76d1ed8d03b6127a9b33f1484f1205c30bd55f059635b74ccce7ab',
  '0039_codes_for_everybody.sql': 'c77b98b591c81beac93c5859ff1e8d61bc034051e2cf10625efe3922c478c9dc',
  '0040_voters_put_groups_in_order.sql': '3ddc686c55677b29f43932cb40e85db95a479ace6d3fafe2110db10a3b23661a',
  '0041_bank_files_for_bacs.sql': '17d22eb16029037d27f96e4fac6c3492225488177ac39062daf4ced75b9ae8d5',
  '0042_bank_statements.sql': '6a96c165abc99f1502e3e9ab94cfe3f0313faed3d5c36987b1bcaedfde68d9b1',
  '0043_months_are_locked.sql': 'b883b076b70b7618a01061c2a569d855fb5cc6f891f531626640b74131fcdd62',
  '0044_whose_account_it_is.sql': 'e0fe08cbac9500a53a22f87e43a558cbfb6062bcb0b1631274a836919ed84157',
  '0045_auditors_read_books.sql': '7af5bde7cde2187380930c50a1db2f256a8da01cc38ae754f5d849cf21fdb2ee',
  '0046_hosts_are_asked.sql': '20e9917c8725f24ecbcd66d7d82ec58b60c8c2bb8b6ea1e4d08adacec05eef48',
  '0047_letters_have_their_turn.sql': 'a8ffe950ad540f67bbf55d3ef503181564d441b497f122fd11aefa372004b7f6',
  '0048_payees_are_confirmed.sql': '8f72a2f64b0cefd751380356f200b886be147911a3fa096ada2a8ac5efe73582',
  '0049_details_are_shown_once.sql': 'ee632b37e3bb09ea9e14756a1836da3ffd370b4e26b00f11c69552dabebb1900',
  '0050_payments_stop_after_a_restore.sql': '2625bee1e67233ac28c5630ead63d0650dc1e187e3b68d991522d9f8fd7f552b',
};

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'common-pot-migrations-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A database as it was when only these migrations had been written, with what people had done by then. */
function databaseAfter(migrations: number, rows: string): string {
  const old = join(folder, 'old');
  cpSync(FOLDER, old, { recursive: true });
  const journal = JSON.parse(readFileSync(join(old, 'meta/_journal.json'), 'utf8'));
  journal.entries.length = migrations;
  writeFileSync(join(old, 'meta/_journal.json'), JSON.stringify(journal));
  const file = join(folder, `after-${migrations}.db`);
  const sqlite = openSqlite(file);
  sqlite.pragma('foreign_keys = OFF');
  migrate(drizzle(sqlite), { migrationsFolder: old });
  sqlite.pragma('foreign_keys = ON');
  sqlite.exec(rows);
  sqlite.close();
  return file;
}

/** A published call that was answered, before questions had kinds. */
const FIRST_ANSWERS = `
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
`;

/** A call to be published, and one of its applications with what it sent. */
const applied = (callId: string, reference: string, sent: string, state: 'published' | 'draft', hasVoice = true) => `
    insert into call (id, partner_id, slug, state, strand, title, summary, about, who_can_apply, support, themes, currency,
      pot_minor, award_max_minor, awards_planned, time_zone, opens_at, closes_at, video_allowed, video_seconds_max,
      participant_share_min_percent, has_pitch_day, panel_weight_percent, public_weight_percent, minimum_support_percent,
      choices_max, tie_rule, created_at, created_by)
    values ('${callId}', 'ground', '${callId}', 'draft', 'social-innovation', 'Ideas', '', '', '', '', '[]', 'GBP', 900000,
      300000, 3, 'Europe/London', 1000, 2000, 1, 180, 33, 1, 60, 40, 10, 3, 'lot', 1, 'amina');
    insert into call_question (id, call_id, position, kind, section, label, guidance, words_max, required, by_video, options${hasVoice ? ', by_voice' : ''})
    values ('q-${callId}', '${callId}', 1, 'text', '', 'What?', '', 200, 1, 1, '[]'${hasVoice ? ', 0' : ''});
    insert into call_criterion values ('c-${callId}', '${callId}', 1, 'Need', 'Is it needed?', 100);
    insert into score_anchor values ('c-${callId}', 1, 'a'), ('c-${callId}', 2, 'b'), ('c-${callId}', 3, 'c'),
      ('c-${callId}', 4, 'd'), ('c-${callId}', 5, 'e');
    insert into call_publication (call_id, facts, facts_hash, published_at, published_by)
    values ('${callId}', '{}', 'hash', 500, 'amina');
    ${state === 'published' ? PUBLISH(callId) : ''}
    insert into application (id, call_id, applicant_id, reference, state, title, one_line, group_name, theme, city,
      amount_minor, language, created_at, saved_at)
    values ('a-${callId}', '${callId}', 'amina', '${reference}', 'draft', 'Soup', '', 'Kitchen', 'food', 'Leeds', 500,
      'en', 1, 1);
    insert into answer (application_id, question_id, text, words, revision, saved_at)
    values ('a-${callId}', 'q-${callId}', 'نطبخ معا', 2, 1, 1);
    ${sent}
    update application set state = 'submitted', submitted_at = 600 where id = 'a-${callId}';
`;
const PUBLISH = (callId: string) => `update call set state = 'published', published_at = 500 where id = '${callId}';`;
const PEOPLE = `
    insert into partner (id, slug, name, email) values ('ground', 'ground', 'Common Ground', 'ground@example.org');
    insert into person (id, name, email, created_at) values ('amina', 'Amina', 'amina@example.org', 1);
`;
const media = (callId: string, kind: string, mime: string, seconds: string) => `
    insert into media (id, application_id, question_id, file_name, bytes, sha256, mime, kind, seconds, state, created_at,
      state_at, stored_name)
    values ('m-${callId}', 'a-${callId}', 'q-${callId}', 'x', 9, 'hash', '${mime}', '${kind}', ${seconds}, 'receiving', 1, 1,
      null);
    update media set state = 'ready', stored_name = id where id = 'm-${callId}';`;
const LETTER_AND_FILM =
  PEOPLE +
  applied('letter', 'SI-1', media('letter', 'file', 'application/pdf', 'null'), 'published') +
  applied('film', 'SI-2', media('film', 'video', 'video/mp4', '7.5'), 'published') +
  applied('trial', 'TEST-1', media('trial', 'video', 'video/mp4', '7.5'), 'draft');

describe('bringing a database up', () => {
  it('keeps what was published and answered before questions had kinds', () => {
    const { $client: sqlite } = openDatabase(databaseAfter(2, FIRST_ANSWERS));
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

  it.each([10, 11])('lists as a recording what is one, and no test, after %i migrations', (migrations) => {
    const { $client: sqlite } = openDatabase(databaseAfter(migrations, LETTER_AND_FILM));
    expect(checkSqlite(sqlite)).toEqual([]);
    const all = (sql: string) => sqlite.prepare(sql).all();
    expect(all('select reference, has_recording from application_listing order by reference')).toEqual([
      { reference: 'SI-1', has_recording: 0 },
      { reference: 'SI-2', has_recording: 1 },
    ]);
    expect(all("select rowid from application_search('kitchen')")).toHaveLength(2);
    expect(all("select call_id, value, count, amount_minor from application_tally where facet = 'recording'")).toEqual([
      { call_id: 'film', value: '1', count: 1, amount_minor: 500 },
      { call_id: 'letter', value: '0', count: 1, amount_minor: 500 },
    ]);
    expect(all("select facet from application_tally where call_id = 'film'")).toHaveLength(6);
    sqlite.exec(PUBLISH('trial'));
    expect(all("select id from application where call_id = 'trial'")).toEqual([]);
    expect(() => sqlite.exec('delete from application_listing')).toThrow('stays in the list');
    sqlite.close();
  });

  it('keeps what was sent and written before recordings had kinds and applications had teams', () => {
    const { $client: sqlite } = openDatabase(
      databaseAfter(
        8,
        `${PEOPLE}${applied('film', 'SI-2', '', 'published', false)}
        insert into message (id, promise_id, recipient, subject, html, text, secret, state, written_at, try_after)
        values ('letter', 'promise', 'amina@example.org', 'Received', '', 'Thank you', 0, 'waiting', 1, 1);`,
      ),
    );
    expect(checkSqlite(sqlite)).toEqual([]);
    expect(sqlite.prepare('select reference, state, has_recording from application_listing').all()).toEqual([
      { reference: 'SI-2', state: 'submitted', has_recording: 0 },
    ]);
    expect(sqlite.prepare('select text, asked_at from message').get()).toEqual({ text: 'Thank you', asked_at: null });
    const frozen = () => sqlite.exec("update answer set text = 'else'");
    expect(frozen).toThrow('answers are frozen');
    sqlite.close();
  });

  it('knows of earlier letters what they are about, and of whoever is named whose word it was', () => {
    const before = `${PEOPLE}${applied('film', 'SI-2', '', 'published')}
      insert into person (id, name, email, created_at) values ('bilal', 'Bilal', 'bilal@example.org', 1);
      insert into hidden_from (id, application_id, kind, name, added_at) values ('first', 'a-film', 'person', 'Bo', 700);
      insert into application_member (id, application_id, person_id, role, kind, joined_at)
        values ('member', 'a-film', 'bilal', 'edit', 'team', 750);
      insert into application_handover (id, application_id, from_id, to_id, asked_at)
        values ('over', 'a-film', 'amina', 'bilal', 800);
      update application_handover set answer = 'accepted', answered_at = 900;
      update application set applicant_id = 'bilal' where id = 'a-film';
      insert into hidden_from (id, application_id, kind, name, added_at) values ('then', 'a-film', 'person', 'Cy', 950);
      insert into outbox_promise (id, kind, subject_id, detail, promised_at, try_after)
        values ('sent', 'application-received', 'a-film', '{}', 1, 1), ('other', 'digest-due', 'amina', '{}', 1, 1);
      insert into message (id, promise_id, recipient, subject, html, text, secret, partner_id, state, written_at,
        try_after)
        values ('letter', 'sent', 'a@example.org', '', '', '', 0, 'ground', 'kept', 1, 1),
          ('digest', 'other', 'g@example.org', '', '', '', 0, 'ground', 'kept', 1, 1);`;
    const { $client: sqlite } = openDatabase(databaseAfter(14, before));
    expect(checkSqlite(sqlite)).toEqual([]);
    expect(sqlite.prepare('select id, added_by from hidden_from order by id').all()).toEqual([
      { id: 'first', added_by: 'amina' },
      { id: 'then', added_by: 'bilal' },
    ]);
    expect(sqlite.prepare('select id, application_id from message order by id').all()).toEqual([
      { id: 'digest', application_id: null },
      { id: 'letter', application_id: 'a-film' },
    ]);
    sqlite.close();
  });

  it('ends the help that drafts outlived before it ended with them, and tells both of a time to talk', () => {
    const toCome = 4_102_444_800_000;
    const help = (application: string, startsAt: number) => `
      insert into draft_feedback (id, application_id, asked_by, asked_at, copy)
        values ('read-${application}', '${application}', 'amina', 550, '[]');
      insert into help_slot (id, call_id, host_id, starts_at, minutes, way, place, language, interpreter, created_at)
        values ('slot-${application}', 'soup', 'grace', ${startsAt}, 30, 'phone', '', 'en', 0, 1);
      insert into help_booking (id, slot_id, application_id, booked_by, booked_at, phone)
        values ('talk-${application}', 'slot-${application}', '${application}', 'amina', 1, '07700 900123');`;
    const draft = (person: string, startsAt: number) => `
      insert into person (id, name, email, created_at) values ('${person}', '${person}', '${person}@example.org', 1);
      insert into application (id, call_id, applicant_id, reference, state, title, one_line, group_name, theme, city,
        language, created_at, saved_at)
        values ('a-${person}', 'soup', '${person}', 'SI-${person}', 'draft', '', '', '', '', '', 'en', 1, 1);
      ${help(`a-${person}`, startsAt)}`;
    const before = `${PEOPLE}
      insert into person (id, name, email, created_at) values ('grace', 'Grace', 'grace@example.org', 1);
      ${applied('soup', 'SI-1', help('a-soup', toCome), 'published')}
      ${draft('bo', toCome + 1)} ${draft('cy', toCome + 2)} ${draft('dee', 560)}
      update draft_feedback set copy = null, comments = '[]', answered_by = 'grace', answered_at = 570
        where id = 'read-a-dee';
      update application set state = 'withdrawn', withdrawn_at = 700 where id in ('a-bo', 'a-dee');`;
    const { $client: sqlite } = openDatabase(databaseAfter(19, before));
    expect(checkSqlite(sqlite)).toEqual([]);
    const all = (sql: string) => sqlite.prepare(sql).raw().all();
    expect(all('select id, copy, taken_back_at, answered_at from draft_feedback order by id')).toEqual([
      ['read-a-bo', null, 700, null],
      ['read-a-cy', '[]', null, null],
      ['read-a-dee', null, null, 570],
      ['read-a-soup', null, 600, null],
    ]);
    expect(all('select id, cancelled_by from help_booking where cancelled_at > 700 order by id')).toEqual([
      ['talk-a-bo', 'bo'],
      ['talk-a-soup', 'amina'],
    ]);
    expect(all('select id from help_booking where cancelled_at is null order by id')).toEqual([
      ['talk-a-cy'],
      ['talk-a-dee'],
    ]);
    expect(all('select kind, subject_id, detail from outbox_promise order by subject_id')).toEqual([
      ['one-to-one-cancelled', 'talk-a-bo', '{"why":"taken-back"}'],
      ['one-to-one-cancelled', 'talk-a-soup', '{"why":"sent"}'],
    ]);
    sqlite.close();
  });

  it('keeps a declared conflict as one that closes everything, and whose word it was', () => {
    const before = `${PEOPLE}
      insert into person (id, name, email, created_at) values ('bo', 'Bo', 'bo@example.org', 1), ('nadia', 'Nadia', 'n@example.org', 1);
      ${applied('soup', 'SI-1', '', 'published')}
      insert into panel (call_id, state) values ('soup', 'preparing');
      insert into panel_member (id, call_id, person_id, kind, state, invited_by, invited_at, answered_at)
        values ('m-bo', 'soup', 'bo', 'participant', 'accepted', 'amina', 1, 2),
          ('m-nadia', 'soup', 'nadia', 'funder', 'accepted', 'amina', 1, 2);
      insert into conflict (member_id, application_id, level, reason, declared_at, by_applicant)
        values ('m-bo', 'a-soup', 'none', '', 3, 0);
      update conflict set level = 'conflict', reason = 'We are cousins.', declared_at = 4 where member_id = 'm-bo';
      insert into conflict (member_id, application_id, level, reason, declared_at, by_applicant)
        values ('m-nadia', 'a-soup', 'conflict', 'Named.', 5, 1);`;
    const { $client: sqlite } = openDatabase(databaseAfter(20, before));
    expect(checkSqlite(sqlite)).toEqual([]);
    expect(sqlite.prepare('select member_id, level, reason, raised_by, declared_at from conflict').raw().all()).toEqual(
      [
        ['m-bo', 'hard', 'We are cousins.', 'member', 4],
        ['m-nadia', 'hard', 'Named.', 'applicant', 5],
      ],
    );
    sqlite.close();
  });

  it('keeps what members could read without names as the first version of each copy', () => {
    const before = `${PEOPLE}
      insert into person (id, name, email, created_at) values ('grace', 'Grace', 'grace@example.org', 1);
      ${applied('soup', 'SI-1', '', 'published')}
      ${applied('bread', 'SI-2', '', 'published')}
      insert into redaction values ('a-soup', 'title', 'A plan', 700, 'amina'), ('a-soup', 'q-soup', '[name] cooks', 800, 'grace'),
        ('a-bread', 'title', 'Another', 900, 'amina');`;
    const { $client: sqlite } = openDatabase(databaseAfter(26, before));
    expect(checkSqlite(sqlite)).toEqual([]);
    expect(sqlite.prepare('select * from blind_copy order by application_id desc').raw().all()).toEqual([
      ['a-soup', 1, '{"q-soup":"[name] cooks","title":"A plan"}', 800, 'grace'],
      ['a-bread', 1, '{"title":"Another"}', 900, 'amina'],
    ]);
    expect(sqlite.prepare("select name from sqlite_master where name = 'redaction'").all()).toEqual([]);
    sqlite.close();
  });

  it('keeps what was reopened, and lets who would hold the money be reopened too', () => {
    const before = `${PEOPLE}
      insert into person (id, name, email, created_at) values ('grace', 'Grace', 'grace@example.org', 1);
      ${applied('soup', 'SI-1', '', 'published')}
      insert into application_reopening (id, application_id, reason, until_at, reopened_at, reopened_by)
        values ('again', 'a-soup', 'Why?', 900, 30, 'grace');
      insert into reopened_part values ('title', 'again', null, 'title', 'Soup', 'Soup', 0, 0, null);`;
    const { $client: sqlite } = openDatabase(databaseAfter(29, before));
    expect(checkSqlite(sqlite)).toEqual([]);
    const parts = () => sqlite.prepare('select id, detail, before from reopened_part order by id').raw().all();
    expect(parts()).toEqual([['title', 'title', 'Soup']]);
    sqlite.exec("insert into reopened_part values ('holder', 'again', null, 'moneyHolder', '', '', 0, 0, null)");
    expect(parts()).toHaveLength(2);
    expect(sqlite.prepare('select money_holder, host_name from application').raw().all()).toEqual([['', '']]);
    for (const frozen of [
      "update application set host_name = 'Harbour Trust', money_holder = 'host'",
      "update application set money_holder = 'ourselves'",
      "update application set title = 'Bread'",
      "delete from reopened_part where id = 'title'",
    ])
      expect(() => sqlite.exec(frozen), frozen).toThrow(/frozen|never deleted/);
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
  it('has its bytes written down here', () => {
    const all = readdirSync(FOLDER).filter((name) => name.endsWith('.sql'));
    expect(Object.keys(RELEASED)).toEqual(all.toSorted());
  });

  it('comes after those before it by name and by time: a database takes only what is later than its last', () => {
    const journal: { entries: { tag: string; when: number }[] } = JSON.parse(
      readFileSync(join(FOLDER, 'meta/_journal.json'), 'utf8'),
    );
    expect(journal.entries.map(({ tag }) => `${tag}.sql`)).toEqual(Object.keys(RELEASED));
    const times = journal.entries.map(({ when }) => when);
    expect(times).toEqual([...new Set(times)].toSorted((one, other) => one - other));
  });

  it.each(Object.entries(RELEASED))('stays as it was: %s', (name, hash) => {
    expect(sha256Hex(readFileSync(join(FOLDER, name), 'utf8'))).toBe(hash);
  });
});
