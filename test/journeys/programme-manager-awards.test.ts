import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DAY } from '#app/kernel/instant.ts';
import { become, openBrowser, type Visitor, visit } from './browser.ts';
import { localTime } from './pitch-day-steps.ts';
import { type RunningPortal, startPortal } from './portal.ts';
import { expectHeading, expectWords, follow, go, openLetter, press, stepByStep, tick, write } from './steps.ts';
import { storyUntil } from './story-folder.ts';

const CALL = 'Ideas for a friendlier city';
const OWN_WORDS = 'Well done. Come and see us before you sign.';
const REASON = 'The plan is good, and the costs are not clear yet.';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
});

describe.each([
  ['with scripts', true],
  ['without scripts', false],
])('a manager after pitch day, %s', (_, withScripts) => {
  stepByStep();
  let portal: RunningPortal;
  let grace: Visitor;

  beforeAll(async () => {
    portal = await startPortal({}, storyUntil('vote'));
    grace = await visit(browser, portal.url, withScripts);
  });

  afterAll(async () => {
    await grace.leave();
    await portal.stop();
  });

  test('sees what the published rule proposes', async () => {
    await become(grace, 'Grace Okafor');
    await follow(grace, CALL);
    await follow(grace, 'The decision');
    await expectHeading(grace, 'Decide the awards');
    await expectWords(grace, 'The rule of this call', /ballots were counted\.$/);
  });

  test('cannot give more than a group asked for', async () => {
    const amount = grace.page.getByLabel('Amount in British pounds').first();
    const proposed = await amount.inputValue();
    await amount.fill('999,999');
    await press(grace, 'Check the decision');
    await expectWords(grace, 'Please look at this again', 'Enter an amount up to what the group asked for.');
    expect(await amount.inputValue()).toBe('999,999');
    await amount.fill(proposed);
  });

  test('gives every group without an award a reason, and goes on later', async () => {
    const reasons = grace.page.getByLabel('Why not? The group reads this.').filter({ visible: true });
    for (let place = 0; place < (await reasons.count()); place += 1) {
      if ((await reasons.nth(place).inputValue()) === '') await reasons.nth(place).fill(REASON);
    }
    await press(grace, 'Save and go on later');
    await expectWords(grace, 'Saved. Nothing is decided yet.');
    await press(grace, 'Check the decision');
    await expectWords(grace, 'Please look at this again', 'Say until when groups on the reserve list wait at most.');
    await write(grace, 'Until when do groups on the reserve list wait at most?', localTime(Date.now() + 60 * DAY));
    await press(grace, 'Check the decision');
    await expectHeading(grace, 'Check the decision');
    await expectWords(grace, /^\d+ awards, £[\d,]+ of £90,000$/);
  });

  test('reads the letters, and changes one', async () => {
    await follow(grace, 'Read the letters');
    const [letter] = await grace.page.getByRole('article').all();
    await letter?.locator('summary').click();
    await letter?.getByLabel('The letter', { exact: true }).fill(OWN_WORDS);
    await Promise.all([
      grace.page.waitForEvent('load'),
      letter?.getByRole('button', { name: 'Save this letter' }).click(),
    ]);
    await expectWords(grace, 'The letter is saved.', 'Changed by hand', OWN_WORDS);
    await follow(grace, 'Check the decision');
  });

  test('locks the decision, and a second person records it', async () => {
    await press(grace, 'Lock the decision');
    await expectWords(grace, 'Tick the box to go on.');
    await tick(grace, 'I have read the decisions and the letters.');
    await press(grace, 'Lock the decision');
    await expectWords(grace, 'Now somebody else must confirm it. We have written to everybody who can.');
    const check = grace.page.url();
    const harpreet = await visit(browser, portal.url, withScripts);
    await become(harpreet, 'Harpreet Gill');
    await go(harpreet, check);
    await follow(harpreet, 'Read the letters');
    await expectWords(harpreet, OWN_WORDS);
    await go(harpreet, check);
    await tick(harpreet, 'I have looked at the decisions and the letters. I agree.');
    await press(harpreet, 'Confirm the decision');
    await expectWords(harpreet, 'The decision is recorded. Now a manager can send the offers and all letters.');
    await harpreet.leave();
    await go(grace, check);
    await follow(grace, 'See the decision');
    await expectWords(grace, /^Decided by Grace Okafor on /);
    expect(await grace.page.getByRole('button', { name: 'Check the decision' }).count()).toBe(0);
  });

  test('sends the offers and all answers at once', async () => {
    await follow(grace, 'Go to the awards');
    await grace.page
      .getByLabel(/^How .+ is paid$/)
      .first()
      .selectOption({ label: '2 parts: 60 and 40 percent' });
    await press(grace, 'Send the offers');
    await expectWords(grace, 'Please look at this again');
    await tick(grace, /^Send the offers and all letters now\./);
    await press(grace, 'Send the offers');
    await expectWords(grace, 'The offers are sent.', 'Waiting for an answer');
    await openLetter(grace, /^Action needed: accept your award/);
    await expectWords(grace, /Read the agreement and type your name under it/);
  });

  test('and a group reads what it is offered', async () => {
    const amina = await visit(browser, portal.url, withScripts);
    await become(amina, 'Amina Osman');
    await follow(amina, 'The Saturday health table');
    await follow(amina, 'Read your agreement');
    await expectHeading(amina, 'Your award');
    await expectWords(amina, 'Action needed');
    await write(amina, 'Your name', 'Amina Osman');
    await press(amina, 'Accept the award');
    await expectWords(amina, 'Tick the box if you agree.');
    await tick(amina, 'I have read the agreement and I agree to it.');
    await press(amina, 'Accept the award');
    await expectWords(amina, /^You have accepted\. Amina Osman agreed on /);
    await amina.leave();
  });
});
