import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hideFrom } from '#app/grant/application/commands/hide-from.server.ts';
import { applicationCard } from '#app/grant/application/queries/application-card.server.ts';
import type { Id } from '#app/kernel/id.ts';
import { insertDuty } from '#app/people/store.server.ts';
import { readEnv } from '#app/platform/env.server.ts';
import { type StoryWorld, storyWorld, told } from '#test/world/play/story-world.ts';
import { type RunningPortal, startPortal } from '../journeys/portal.ts';
import { footprintOf } from './footprint.ts';
import { atABrowser, type OneBrowser, type Shown } from './one-browser.ts';
import { CASTING, type Persona, TIED_CASTING } from './personas.ts';
import { NOTHING, type Records, type Row } from './row.ts';
import { table } from './table/index.ts';
import { joinTheTeam } from './tied-world.ts';
import { isItsOwn, isWithheld, titleOf } from './withheld.ts';
import { joinTheCast, type Prepared, prepareWorld } from './world.ts';

const STATE = 'mentoring';
/** She manages the partner of the call and keeps its books; the applicant does not want her to see the application. */
const NORA = { key: 'nora-named', name: 'Nora Named', email: 'nora@named.example', language: 'en' };
/** He has the same duties, and has been in the team since before he had them. */
const SAMI = TIED_CASTING['manager in the team'];
const STAFF: readonly Persona[] = ['manager', 'finance maker', 'finance checker'];

/** What is printed on the ballot paper is everybody's to read. */
const PRINTED = /\/(pitch-day|events)/;

type Known = {
  readonly records: Records;
  readonly reference: string;
  readonly title: string;
  readonly nora: Id;
  readonly sami: Id;
  readonly mentor: Id;
};

/** Plays the story, then lets the applicant name Nora and her own mentor, and take Sami into the team. */
async function prepareNamed(folder: string): Promise<Known> {
  const prepared: Prepared = await prepareWorld(folder, STATE);
  const world = storyWorld(readEnv({ DATA_DIR: folder, DEMO: '1', LOG_LEVEL: 'error', NODE_ENV: 'test' }), Date.now());
  try {
    const [nora, sami] = [world.meet(NORA), world.meet(SAMI)];
    const { applicationId, partnerId } = prepared.records;
    world.ids.set('applicant', prepared.people.applicant);
    joinTheTeam(world, SAMI.key, applicationId);
    for (const duty of ['manager', 'finance'] as const) {
      for (const staff of [nora, sami]) insertDuty(world.db, staff, partnerId, duty);
    }
    for (const { name } of [NORA, CASTING.mentor]) {
      told(`naming ${name}`, hideFrom(world.as('applicant'), applicationId, { kind: 'person', name, email: null }));
    }
    await world.keepPromises();
    const card = applicationCard(world.as(null), applicationId);
    if (card === null) throw new Error('the story has the application of the table');
    joinTheCast({ DATA_DIR: folder }, { nora, sami });
    const records = { ...prepared.records, ...paidTo(world, prepared.records) };
    return { records, reference: card.reference, title: card.title, nora, sami, mentor: prepared.people.mentor };
  } finally {
    world.close();
  }
}

/** A payment of the application's award with its bank file, and a letter about it: the table's may be another's. */
function paidTo(world: StoryWorld, { applicationId, awardId }: Records): Partial<Record<keyof Records, string>> {
  const one = (sql: string, id: string) => (world.db.$client.prepare(sql).pluck().get(id) as string | null) ?? NOTHING;
  const payouts = 'from payout join tranche on tranche.id = payout.tranche_id where tranche.award_id = ?';
  return {
    payoutId: one(`select payout.id ${payouts}`, awardId),
    fileId: one(`select bank_file_id ${payouts} and bank_file_id is not null`, awardId),
    messageId: one('select id from message where partner_id is not null and application_id = ?', applicationId),
  };
}

describe('staff and a mentor whom an applicant has named, and staff who are in the team', () => {
  let portal: RunningPortal;
  let known: Known;
  const browsers = new Map<Id, OneBrowser>();

  const ask = async (personId: Id, row: Row): Promise<Shown> => {
    const browser = browsers.get(personId);
    if (browser === undefined) throw new Error('everybody who asks has signed in');
    const path = row.url(known.records);
    return row.method === 'POST' ? browser.post(path, row.form(known.records)) : browser.get(path);
  };
  const isOwn = (row: Row) => isItsOwn(row, known.records);
  const isShut = (row: Row) => isWithheld(row, known.records);
  const rowsFor = (who: readonly Persona[], method: Row['method']) =>
    table.filter((row) => row.method === method && row.allowed[STATE].some((persona) => who.includes(persona)));
  const nameOf = (row: Row) => titleOf(row, known.records);

  beforeAll(async () => {
    let prepared: Known | undefined;
    portal = await startPortal({}, async (folder) => {
      prepared = await prepareNamed(folder);
    });
    if (prepared === undefined) throw new Error('the folder was prepared before the server opened it');
    known = prepared;
    for (const person of [known.nora, known.sami, known.mentor]) {
      browsers.set(person, await atABrowser(portal, person));
    }
  });
  afterAll(async () => {
    await portal?.stop();
  });

  it.each(['nora', 'sami'] as const)('find every address of it like one that does not exist: %s', async (name) => {
    const faults: string[] = [];
    const withheld = rowsFor(STAFF, 'GET').filter((row) => row.route.startsWith('/') && isShut(row));
    for (const row of withheld) {
      const { status } = await ask(known[name], row);
      if (status !== 404) faults.push(`${nameOf(row)}: ${status}`);
    }
    expect(faults).toEqual([]);
    expect(withheld.length).toBeGreaterThan(12);
  });

  it.each(['nora', 'sami'] as const)('see all the rest, with no word of it: %s', async (name) => {
    const faults: string[] = [];
    const rest = rowsFor(['manager', 'finance maker'], 'GET').filter((row) => /^\/(staff|finance)/.test(row.route));
    const shown = rest.filter((row) => !isShut(row) && !row.route.startsWith('/staff/entries'));
    for (const row of shown) {
      const { status, text } = await ask(known[name], row);
      if (![200, 302, 303].includes(status)) faults.push(`${nameOf(row)}: ${status}`);
      if (text.includes(known.reference)) faults.push(`${nameOf(row)}: ${known.reference}`);
      if (!PRINTED.test(row.route) && text.includes(known.title)) faults.push(`${nameOf(row)}: ${known.title}`);
    }
    expect(faults).toEqual([]);
    expect(shown.length).toBeGreaterThan(30);
  });

  it.each(['nora', 'sami'] as const)('press no button of it: %s', async (name) => {
    const before = footprintOf(portal.folder);
    const faults: string[] = [];
    for (const row of rowsFor(STAFF, 'POST').filter(isShut)) {
      const { status } = await ask(known[name], row);
      if (status !== 404) faults.push(`${nameOf(row)}: ${status}`);
    }
    expect(faults).toEqual([]);
    expect(footprintOf(portal.folder)).toEqual(before);
  });

  it('find nothing of it as its mentor, and press none of its buttons', async () => {
    const before = footprintOf(portal.folder);
    const faults: string[] = [];
    const own = (['GET', 'POST'] as const).flatMap((method) => rowsFor(['mentor'], method).filter(isOwn));
    for (const row of own) {
      const { status } = await ask(known.mentor, row);
      if (status !== 404) faults.push(`${nameOf(row)}: ${status}`);
    }
    expect(faults).toEqual([]);
    expect(own.length).toBeGreaterThan(2);
    expect(footprintOf(portal.folder)).toEqual(before);
  });
});
