import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningPortal, startPortal } from '../journeys/portal.ts';
import { type Asking, everybodySignedIn, whatIsWrong } from './asking.ts';
import { footprintOf } from './footprint.ts';
import { PERSONAS, type Persona } from './personas.ts';
import { NOTHING, RECORDS, type Records, type Row, type State } from './row.ts';
import { table } from './table/index.ts';
import { type Prepared, prepareWorld } from './world.ts';

const nothing = Object.fromEntries(RECORDS.map((name) => [name, NOTHING])) as Records;
const reading = table.filter((row) => row.method !== 'POST');
const pressing = table.filter((row) => row.method === 'POST');

/** Requests every URL of the table as everybody, in one state of the portal. */
export function proveAccess(state: State): void {
  describe(`access while the story is at "${state}"`, () => {
    let portal: RunningPortal;
    let asking: Asking;
    let records: Records;

    beforeAll(async () => {
      let prepared: Prepared | undefined;
      portal = await startPortal({}, async (folder) => {
        prepared = await prepareWorld(folder, state);
      });
      if (prepared === undefined) throw new Error('the folder was prepared before the server opened it');
      asking = await everybodySignedIn(portal, prepared.people);
      records = prepared.records;
      const { openApplicationId, openQuestionId } = records;
      if (openApplicationId === NOTHING) return;
      const uploadId = await asking.beginUpload('writer of a draft', openApplicationId, openQuestionId);
      records = { ...records, uploadId };
    });

    afterAll(async () => {
      await portal?.stop();
    });

    const isAllowed = (row: Row, persona: Persona) => row.allowed[state].includes(persona);
    const titleOf = (row: Row) => {
      const { intent } = row.form(nothing);
      return `${row.method} ${row.route}${intent === undefined ? '' : ` (${intent})`}: ${row.record}`;
    };

    async function faultOf(row: Row, persona: Persona, of: Records, may: boolean): Promise<string[]> {
      const fault = whatIsWrong(row, persona, may, await asking.ask(persona, row, of));
      return fault === null ? [] : [`${row.method} ${row.url(of)} as ${persona}: ${fault}`];
    }

    /** Everybody at once: nothing that they may do here changes anything for the others. */
    async function faultsOf(row: Row, personas: readonly Persona[], of: Records, may = isAllowed): Promise<string[]> {
      const faults = personas.map((persona) => faultOf(row, persona, of, may(row, persona)));
      return (await Promise.all(faults)).flat();
    }

    describe('reading', () => {
      let before: Record<string, string>;
      beforeAll(() => {
        before = footprintOf(portal.folder);
      });

      it.each(reading.map((row) => [titleOf(row), row] as const))('%s', async (_, row) => {
        expect(await faultsOf(row, PERSONAS, records)).toEqual([]);
      });

      it('answers what does not exist like what is somebody else’s', async () => {
        const faults: string[] = [];
        const byUrl = new Map(reading.map((row) => [`${row.method} ${row.url(nothing)}`, row]));
        for (const row of [...byUrl.values()].filter((each) => each.url(nothing).includes(NOTHING))) {
          faults.push(...(await faultsOf(row, PERSONAS, nothing, () => false)));
        }
        expect(faults).toEqual([]);
      });

      it('changes nothing', () => {
        expect(footprintOf(portal.folder)).toEqual(before);
      });
    });

    describe('pressing a button without being allowed to', () => {
      let before: Record<string, string>;
      beforeAll(() => {
        before = footprintOf(portal.folder);
      });

      it.each(pressing.map((row) => [titleOf(row), row] as const))('%s', async (_, row) => {
        const others = PERSONAS.filter((persona) => !isAllowed(row, persona));
        expect(await faultsOf(row, others, records)).toEqual([]);
      });

      it('changes nothing', () => {
        expect(footprintOf(portal.folder)).toEqual(before);
      });
    });

    // Backwards through the story: what is taken back first is not there to be judged or paid.
    describe('pressing a button when allowed to', () => {
      const backwards = pressing.filter((row) => row.allowed[state].length > 0).toReversed();
      it.each(backwards.map((row) => [titleOf(row), row] as const))('%s', async (_, row) => {
        expect(await faultsOf(row, row.allowed[state], records)).toEqual([]);
      });
    });
  });
}
