import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hideFrom } from '#app/grant/application/commands/hide-from.server.ts';
import { applicationCard } from '#app/grant/application/queries/application-card.server.ts';
import type { Id } from '#app/kernel/id.ts';
import { insertDuty } from '#app/people/store.server.ts';
import { readEnv } from '#app/platform/env.server.ts';
import { type StoryWorld, storyWorld, told } from '#test/world/play/story-world.ts';
import { type RunningPortal, startPortal } from '../journeys/portal.ts';
import { footprintOf } from './footprint.ts';
import { CASTING, type Persona } from './personas.ts';
import { NOTHING, type Records, type Row } from './row.ts';
import { table } from './table/index.ts';
import { type Prepared, prepareWorld } from './world.ts';

const STATE = 'mentoring';
/** She manages the partner of the call and keeps its books; the applicant does not want her to see the application. */
const NORA = { key: 'nora-named', name: 'Nora Named', email: 'nora@named.example', language: 'en' };
const STAFF: readonly Persona[] = ['manager', 'finance maker', 'finance checker'];

/** Records that are the application, or hang on it. */
const ITS_OWN = ['applicationId', 'mediaId', 'awardId', 'milestoneId', 'payoutId', 'fileId', 'messageId'] as const;
/** Pages where applications are weighed against each other. */
const WEIGHING = /\/(decision|shortlist|ranking|fairness|lottery|meeting|panel\/ties|panel\/give-out)(\/[a-z]+)?$/;
/** What is printed on the ballot paper is everybody's to read. */
const PRINTED = /\/(pitch-day|events)/;

type Known = { readonly records: Records; readonly reference: string; readonly title: string; nora: Id; mentor: Id };

/** Plays the story, then lets the applicant name Nora and her own mentor. */
async function prepareNamed(folder: string): Promise<Known> {
  const prepared: Prepared = await prepareWorld(folder, STATE);
  const world = storyWorld(readEnv({ DATA_DIR: folder, DEMO: '1', LOG_LEVEL: 'error', NODE_ENV: 'test' }), Date.now());
  try {
    const nora = world.meet(NORA);
    for (const duty of ['manager', 'finance'] as const) insertDuty(world.db, nora, prepared.records.partnerId, duty);
    const { applicationId } = prepared.records;
    world.ids.set('applicant', prepared.people.applicant);
    for (const { name } of [NORA, CASTING.mentor]) {
      told(`naming ${name}`, hideFrom(world.as('applicant'), applicationId, { kind: 'person', name, email: null }));
    }
    await world.keepPromises();
    const card = applicationCard(world.as(null), applicationId);
    if (card === null) throw new Error('the story has the application of the table');
    const cast = join(folder, 'cast.json');
    const people = [{ personId: nora, name: NORA.name, about: NORA.name, startsAt: '/' }];
    writeFileSync(cast, JSON.stringify([...JSON.parse(readFileSync(cast, 'utf8')), { title: 'Named', people }]));
    const records = { ...prepared.records, ...paidTo(world, prepared.records) };
    return { records, reference: card.reference, title: card.title, nora, mentor: prepared.people.mentor };
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

describe('staff and a mentor whom an applicant has named', () => {
  let portal: RunningPortal;
  let known: Known;
  const cookies = new Map<Id, string>();

  const ask = async (personId: Id, row: Row) => {
    const body = row.method === 'POST' ? new URLSearchParams(row.form(known.records)) : null;
    const headers = { Cookie: cookies.get(personId) ?? '', Origin: portal.url };
    const asked = { method: row.method, headers, body, redirect: 'manual' } as const;
    const response = await fetch(portal.url + row.url(known.records), asked);
    return { status: response.status, text: await response.text() };
  };
  // The path alone: what is ticked on a list and is not on it is left out, whatever it is.
  const pathOf = (row: Row) => row.url(known.records).split('?', 1)[0] ?? '';
  const isItsOwn = (row: Row) => ITS_OWN.some((name) => pathOf(row).includes(known.records[name]));
  const isWithheld = (row: Row) => isItsOwn(row) || WEIGHING.test(row.route);
  const rowsFor = (who: readonly Persona[], method: Row['method']) =>
    table.filter((row) => row.method === method && row.allowed[STATE].some((persona) => who.includes(persona)));
  const titleOf = (row: Row) => `${row.method} ${row.url(known.records)}`;

  beforeAll(async () => {
    let prepared: Known | undefined;
    portal = await startPortal({}, async (folder) => {
      prepared = await prepareNamed(folder);
    });
    if (prepared === undefined) throw new Error('the folder was prepared before the server opened it');
    known = prepared;
    for (const person of [known.nora, known.mentor]) {
      const signedIn = await fetch(`${portal.url}/demo`, {
        method: 'POST',
        body: new URLSearchParams({ person }),
        headers: { Origin: portal.url },
        redirect: 'manual',
      });
      cookies.set(person, signedIn.headers.getSetCookie()[0]?.split(';', 1)[0] ?? '');
    }
  });
  afterAll(async () => {
    await portal?.stop();
  });

  it('find every address of it like one that does not exist', async () => {
    const faults: string[] = [];
    const withheld = rowsFor(STAFF, 'GET').filter((row) => row.route.startsWith('/') && isWithheld(row));
    for (const row of withheld) {
      const { status } = await ask(known.nora, row);
      if (status !== 404) faults.push(`${titleOf(row)}: ${status}`);
    }
    for (const row of rowsFor(['mentor'], 'GET').filter(isItsOwn)) {
      const { status } = await ask(known.mentor, row);
      if (status !== 404) faults.push(`${titleOf(row)} as its mentor: ${status}`);
    }
    expect(faults).toEqual([]);
    expect(withheld.length).toBeGreaterThan(12);
  });

  it('see all the rest, with no word of it', async () => {
    const faults: string[] = [];
    const rest = rowsFor(['manager', 'finance maker'], 'GET').filter((row) => /^\/(staff|finance)/.test(row.route));
    const shown = rest.filter((row) => !isWithheld(row) && !row.route.startsWith('/staff/entries'));
    for (const row of shown) {
      const { status, text } = await ask(known.nora, row);
      if (![200, 302, 303].includes(status)) faults.push(`${titleOf(row)}: ${status}`);
      if (text.includes(known.reference)) faults.push(`${titleOf(row)}: ${known.reference}`);
      if (!PRINTED.test(row.route) && text.includes(known.title)) faults.push(`${titleOf(row)}: ${known.title}`);
    }
    expect(faults).toEqual([]);
    expect(shown.length).toBeGreaterThan(30);
  });

  it('press no button of it', async () => {
    const before = footprintOf(portal.folder);
    const faults: string[] = [];
    for (const row of rowsFor(STAFF, 'POST').filter(isWithheld)) {
      const { status } = await ask(known.nora, row);
      if (status !== 404) faults.push(`${titleOf(row)} (${row.form(known.records).intent ?? ''}): ${status}`);
    }
    for (const row of rowsFor(['mentor'], 'POST').filter(isItsOwn)) {
      const { status } = await ask(known.mentor, row);
      if (status !== 404) faults.push(`${titleOf(row)} as its mentor: ${status}`);
    }
    expect(faults).toEqual([]);
    expect(footprintOf(portal.folder)).toEqual(before);
  });
});
