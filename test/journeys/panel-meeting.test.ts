import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { story } from '#db/story/index.ts';
import { become, expectAccessible, openBrowser, type Visitor, visit } from './browser.ts';
import { englishLeftOn } from './english-left-on.ts';
import { type RunningPortal, startPortal } from './portal.ts';
import { expectHeading, expectWords, follow, followThis, go, press, stepByStep, tick, write } from './steps.ts';
import { storyUntil } from './story-folder.ts';

const CALL = 'Ideas for a friendlier city';
/** Nadia's sister is one of its organisers. */
const TIED =
  story.applications['social-innovation'].find(({ key }) => key === 'dari-parents-evening')?.title ?? 'nothing';

let browser: Browser;
let portal: RunningPortal;
/** The chair and Nadia follow by themselves; Bo's phone runs no scripts. */
let grace: Visitor;
let nadia: Visitor;
let bo: Visitor;
let helen: Visitor;
let wall: Page;
let meeting: string;

beforeAll(async () => {
  browser = await openBrowser();
  portal = await startPortal({}, storyUntil('panel'));
  grace = await visit(browser, portal.url, true);
  nadia = await visit(browser, portal.url, true);
  bo = await visit(browser, portal.url, false);
  helen = await visit(browser, portal.url, false);
  await become(grace, 'Grace Okafor');
  await become(nadia, 'Nadia Rezai');
  await become(bo, 'Bo Leung');
  await become(helen, 'Helen Marsh');
});

afterAll(async () => {
  for (const visitor of [grace, nadia, bo, helen]) await visitor?.leave();
  await portal?.stop();
  await browser?.close();
});

describe('a meeting of the panel', () => {
  stepByStep();

  test('is opened by its chair when scoring has ended', async () => {
    await go(grace, '/staff');
    await follow(grace, CALL);
    await follow(grace, 'The panel');
    await tick(grace, /^I want to end scoring. I cannot undo this./);
    await press(grace, 'End scoring');
    await follow(grace, 'Panel meeting');
    await press(grace, 'Open the meeting');
    await expectWords(grace, 'Nobody is here yet.', 'No. The panel can talk, but not vote.');
  });

  test('is joined by its members on their phones', async () => {
    await go(bo, '/panel');
    await follow(bo, CALL);
    await follow(bo, 'Go to the panel meeting');
    meeting = bo.page.url();
    await press(bo, 'I am here');
    await expectWords(bo, 'Nothing is on the table now');
    await go(nadia, meeting);
    await press(nadia, 'I am here');
    await expectWords(grace, '2 members are here.');
    await press(grace, 'Helen Marsh is here');
    await expectWords(grace, 'Yes: 3 can decide, and 66% of them are participants.');
  });

  test('comes to the first application on every screen at once', async () => {
    wall = await grace.context.newPage();
    await wall.setViewportSize({ width: 1920, height: 1080 });
    await wall.goto(`${new URL(grace.page.url()).pathname}/screen`);
    await wall.getByRole('heading', { name: 'The panel meets' }).waitFor();
    await press(grace, /^Begin: /);
    const title = await grace.page.getByRole('heading', { level: 2 }).first().innerText();
    await wall.getByRole('heading', { level: 1, name: title }).waitFor();
    await nadia.page.getByRole('heading', { level: 2, name: title }).waitFor();
    await expectAccessible(nadia);
    await follow(bo, 'Look again');
    await expectWords(bo, title);
  });

  test('counts votes, and shows what they come to when everybody has voted', async () => {
    await press(bo, 'Yes');
    await expectWords(bo, 'You voted: Yes', '1 of 3 have voted. You see the result when everybody has voted.');
    await expectWords(grace, '1 of 3 have voted.');
    await press(nadia, 'No');
    await wall.getByText('2 of 3 have voted').waitFor();
    expect(await wall.getByText(/^Score /).count()).toBe(0);
    await press(grace, 'Helen Marsh has gone home');
    await expectWords(
      grace,
      'No. The panel can talk, but not vote.',
      /^You marked 1 member as gone before they voted\./,
    );
    expect(await wall.getByText(/^Score /).count()).toBe(0);
    await press(grace, 'Helen Marsh is here');
    await grace.page.getByText('Somebody has no phone?').click();
    await expectAccessible(grace);
    await press(grace, 'Helen Marsh says: No');
    await wall.getByText(/said aloud, entered by the chair/).waitFor();
    await go(helen, meeting);
    await expectWords(helen, 'You voted: No', /^The chair entered this vote for you/);
    await press(helen, 'Yes');
    await expectWords(helen, 'You voted: Yes');
    await wall.getByText(/^Score \d\.\d\d, spread \d\.\d\d$/).waitFor();
  });

  test('lets a member change her own scores, and nobody else’s', async () => {
    await go(bo, meeting);
    await bo.page.getByText('Change my scores').click();
    const need = bo.page.getByRole('group', { name: 'The need' });
    const before = await need.locator('input:checked').getAttribute('value');
    await need.getByRole('radio', { name: before === '1' ? /^2 / : /^1 / }).check();
    await press(bo, 'Save my new scores');
    await expectWords(bo, 'Your new scores are saved.');
  });

  test('is written down while it goes on', async () => {
    await write(grace, 'What was said', 'Bo asked who looks after the children.');
    await expectWords(grace, /^Saved \d\d:\d\d$/);
  });

  test('asks whoever is tied to leave, and shows her nothing', async () => {
    await go(grace, `${new URL(grace.page.url()).pathname}?shown=200`);
    const row = grace.page.getByRole('row').filter({ hasText: TIED });
    await followThis(grace, row.getByRole('button', { name: 'Call it now' }));
    await expectWords(grace, 'Nadia Rezai must leave', '2 of 3 people who can decide are here.');
    await wall.getByRole('heading', { name: 'Please wait' }).waitFor();
    expect(await wall.locator('body').innerText()).not.toMatch(/Nadia|Parents/);
    await nadia.page.getByRole('heading', { name: 'Please leave the room now' }).waitFor();
    await expectAccessible(nadia);
    expect(await nadia.page.content()).not.toContain(TIED);
    await press(nadia, 'I have left the room');
    await expectWords(nadia, 'Thank you. Please wait outside.');
    await wall.getByRole('heading', { level: 1, name: TIED }).waitFor();
    await expectWords(grace, 'Nadia Rezai is outside.');
    await expectAccessible({ ...grace, page: wall });
    await go(bo, meeting);
    await expectWords(bo, 'You cannot vote now. Too few people are here who can decide.', '2 of 3 are here.');
  });

  test('speaks Arabic where a member reads it', async () => {
    await follow(nadia, 'العربية');
    await expectHeading(nadia, 'اجتماع لجنة الاختيار');
    expect(await englishLeftOn(nadia.page)).toEqual([]);
    await follow(nadia, 'English');
  });

  test('calls her back for the next one', async () => {
    await press(grace, /^Next: /);
    await nadia.page.getByRole('heading', { name: 'Your vote' }).waitFor();
  });

  test('ends with a record that nobody can change', async () => {
    await grace.page.getByText('End the meeting').first().click();
    await press(grace, 'End the meeting');
    await expectWords(grace, 'Tick the box first.');
    await tick(grace, 'I want to end the meeting');
    await press(grace, 'End the meeting');
    await expectWords(
      grace,
      'The meeting has ended. The record is ready.',
      /^Nadia Rezai was asked to leave at \d\d:\d\d and left at \d\d:\d\d\.$/,
      /^Bo Leung changed “The need” from \d to \d at \d\d:\d\d\.$/,
      'Votes: 2 yes, 1 no, 0 chose not to vote.',
      'Bo asked who looks after the children.',
    );
    await expectWords(nadia, 'The panel does not meet now');
    await go(bo, meeting);
    await expectWords(bo, 'The panel does not meet now');
  });
});
