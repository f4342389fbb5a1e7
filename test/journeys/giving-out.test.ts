import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { become, openBrowser, type Visitor, visit } from './browser.ts';
import { type RunningPortal, startPortal } from './portal.ts';
import { expectHeading, expectWords, follow, followThis, go, press, stepByStep, tick } from './steps.ts';
import { storyUntil } from './story-folder.ts';

const CALL = 'Ideas for a friendlier city';
/** What a member reads about herself on her panel’s page. */
const HOURS = 'Your hours and your pay';
const TERMS = 'Your time, your pay, your languages';

let browser: Browser;
let portal: RunningPortal;

beforeAll(async () => {
  browser = await openBrowser();
  portal = await startPortal({}, storyUntil('panel'));
});

afterAll(async () => {
  await portal?.stop();
  await browser?.close();
});

describe.each([
  ['with scripts', true],
  ['without scripts', false],
])('the reading of a panel, %s', (_, withScripts) => {
  stepByStep();
  let grace: Visitor;
  let bo: Visitor;

  beforeAll(async () => {
    grace = await visit(browser, portal.url, withScripts);
    bo = await visit(browser, portal.url, withScripts);
    await become(grace, 'Grace Okafor');
    await become(bo, 'Bo Leung');
  });

  afterAll(async () => {
    for (const visitor of [grace, bo]) await visitor?.leave();
  });

  test('is shared out by the manager, who sees the plan before anybody else', async () => {
    await go(grace, '/staff');
    await follow(grace, CALL);
    await follow(grace, 'The panel');
    await follow(grace, 'Who reads what');
    if (withScripts) {
      await expectWords(grace, 'Nothing is given out yet.', 'This is only a plan.');
      await press(grace, 'Give out as shown');
      await expectWords(grace, 'It is given out.');
    }
    await expectWords(grace, 'Given out last on', 'Nothing new to give out.');
    await follow(grace, 'Share out again what nobody has begun');
    await expectHeading(grace, 'Who reads what');
  });

  test('is one application less for a member to whom it is too close', async () => {
    await go(bo, '/panel');
    await follow(bo, CALL);
    const toDo = bo.page.locator('ul.tasks').first().getByRole('link');
    const title = await toDo.last().innerText();
    await followThis(bo, toDo.last());
    const address = bo.page.url();
    await bo.page.getByText('Is this too close to home?').click();
    await tick(bo, 'I want to give this application back.');
    await press(bo, 'Give it back');
    await expectWords(bo, 'You have given the application back.');
    expect(await bo.page.locator('main').innerText()).not.toContain(title);
    expect((await bo.page.request.get(address)).status()).toBe(404);
  });

  test('is given to somebody else in its place, and what was begun stays', async () => {
    await go(grace, '/staff');
    await follow(grace, CALL);
    await follow(grace, 'The panel');
    await follow(grace, 'Who is tied to whom');
    await expectWords(grace, 'The member gave it back. We do not ask why.');
    await follow(grace, 'The panel');
    await follow(grace, 'Who reads what');
    const apply = grace.page.getByRole('button', { name: 'Give out as shown' });
    if (await apply.isVisible()) await followThis(grace, apply);
    await expectWords(grace, 'Nothing new to give out.');
  });

  test('is practised on made-up applications, and its hours are written down', async () => {
    await go(bo, '/panel');
    await follow(bo, CALL);
    const panel = bo.page.url();
    for (const page of [/^Practi[sc]e/, HOURS, TERMS]) {
      await go(bo, panel);
      await follow(bo, page);
    }
  });

  test('has every page of its desk in good order', async () => {
    for (const page of [
      'What the panel asks and gives',
      'How this panel ranks',
      'Names, needs and reminders',
      'Hours and pay',
    ]) {
      await go(grace, '/staff');
      await follow(grace, CALL);
      await follow(grace, 'The panel');
      await follow(grace, page);
    }
  });
});
