import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { become, expectAccessible, openBrowser, type Visitor, visit } from './browser.ts';
import { type RunningPortal, startPortal } from './portal.ts';
import {
  choose,
  expectHeading,
  expectWords,
  follow,
  go,
  press,
  stepByStep,
  tick,
  typeCodeShown,
  write,
} from './steps.ts';
import { storyUntil } from './story-folder.ts';

const CALL = 'Ideas for a friendlier city';
const GROUP = 'Sparkbrook Steps';

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
])('finance maker and checker, %s', (_, withScripts) => {
  stepByStep();
  let portal: RunningPortal;
  let shazia: Visitor;
  let daniel: Visitor;
  let harpreet: Visitor;
  let money: string;

  beforeAll(async () => {
    portal = await startPortal({}, storyUntil('award'));
    shazia = await visit(browser, portal.url, withScripts);
    daniel = await visit(browser, portal.url, withScripts);
    harpreet = await visit(browser, portal.url, withScripts);
  });

  afterAll(async () => {
    for (const visitor of [shazia, daniel, harpreet]) await visitor.leave();
    await portal.stop();
  });

  test('a group that was late is offered its award again, and accepts', async () => {
    const grace = await visit(browser, portal.url, withScripts);
    await become(grace, 'Grace Okafor');
    await follow(grace, CALL);
    await follow(grace, 'Awards and mentors');
    await press(grace, `Offer again to ${GROUP}`);
    await expectWords(grace, 'The offer stands again for 14 days.');
    await grace.leave();
    await become(shazia, 'Shazia Mahmood');
    await follow(shazia, 'Walk after drop-off');
    await follow(shazia, 'Read your agreement');
    await write(shazia, 'Your name', 'Shazia Mahmood');
    await tick(shazia, 'I have read the agreement and I agree to it.');
    await press(shazia, 'Accept the award');
    await expectWords(shazia, /^You have accepted\./);
  });

  test('says where the money goes, with numbers that belong together', async () => {
    await follow(shazia, 'Your money');
    money = shazia.page.url();
    await follow(shazia, 'Tell us where the money goes');
    await choose(shazia, /^Our own account/);
    await write(shazia, 'Name on the account', 'Sparkbrook Steps');
    await write(shazia, 'Sort code', '12-34');
    await write(shazia, 'Account number', '66374958');
    await press(shazia, 'Save');
    await expectWords(shazia, 'Please look at this again', /^A sort code has six numbers/);
    expect(await shazia.page.getByLabel('Account number').inputValue()).toBe('66374958');
    await write(shazia, 'Sort code', '08-99-99');
    await press(shazia, 'Save');
    await expectWords(shazia, 'Saved. Thank you.');
    expect(await shazia.page.getByText('66374958').count()).toBe(0);
  });

  test('confirms it with the code from her mailbox, as no details are paid before', async () => {
    await expectWords(shazia, 'Please confirm where the money goes, with the code in your e-mail.');
    await typeCodeShown(shazia, 'Confirm');
    await expectWords(shazia, 'Confirmed. Thank you.');
  });

  test('the maker books more money, once for each line of the statement', async () => {
    await become(daniel, 'Daniel Whitehouse');
    await expectAccessible(daniel);
    await follow(daniel, CALL);
    for (const attempt of ['first', 'second']) {
      await follow(daniel, 'Book more money');
      await write(daniel, 'How much came in?', '1,000');
      await write(daniel, 'Reference on the bank statement', 'Line 7');
      await write(daniel, 'How do you know that it came?', `Statement of today, seen a ${attempt} time.`);
      await press(daniel, 'Book this money');
      if (attempt === 'second') break;
      await expectWords(daniel, 'The money is in the books.');
    }
    await expectWords(daniel, 'This line of the statement is already in the books.');
    await follow(daniel, 'The books');
  });

  test('the maker prepares the payment and cannot approve it', async () => {
    await press(daniel, 'Prepare and send for approval');
    await expectWords(daniel, 'Tick at least one payment.');
    await tick(daniel, new RegExp(`^${GROUP}, part 1: £1,760`));
    await press(daniel, 'Prepare and send for approval');
    await expectWords(daniel, 'One payment is prepared. Somebody else must approve now.');
    await follow(daniel, `Look at the payment for ${GROUP}, part 1`);
    await expectHeading(daniel, `Payment for ${GROUP}`);
    await expectWords(daniel, 'You prepared this payment, so somebody else must approve it.');
    expect(await daniel.page.getByRole('button', { name: 'Approve this payment' }).count()).toBe(0);
  });

  test('the checker approves exactly what she sees', async () => {
    await become(harpreet, 'Harpreet Gill');
    await follow(harpreet, `Check and approve £1,760 for ${GROUP}`);
    await press(harpreet, 'Approve this payment');
    await expectWords(harpreet, 'Approved.');
  });

  test('the bank file is the same at every download', async () => {
    await go(daniel, '/finance');
    await follow(daniel, /^Put one payment of .+ into a bank file$/);
    await press(daniel, 'Make the bank file');
    await expectWords(daniel, 'The file is made. Its money is set aside.');
    const [first, second] = [
      await download('Download for the bank (XML)'),
      await download('Download for the bank (XML)'),
    ];
    expect(first).toMatch(/^<\?xml/);
    expect(first).toContain('<InstdAmt Ccy="GBP">1760.00</InstdAmt>');
    expect(second).toBe(first);
    expect(await download('Download as a table (CSV)')).toContain('1760');
  });

  test('the bank has the file, and the group hears that its money is on its way', async () => {
    await press(daniel, 'The bank has the file');
    await expectWords(daniel, 'Look at the bank statement first, then tick the box.');
    await tick(daniel, 'I have given the file to the bank.');
    await press(daniel, 'The bank has the file');
    await expectWords(daniel, 'The bank has the file. Everybody in it has a message.');
    await go(shazia, money);
    await expectWords(shazia, 'The bank has it. It should arrive in about three working days.');
  });

  test('the payment is marked as paid, with how that is known', async () => {
    await follow(harpreet, 'The books');
    await follow(harpreet, /^CP/);
    await press(harpreet, 'Mark all as paid');
    await expectWords(harpreet, 'Please look at this again');
    await write(harpreet, 'How do you know?', 'Statement of today, line 12.');
    await press(harpreet, 'Mark all as paid');
    await expectWords(harpreet, 'Marked as paid.');
    await go(shazia, money);
    await expectWords(shazia, /^Paid on /);
  });

  async function download(link: string): Promise<string> {
    const address = await daniel.page.getByRole('link', { name: link, exact: true }).getAttribute('href');
    return (await daniel.page.request.get(address ?? '')).text();
  }
});
