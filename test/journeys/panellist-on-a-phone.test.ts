import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HOUR } from '#app/kernel/instant.ts';
import { become, openBrowser, type Visitor, visit } from './browser.ts';
import { type RunningPortal, startPortal } from './portal.ts';
import { expectWords, follow, go, press, stepByStep, write } from './steps.ts';
import { storyUntil } from './story-folder.ts';

const CALL = 'Ideas for a friendlier city';

describe('a panellist on a phone', () => {
  stepByStep();
  let browser: Browser;
  let portal: RunningPortal;
  let nadia: Visitor;
  let sheet: string;
  let group: string;

  beforeAll(async () => {
    browser = await openBrowser();
    portal = await startPortal({}, storyUntil('panel'));
    nadia = await visit(browser, portal.url, true);
    await become(nadia, 'Nadia Rezai');
  });

  afterAll(async () => {
    await nadia.leave();
    await portal.stop();
    await browser.close();
  });

  test('sees what fits into today, and opens an application', async () => {
    await go(nadia, '/panel');
    await follow(nadia, CALL);
    await expectWords(nadia, 'Today', /applications? fits? into your \d+ minutes: about \d+ minutes?\./);
    const toDo = nadia.page.locator('.tasks').first().getByRole('listitem').filter({ hasNotText: 'Started' });
    sheet = (await toDo.first().getByRole('link').getAttribute('href')) ?? '';
    await go(nadia, sheet);
    group = (await nadia.page.locator('.overline').first().innerText()).split(' · ')[1] ?? '';
    expect(group).not.toBe('');
  });

  test('watches the sum while she scores, and it is saved without a button', async () => {
    await answer('The need', /^4 /).check();
    await expectWords(nadia, 'So far 4.00 of 5. 1 of 4 answered.', /^Saved \d\d:\d\d$/);
    await answer('It can be done', /^I cannot judge this/).check();
    await expectWords(nadia, 'So far 4.00 of 5. 2 of 4 answered.');
  });

  test('goes on where there is no connection, and loses nothing to her computer at home', async () => {
    await expectWords(nadia, /^Saved \d\d:\d\d$/);
    await nadia.context.setOffline(true);
    await write(nadia, 'What is strongest?', 'They have already begun.');
    await answer('What will change', /^2 /).check();
    await expectWords(nadia, 'Not sent yet. It is kept on this device until you are online again.');
    const home = await visit(browser, portal.url, false);
    await become(home, 'Nadia Rezai');
    await go(home, sheet);
    expect(await answer('What will change', /^2 /, home).isChecked()).toBe(false);
    await write(home, 'What worries you?', 'The rent after the summer.');
    await press(home, 'Save and go on later');
    await expectWords(home, 'Your scores are saved. They are not handed in yet.');
    await home.leave();
  });

  test('finds both put together when the connection is back', async () => {
    await nadia.context.setOffline(false);
    await expect
      .poll(() => nadia.page.getByLabel('What worries you?', { exact: true }).inputValue(), { timeout: 90_000 })
      .toBe('The rent after the summer.');
    await expectWords(nadia, /^Saved \d\d:\d\d$/);
    await go(nadia, sheet);
    expect(await nadia.page.getByLabel('What is strongest?', { exact: true }).inputValue()).toBe(
      'They have already begun.',
    );
    expect(await answer('What will change', /^2 /).isChecked()).toBe(true);
  });

  test('answers the last question by its number, and hands in', async () => {
    const last = nadia.page.getByRole('group', { name: 'Led by the people it is for', exact: true });
    await last.getByRole('radio').first().focus();
    await nadia.page.keyboard.press('5');
    await expectWords(nadia, /^So far \d\.\d\d of 5\. 4 of 4 answered\.$/);
    await press(nadia, 'Hand in my scores');
    await expectWords(nadia, 'Your scores are handed in. Thank you.', 'What the panel says so far');
  });

  test('reads without names once a phase hides them', async () => {
    const grace = await visit(browser, portal.url, false);
    await become(grace, 'Grace Okafor');
    await go(grace, '/staff');
    await follow(grace, CALL);
    await follow(grace, 'The panel');
    await follow(grace, /^Phases: /);
    await press(grace, 'Make these two phases');
    await expectWords(grace, 'The two phases are made. Check their dates.', 'Score without names');
    await grace.leave();

    await go(nadia, '/panel');
    await follow(nadia, CALL);
    await expectWords(nadia, 'The applications are not open yet.');
    portal.moveTo(Date.now() + 2 * HOUR);
    await go(nadia, sheet);
    await expectWords(
      nadia,
      'Names are hidden. Please do not try to find out who wrote it.',
      'You do not see what others scored in this phase.',
    );
    expect(await nadia.page.content()).not.toContain(group);
    await go(nadia, '/panel');
    await follow(nadia, CALL);
    expect(await nadia.page.content()).not.toContain(group);
  });

  function answer(criterion: string, anchor: RegExp, who = nadia) {
    return who.page.getByRole('group', { name: criterion, exact: true }).getByRole('radio', { name: anchor });
  }
});
