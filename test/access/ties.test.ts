import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fieldNames } from '#app/grant/assessment/forms.ts';
import { type RunningPortal, startPortal } from '../journeys/portal.ts';
import { type Asking, everybodySignedIn, whatIsWrong } from './asking.ts';
import { footprintOf, promisesDue } from './footprint.ts';
import { PERSONAS, type Persona } from './personas.ts';
import type { Row } from './row.ts';
import { assessmentMeeting } from './table/assessment-meeting.ts';
import {
  type Asker,
  notFound,
  rowsOf,
  shownWithout,
  TEXT,
  type TiedAsking,
  tiedAsking,
  WORDS,
  wordsIn,
} from './tied-asking.ts';
import { callToTheTable, lettersTo, prepareTied, type TiedWorld } from './tied-world.ts';
import { isItsOwn, isWithheld, titleOf } from './withheld.ts';

const AWAY = [
  'panel member with a conflict',
  'panel member whom staff keep away',
  'panel member who works for its host',
] as const;
const SOFT = 'panel member with a soft tie';
const NEWCOMER = 'panel member with nothing given out to her';
const INSIDER = 'manager in the team';

describe('whoever is tied to an application of a panel', () => {
  let portal: RunningPortal;
  let known: TiedWorld;
  let asking: TiedAsking;

  const ownOf = (like: Persona) => rowsOf(like, 'GET').filter((row) => isItsOwn(row, known.records));
  const path = () => `/panel/applications/${known.records.applicationId}`;

  beforeAll(async () => {
    let prepared: TiedWorld | undefined;
    portal = await startPortal({}, async (folder) => {
      prepared = await prepareTied(folder);
    });
    if (prepared === undefined) throw new Error('the folder was prepared before the server opened it');
    known = prepared;
    asking = await tiedAsking(portal, known);
  });
  afterAll(async () => {
    await portal?.stop();
  });

  describe('while the panel scores', () => {
    it.each([...AWAY, NEWCOMER] as const)(
      'finds every address of it like one that does not exist: %s',
      async (persona) => {
        expect(await asking.faultsOf(persona, ownOf('panel member'), notFound)).toEqual([]);
        expect(ownOf('panel member').length).toBeGreaterThanOrEqual(3);
        expect((await asking.of('panel member').get(path())).status).toBe(200);
      },
    );

    it.each(AWAY)('is shown everything else without a word of it: %s', async (persona) => {
      const rows = rowsOf('panel member with a conflict', 'GET');
      expect(await asking.faultsOf(persona, rows, shownWithout(WORDS))).toEqual([]);
      expect(rows.length).toBeGreaterThan(20);
    });

    it('is shown titles, and no text that was given out to others', async () => {
      const rows = rowsOf('panel member with a conflict', 'GET');
      expect(await asking.faultsOf(NEWCOMER, rows, shownWithout(TEXT))).toEqual([]);
    });

    it('is written to without a word of it', () => {
      const letters = lettersTo(portal.folder, known, 'panel member whom staff keep away');
      expect(letters.filter((text) => text.includes(known.reference))).toHaveLength(1);
      expect(letters.filter((text) => wordsIn({ status: 200, text }).length > 0)).toEqual([]);
    });

    it('reads it with a soft tie, like those who have none', async () => {
      expect(await asking.faultsOf(SOFT, rowsOf('panel member', 'GET'), shownWithout([]))).toEqual([]);
      expect(wordsIn(await asking.of(SOFT).get(path()))).toEqual(WORDS);
    });

    it.each([SOFT, NEWCOMER, ...AWAY] as const)('hands in no scores: %s', async (persona) => {
      const before = footprintOf(portal.folder);
      const scores = Object.fromEntries(known.criterionIds.map((id) => [fieldNames.score(id), '5']));
      const sheet = { ...scores, strength: 'They have done it before.', concern: 'There are few of them.' };
      // With a soft tie she sees the page with its form, and is told that it stays shut.
      const [status, state] = persona === SOFT ? [422, 'frozen'] : [404, 'not-found'];
      for (const intent of ['save', 'submit']) {
        const answered = await asking.of(persona).post(path(), { ...sheet, intent });
        expect([intent, answered.status]).toEqual([intent, status]);
      }
      const saved = await asking.of(persona).post(`${path()}/autosave`, { ...sheet, revision: '0' });
      expect(saved.text).toContain(state);
      expect(footprintOf(portal.folder)).toEqual(before);
    });

    it('finds nothing of it as a manager who is in the team, and all of it with the team', async () => {
      const rows = rowsOf('manager', 'GET').filter(({ route }) => /^\/staff(?!\/entries)/.test(route));
      const [withheld, shown] = [true, false].map((is) =>
        rows.filter((row) => isWithheld(row, known.records) === is),
      ) as [Row[], Row[]];
      expect(await asking.faultsOf(INSIDER, withheld, notFound)).toEqual([]);
      expect(await asking.faultsOf(INSIDER, shown, shownWithout([...WORDS, known.reference]))).toEqual([]);
      expect([withheld.length > 12, shown.length > 20]).toEqual([true, true]);
      const search = `/staff/calls/${known.records.callId}/applications?search=detectives`;
      expect((await asking.of(INSIDER).get(search)).text).not.toContain(known.reference);
      expect((await asking.of('manager').get(search)).text).toContain(known.reference);
      expect(wordsIn(await asking.of(INSIDER).get(`/apply/${known.records.applicationId}`))).not.toEqual([]);
    });

    it('presses no button of it as that manager', async () => {
      const before = footprintOf(portal.folder);
      const rows = rowsOf('manager', 'POST').filter((row) => isWithheld(row, known.records));
      expect(await asking.faultsOf(INSIDER, rows, notFound)).toEqual([]);
      expect(rows.length).toBeGreaterThan(10);
      expect(footprintOf(portal.folder)).toEqual(before);
    });
  });

  describe('while a meeting has it on its table', () => {
    const pages = assessmentMeeting.filter(({ method }) => method === 'GET');
    const buttons = assessmentMeeting.filter(({ method }) => method === 'POST');
    let everybody: Asking;

    beforeAll(async () => {
      callToTheTable(portal.folder, known);
      everybody = await everybodySignedIn(portal, known.people);
    });

    const phone = (persona: Asker) => asking.of(persona).get(`/panel/${known.records.callId}/meeting`);
    const press = (persona: Asker, form: Readonly<Record<string, string>>) => {
      const { callId, applicationId } = known.records;
      return asking.of(persona).post(`/panel/${callId}/meeting`, { applicationId, ...form });
    };
    const chairs = (page = '') => asking.of('manager').get(`/staff/calls/${known.records.callId}/meeting${page}`);

    /** Asks as everybody of whom the table says that they may, or may not. */
    async function faultsOfTable(rows: readonly Row[], which: (may: boolean) => boolean) {
      const faults: string[] = [];
      for (const row of rows) {
        for (const persona of PERSONAS) {
          const may = row.allowed.panel.includes(persona);
          if (!which(may)) continue;
          const fault = whatIsWrong(row, persona, may, await everybody.ask(persona, row, known.records));
          if (fault !== null) faults.push(`${titleOf(row, known.records)} as ${persona}: ${fault}`);
        }
      }
      return faults;
    }

    it('opens its pages and streams to whom the table says', async () => {
      expect(await faultsOfTable(pages, () => true)).toEqual([]);
    });

    it('lets nobody press who may not', async () => {
      // The ranking of a panel that closed is worked out beside its pages.
      await expect.poll(() => promisesDue(portal.folder), { timeout: 120_000 }).toBe(0);
      const before = footprintOf(portal.folder);
      expect(await faultsOfTable(buttons, (may) => !may)).toEqual([]);
      expect(footprintOf(portal.folder)).toEqual(before);
    });

    it('keeps it off the wall until everybody has left who must', async () => {
      expect(wordsIn(await chairs())).not.toEqual([]);
      expect(wordsIn(await chairs('/screen'))).toEqual([]);
      for (const persona of AWAY) expect((await press(persona, { intent: 'out' })).status).toBe(302);
      expect(wordsIn(await chairs('/screen'))).not.toEqual([]);
    });

    it('shows it to the phone of whoever may speak, and no word of it to whoever must leave', async () => {
      for (const persona of ['panel member', SOFT, NEWCOMER] as const) {
        expect([persona, wordsIn(await phone(persona)).length > 0]).toEqual([persona, true]);
      }
      const rows = rowsOf('panel member with a conflict', 'GET').filter(({ route }) => route.includes('/panel'));
      expect(rows).toEqual(expect.arrayContaining(pages.filter(({ route }) => route.startsWith('/panel'))));
      for (const persona of AWAY) {
        expect(await asking.faultsOf(persona, rows, shownWithout(WORDS))).toEqual([]);
        expect(await asking.faultsOf(persona, ownOf('panel member'), notFound)).toEqual([]);
      }
    });

    it('takes no vote and no score from whoever is tied to it', async () => {
      const before = footprintOf(portal.folder);
      const scores = Object.fromEntries(known.criterionIds.map((id) => [fieldNames.score(id), '5']));
      for (const persona of [SOFT, ...AWAY] as const) {
        const voted = await press(persona, { intent: 'vote', vote: 'for' });
        const scored = await press(persona, { ...scores, intent: 'scores' });
        expect([persona, voted.status, scored.status]).toEqual([persona, 422, 422]);
        if (persona !== SOFT) expect([voted, scored].flatMap((shown) => wordsIn(shown))).toEqual([]);
      }
      expect(footprintOf(portal.folder)).toEqual(before);
    });

    it('counts the vote of whoever is free of ties', async () => {
      const before = footprintOf(portal.folder);
      expect((await press(NEWCOMER, { intent: 'vote', vote: 'for' })).status).toBe(302);
      expect(footprintOf(portal.folder)).not.toEqual(before);
    });

    it('shows nothing of the meeting to a manager who is in the team', async () => {
      const rows = [...pages, ...buttons].filter((row) => row.allowed.panel.includes('manager'));
      expect(await asking.faultsOf(INSIDER, rows, notFound)).toEqual([]);
      expect(rows.length).toBeGreaterThan(8);
    });
  });
});
