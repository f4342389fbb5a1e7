import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DAY } from '#app/kernel/instant.ts';
import { become, openBrowser, type Visitor, visit } from './browser.ts';
import { type RunningPortal, startPortal } from './portal.ts';
import {
  choose,
  expectHeading,
  expectWords,
  follow,
  followThis,
  go,
  openLetter,
  press,
  stepByStep,
  tick,
  write,
} from './steps.ts';
import { storyUntil } from './story-folder.ts';

const CALL = 'Ideas for a friendlier city';
const RULE = 'Our idea happens in Birmingham, Coventry or Wolverhampton.';
const NOTE = 'You told us that you work in Leeds.';

describe('a manager with many applications', () => {
  stepByStep();
  let browser: Browser;
  let portal: RunningPortal;
  let grace: Visitor;

  beforeAll(async () => {
    browser = await openBrowser();
    portal = await startPortal({}, storyUntil('applications'));
    grace = await visit(browser, portal.url, true);
  });

  afterAll(async () => {
    await grace.leave();
    await browser.close();
    await portal.stop();
  });

  const titles = () => grace.page.locator('tbody th a').allInnerTexts();

  test('finds applications by their words, and keeps what she looked for in the address', async () => {
    await become(grace, 'Grace Okafor');
    await follow(grace, CALL);
    await followThis(grace, grace.page.locator('main a[href$="/applications"]').first());
    await write(grace, 'Search', 'damp');
    await press(grace, 'Show');
    expect(await titles()).toEqual(['Damp detectives']);
    expect(grace.page.url()).toContain('search=damp');
    await expectWords(grace, /^1 of \d+ match\./);
    await write(grace, 'Search', 'nobody wrote this');
    await press(grace, 'Show');
    await expectWords(grace, 'Nothing matches.');
    await Promise.all([grace.page.waitForEvent('load'), grace.page.goBack()]);
    expect(await titles()).toEqual(['Damp detectives']);
    await follow(grace, 'Show all again');
    expect((await titles()).length).toBeGreaterThan(5);
  });

  test('sorts by amount, the largest first', async () => {
    await grace.page.getByLabel('In the order of').selectOption({ label: 'Amount, largest first' });
    await press(grace, 'Show');
    const amounts = await grace.page.locator('tbody td.number').allInnerTexts();
    const numbers = amounts.map((amount) => Number(amount.replace(/[^\d.]/g, '')));
    expect(numbers).toEqual(numbers.toSorted((one, other) => other - one));
    expect(await grace.page.locator('th[aria-sort="descending"]').count()).toBe(1);
  });

  test('marks two as not eligible, and is asked for a reason first', async () => {
    for (const box of (await grace.page.getByRole('checkbox', { name: /^Choose / }).all()).slice(0, 2))
      await box.check();
    await press(grace, 'Check the ticked ones');
    await expectWords(grace, '2 applications are chosen.');
    await choose(grace, /^It is not eligible/);
    await press(grace, 'Mark 2 applications');
    await expectWords(grace, 'Choose a rule that it does not meet, or say why in your own words.');
    await tick(grace, RULE);
    await write(grace, 'In your own words, for the applicant', NOTE);
    await press(grace, 'Mark 2 applications');
    await expectWords(grace, '2 applications were marked “Not eligible”.');
    await expectHeading(grace, 'What was done');
  });

  test('puts them back, and marks them again', async () => {
    await press(grace, 'Put it back');
    await expectWords(grace, '2 applications were put back as they were.');
    await follow(grace, 'Back to the list');
    await write(grace, 'Search', 'damp');
    await press(grace, 'Show');
    await press(grace, 'Check all that match');
    await expectWords(grace, '1 application is chosen.');
    await choose(grace, /^It is not eligible/);
    await tick(grace, RULE);
    await write(grace, 'In your own words, for the applicant', NOTE);
    await press(grace, 'Mark 1 application');
    await follow(grace, 'Back to the list');
    await grace.page.getByLabel('Eligibility check').selectOption({ label: 'Not eligible (1)' });
    await press(grace, 'Show');
    expect(await titles()).toEqual(['Damp detectives']);
  });

  test('saves what she found as a file that every program can open', async () => {
    await press(grace, 'Save as a file: all that match');
    await expectWords(grace, `1 application of “${CALL}”.`);
    await choose(grace, /^Table of text/);
    const [download] = await Promise.all([
      grace.page.waitForEvent('download'),
      grace.page.getByRole('button', { name: 'Save the file' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^social-innovation-applications-\d{4}-\d\d-\d\d\.csv$/);
    const text = readFileSync(await download.path(), 'utf8');
    expect(text.startsWith('\ufeffReference,State,Project,')).toBe(true);
    for (const part of ['Damp detectives', RULE, NOTE, 'GBP']) expect(text).toContain(part);
    await Promise.all([grace.page.waitForEvent('load'), grace.page.reload()]);
    await choose(grace, /^Spreadsheet/);
    const [sheet] = await Promise.all([
      grace.page.waitForEvent('download'),
      grace.page.getByRole('button', { name: 'Save the file' }).click(),
    ]);
    expect(sheet.suggestedFilename()).toMatch(/\.xlsx$/);
    // A spreadsheet is a ZIP archive; its cells are read back in the test of the export.
    expect(
      readFileSync(await sheet.path())
        .subarray(0, 4)
        .toString('latin1'),
    ).toBe('PK\u0003\u0004');
    await Promise.all([grace.page.waitForEvent('load'), grace.page.reload()]);
    expect(await grace.page.getByRole('cell', { name: 'Narrowed down' }).count()).toBe(2);
  });

  test('sends the letter once the day of the plan has come, and no second one', async () => {
    const list = grace.page.url();
    // The plan ends the check two days after the closing; which weekday that is hangs on today.
    portal.moveTo(Date.now() + 7 * DAY);
    await become(grace, 'Grace Okafor');
    await go(grace, list);
    await follow(grace, 'All applications');
    await follow(grace, 'Letters about the check');
    await expectWords(grace, '1 person is told that the call is not for their idea');
    await press(grace, 'Send 1 letter');
    await expectWords(grace, '1 letter is on its way.', 'No letter is waiting.');
    await openLetter(grace, /this call is not for your idea$/);
  });

  test('and the applicant reads why, and what else could help', async () => {
    const yonas = await visit(browser, portal.url, true);
    await become(yonas, 'Yonas Tesfay');
    await follow(yonas, /Damp detectives/);
    await expectWords(
      yonas,
      'This call is not for your idea. We say why, and what else could help.',
      NOTE,
      `This sentence of the call does not fit: “${RULE}”`,
      'This says nothing about how good your idea is.',
    );
    await yonas.leave();
  });
});
