import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { markFileSent } from '#app/grant/payment/commands/mark-file-sent.server.ts';
import { markSettled } from '#app/grant/payment/commands/mark-settled.server.ts';
import { inFile, must, readyToPay } from '#app/grant/payment/trial-payment.testing.ts';
import { DAY } from '#app/kernel/instant.ts';
import { expectAccessible, openBrowser, type Visitor, visit } from './browser.ts';
import { type RunningPortal, startPortal } from './portal.ts';
import { expectHeading, expectWords, follow, go, press, signIn, stepByStep, tick, write } from './steps.ts';
import { worldOf } from './trial-folder.ts';

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
])('an auditor, %s', (_, withScripts) => {
  stepByStep();
  const trial = readyToPay();
  const { payoutId, fileId } = inFile(trial);
  must(markFileSent(trial.as.finn(), fileId));
  must(markSettled(trial.as.finn(), payoutId, 'Statement of March, line 7'));
  let portal: RunningPortal;
  let finn: Visitor;
  let ava: Visitor;

  beforeAll(async () => {
    portal = await startPortal({}, worldOf(trial.world));
    // Books opened in one month, read in the next.
    portal.moveTo(trial.world.now() + 31 * DAY);
    [finn, ava] = [await visit(browser, portal.url, withScripts), await visit(browser, portal.url, withScripts)];
    await go(finn, '/sign-in');
    await signIn(finn, 'finn@people.example');
  });

  afterAll(async () => {
    for (const visitor of [finn, ava]) await visitor?.leave();
    await portal?.stop();
  });

  test('finance locks a month after a second look at it', async () => {
    await go(finn, `/finance/calls/${trial.call.id}`);
    await follow(finn, 'Month by month');
    await finn.page.getByRole('listitem').filter({ hasText: 'Open' }).getByRole('link').last().click();
    await finn.page.waitForLoadState();
    await expectWords(finn, /^It balances/, 'Amina and friends', 'Line 4 of the March statement');
    await press(finn, 'Lock');
    await expectWords(finn, 'Tick the box to go on.');
    await expectAccessible(finn);
    await tick(finn, 'I have compared the account at the bank with these numbers.');
    await press(finn, 'Lock');
    await expectWords(finn, 'The month is locked.', /^Locked by Finn on /);
  });

  test('finance asks somebody from outside, and nobody who works there', async () => {
    await go(finn, '/finance');
    await follow(finn, /^Auditors of /);
    await write(finn, 'Name', 'Farah');
    await write(finn, 'E-mail address', 'farah@people.example');
    await press(finn, 'Ask');
    await expectWords(finn, 'Whoever works for a partner does not audit it.');
    await expectAccessible(finn);
    await write(finn, 'Name', 'Ava');
    await write(finn, 'E-mail address', 'ava@audit.example');
    await press(finn, 'Ask');
    await expectWords(finn, 'Asked. A letter is on its way.', /^Reads now, until /);
  });

  test('the auditor sees who stood behind each payment, and every posting', async () => {
    await go(ava, '/sign-in?next=/audit');
    await signIn(ava, 'ava@audit.example');
    await expectHeading(ava, 'Audit');
    await follow(ava, trial.call.title);
    await expectWords(ava, 'Amina and friends', 'Arrived', 'Finn', 'Farah', 'Statement of March, line 7');
    await follow(ava, 'Month by month');
    await ava.page.getByRole('listitem').filter({ hasText: 'Locked' }).getByRole('link').click();
    await ava.page.waitForLoadState();
    await expectWords(ava, /^It balances/, /^Locked by Finn on /);
    await expectAccessible(ava);
    const [file] = await Promise.all([
      ava.page.waitForEvent('download'),
      ava.page.getByRole('link', { name: 'Download as CSV' }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^\d{4}-\d\d\.csv$/);
  });

  test('changes nothing, and cannot look elsewhere', async () => {
    expect(await ava.page.getByRole('button', { name: 'Lock' }).count()).toBe(0);
    for (const page of ['/finance', `/finance/calls/${trial.call.id}`, `/finance/payouts/${payoutId}`]) {
      const answer = await ava.page.goto(page);
      expect(answer?.status(), page).toBe(404);
    }
  });

  test('finance reads what was opened, and ends the audit', async () => {
    await go(finn, `/finance/auditors/${trial.call.partnerId}`);
    await finn.page.locator('summary', { hasText: 'What she opened' }).click();
    await expectWords(finn, /^The postings of \d{4}-\d\d of /, /^The month \d{4}-\d\d of /, /^Payments of /);
    await expectAccessible(finn);
    await press(finn, 'End this audit');
    await expectWords(finn, 'The audit has ended.', /^Ended by Finn on /);
    const answer = await ava.page.goto('/audit');
    expect(answer?.status()).toBe(404);
  });
});
