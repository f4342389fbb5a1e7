import type { RunningPortal } from '../journeys/portal.ts';
import { atABrowser, type OneBrowser, type Shown } from './one-browser.ts';
import { applicationOf, type Persona, THE_APPLICATION, type Tied } from './personas.ts';
import type { Row } from './row.ts';
import { table } from './table/index.ts';
import type { TiedWorld } from './tied-world.ts';
import { titleOf } from './withheld.ts';

const { title, groupName, oneLine, answers } = applicationOf(THE_APPLICATION);
const [written = ''] = Object.values(answers).filter((answer) => typeof answer === 'string');

/** The title of the application and its group, what it is in a sentence, and how an answer begins. */
export const WORDS: readonly string[] = [title, groupName, oneLine.slice(0, 40), written.slice(0, 40)];
/** What only whoever may read it is shown. */
export const TEXT = WORDS.slice(2);

export type Asker = Tied | Persona;

/** Everybody of a prepared panel, each at their own browser. */
export type TiedAsking = {
  of(persona: Asker): OneBrowser;
  ask(persona: Asker, row: Row): Promise<Shown>;
  /** Asks for rows one after the other; what is wrong with each is said in a line. */
  faultsOf(persona: Asker, rows: readonly Row[], wrong: (shown: Shown) => string | null): Promise<string[]>;
};

export async function tiedAsking(portal: RunningPortal, { people, records }: TiedWorld): Promise<TiedAsking> {
  const browsers = new Map<Asker, OneBrowser>();
  for (const [persona, personId] of Object.entries(people)) {
    browsers.set(persona as Asker, await atABrowser(portal, personId));
  }
  const of = (persona: Asker): OneBrowser => {
    const browser = browsers.get(persona);
    if (browser === undefined) throw new Error(`nobody is a ${persona}`);
    return browser;
  };
  const ask = (persona: Asker, row: Row): Promise<Shown> => {
    const path = row.url(records);
    return row.method === 'POST' ? of(persona).post(path, row.form(records)) : of(persona).get(path);
  };
  return {
    of,
    ask,
    async faultsOf(persona, rows, wrong) {
      const faults: string[] = [];
      for (const row of rows) {
        const fault = wrong(await ask(persona, row));
        if (fault !== null) faults.push(`${titleOf(row, records)}: ${fault}`);
      }
      return faults;
    },
  };
}

/** What somebody like that asks for while the panel scores. The demonstration's own cast tells of everybody. */
export function rowsOf(like: Persona, method: Row['method']): readonly Row[] {
  return table.filter((row) => row.method === method && row.allowed.panel.includes(like) && row.route !== '/demo');
}

export function wordsIn({ text }: Shown, words: readonly string[] = WORDS): string[] {
  return words.filter((each) => text.includes(each));
}

export function notFound({ status }: Shown): string | null {
  return status === 404 ? null : String(status);
}

/** Shown, or sent to where it is shown, without any of these words. */
export function shownWithout(words: readonly string[]): (shown: Shown) => string | null {
  return (shown) => {
    if (![200, 206, 302, 303].includes(shown.status)) return String(shown.status);
    return wordsIn(shown, words).join(', ') || null;
  };
}
