import { createHash } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerAsItIs } from '#app/grant/assessment/decide-by-two.testing.ts';
import { tied } from '#app/grant/assessment/tied-panel.testing.ts';
import { testWorld } from '#test/world/test-world.ts';
import { openBrowser, type Visitor, visit } from './browser.ts';
import { englishLeftOn } from './english-left-on.ts';
import { type RunningPortal, startPortal } from './portal.ts';
import { expectHeading, expectWords, follow, go, press, signIn, stepByStep, tick, write } from './steps.ts';
import { worldOf } from './trial-folder.ts';

const CALL = 'Ideas for our street';
const FELL = '13526 46132 55412 63341';
const THROWN = '13526 46132 55412 63342';
const MISREAD = '13526 46132 55412 63343';
const PLACES = 5;

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
});

describe.each([
  ['with scripts', true],
  ['without scripts', false],
])('lots among those that the scores cannot tell apart, %s', (_, withScripts) => {
  stepByStep();
  let portal: RunningPortal;
  let grace: Visitor;
  let daniel: Visitor;
  /** Has no account, and believes nobody. */
  let anybody: Visitor;
  let fingerprint: string;
  let drawn: string[];

  const arrive = async (email?: string) => {
    const visitor = await visit(browser, portal.url, withScripts);
    if (email === undefined) return visitor;
    await go(visitor, '/sign-in');
    await signIn(visitor, email);
    return visitor;
  };
  const typeWhatTheDieShowed = async (visitor: Visitor, thrown: string, why?: string) => {
    await write(visitor, 'The 20 numbers', thrown);
    if (why !== undefined) await write(visitor, /^Why the numbers you typed before/, why);
    await press(visitor, 'This is what I read');
  };

  beforeAll(async () => {
    const world = testWorld();
    const { call, grace: chair } = tied(world);
    expect(answerAsItIs(world.as(chair), call.id).ok).toBe(true);
    portal = await startPortal({}, worldOf(world));
    portal.moveTo(world.now() + 1000);
    anybody = await arrive();
    grace = await arrive('grace@people.example');
    daniel = await arrive('daniel@people.example');
  });

  afterAll(async () => {
    for (const visitor of [grace, daniel, anybody]) await visitor?.leave();
    await portal?.stop();
  });

  test('are announced where the ranking says that it cannot tell', async () => {
    await go(grace, '/staff');
    await follow(grace, CALL);
    await follow(grace, 'The panel');
    await follow(grace, 'See how sure the ranking is');
    await expectWords(grace, /The call says that lots are drawn among them\./);
    await follow(grace, 'Go to the lottery');
    await expectHeading(grace, 'The lottery');
  });

  test('need a list that nobody can change, and everybody can note down', async () => {
    await press(grace, 'Fix the list');
    await expectWords(grace, 'Tick this box if you are sure.');
    await tick(grace, 'I want to fix the list. I cannot undo this.');
    await press(grace, 'Fix the list');
    await expectWords(grace, 'Nobody has typed anything yet.');
    await go(anybody, '/calls/ideas-for-our-street');
    await follow(anybody, 'How scores become an order');
    await follow(anybody, 'The lottery of this call');
    await expectWords(anybody, 'The list and the draw are shown here when every group has its letter.');
    fingerprint = await anybody.page.locator('dd code').innerText();
    expect(fingerprint).toMatch(/^[0-9a-f]{64}$/);
  });

  test('keep a throw that was given up, with its reason', async () => {
    await typeWhatTheDieShowed(grace, '1234');
    await expectWords(grace, 'Type exactly 20 numbers, each from 1 to 6.');
    await typeWhatTheDieShowed(grace, FELL);
    await typeWhatTheDieShowed(grace, THROWN, '');
    await expectWords(grace, 'You typed other numbers before. Say why they do not count.');
    await typeWhatTheDieShowed(grace, THROWN, 'A die fell off the table.');
    await expectWords(grace, 'You have typed. Now another person types the same numbers.');
    await go(anybody, '/calls/ideas-for-our-street/lottery');
    await expectWords(anybody, 'Throws that do not count', 'Person 1', 'A die fell off the table.');
    expect(await anybody.page.locator('main').innerText()).not.toContain(FELL);
  });

  test('are drawn when a second person has read the same', async () => {
    await go(daniel, '/finance');
    await follow(daniel, `Draw the lots of “${CALL}”: type what the die shows`);
    expect(await daniel.page.getByText(THROWN).count()).toBe(0);
    await typeWhatTheDieShowed(daniel, MISREAD);
    await expectWords(daniel, /^Two people typed different numbers\./);
    await typeWhatTheDieShowed(daniel, THROWN, 'I misread the last one.');
    await expectWords(daniel, 'The lots are drawn.');
    const order = await rowsOf(daniel, 'Order of the draw');
    drawn = order.slice(0, PLACES).map(([, reference]) => reference ?? '');
    expect(order.map(([, , result]) => result)).toEqual([
      ...Array(PLACES).fill('Drawn'),
      ...Array(12 - PLACES).fill('Not drawn'),
    ]);
  });

  test('choose, and nobody else does', async () => {
    await go(grace, grace.page.url());
    await follow(grace, 'See the ranking and decide');
    await press(grace, 'Fill in the choices');
    const chosen = grace.page
      .getByRole('row')
      .filter({ has: grace.page.getByRole('radio', { name: 'Yes', checked: true }) });
    const said = await chosen.allInnerTexts();
    expect(said).toHaveLength(PLACES);
    for (const reference of drawn) expect(said.some((row) => row.includes(reference))).toBe(true);
    await press(grace, 'Give everybody a reason');
    await follow(grace, 'Go on to the check');
    await tick(grace, 'I have read the decisions and the letters.');
    await press(grace, 'Lock the decision');
    await go(daniel, '/finance');
    await follow(daniel, `Look at the shortlist of “${CALL}” and confirm it`);
    await tick(daniel, 'I have looked at the decisions and the letters. I agree.');
    await press(daniel, 'Confirm the decision');
    await go(grace, grace.page.url());
    await tick(grace, 'Tell everybody now. I cannot undo this.');
    await press(grace, 'Send all letters');
    await expectWords(grace, 'The shortlist is decided. Every group gets a message.');
  });

  test('are drawn again by hand, from nothing but the public page', async () => {
    await go(anybody, '/calls/ideas-for-our-street/lottery');
    const givenUp = await rowsOf(anybody, 'Throws that do not count');
    expect(givenUp.map(([, ...row]) => row)).toEqual([
      ['Person 1', FELL, 'A die fell off the table.'],
      ['Person 2', MISREAD, 'I misread the last one.'],
    ]);
    const [entries, seed, ...lots] = (await rowsOf(anybody, 'Check it yourself')).map(([, bytes = '', hash]) => {
      expect(sha256(bytes)).toBe(hash);
      return { bytes, hash: hash ?? '', parts: partsOf(bytes) };
    });
    expect(entries?.hash).toBe(fingerprint);
    const [tag, , places, salt, ...references] = (entries?.parts ?? []).map(String);
    expect([tag, places, references]).toEqual(['entries/v2', String(PLACES), references.toSorted()]);
    await expectWords(anybody, new RegExp(`the word ${salt}`));
    expect(seed?.parts.at(-2)?.toString('hex')).toBe(fingerprint);
    expect(String(seed?.parts.at(-1))).toBe(THROWN.replaceAll(' ', ''));
    const byLot = lots.map(({ parts, hash }) => {
      expect(parts[1]?.toString('hex')).toBe(seed?.hash);
      return { reference: String(parts[2]), hash };
    });
    const order = byLot.toSorted((one, other) => (one.hash < other.hash ? -1 : 1)).map(({ reference }) => reference);
    expect(order.toSorted()).toEqual(references);
    expect(order.slice(0, PLACES)).toEqual(drawn);
    expect((await rowsOf(anybody, 'Order of the draw')).map(([, reference]) => reference)).toEqual(order);
    await follow(anybody, 'العربية');
    expect(await anybody.page.locator('html').getAttribute('dir')).toBe('rtl');
    expect(await englishLeftOn(anybody.page)).toEqual([]);
  });
});

/** The rows of a table, as they are read. */
async function rowsOf({ page }: Visitor, caption: string): Promise<string[][]> {
  const rows = await page.getByRole('table', { name: caption }).locator('tbody tr').all();
  return Promise.all(rows.map((row) => row.locator('th, td').allInnerTexts()));
}

function sha256(hex: string): string {
  return createHash('sha256').update(Buffer.from(hex, 'hex')).digest('hex');
}

/** What the page says of its bytes: each part has its length in four bytes before it. */
function partsOf(hex: string): Buffer[] {
  const bytes = Buffer.from(hex, 'hex');
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = at + 4 + bytes.readUInt32BE(at);
    parts.push(bytes.subarray(at + 4, end));
    at = end;
  }
  return parts;
}
