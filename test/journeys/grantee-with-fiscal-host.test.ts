import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { become, expectAccessible, openBrowser, type Visitor, visit } from './browser.ts';
import { linkMailed } from './link-mailed.ts';
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
const HOST = 'Harbour Trust';
const HOST_EMAIL = 'ruth@harbour-trust.example';

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
])('a group whose money another organisation holds, %s', (_, withScripts) => {
  stepByStep();
  let portal: RunningPortal;
  let shazia: Visitor;
  let ruth: Visitor;
  let daniel: Visitor;
  let harpreet: Visitor;
  let money: string;
  let link: string;

  beforeAll(async () => {
    portal = await startPortal({}, storyUntil('award'));
    shazia = await visit(browser, portal.url, withScripts);
    ruth = await visit(browser, portal.url, withScripts);
    daniel = await visit(browser, portal.url, withScripts);
    harpreet = await visit(browser, portal.url, withScripts);
  });

  afterAll(async () => {
    for (const visitor of [shazia, ruth, daniel, harpreet]) await visitor.leave();
    await portal.stop();
  });

  test('the group accepts its award', async () => {
    const grace = await visit(browser, portal.url, withScripts);
    await become(grace, 'Grace Okafor');
    await follow(grace, CALL);
    await follow(grace, 'Awards and mentors');
    await press(grace, `Offer again to ${GROUP}`);
    await grace.leave();
    await become(shazia, 'Shazia Mahmood');
    await follow(shazia, 'Walk after drop-off');
    await follow(shazia, 'Read your agreement');
    await write(shazia, 'Your name', 'Shazia Mahmood');
    await tick(shazia, 'I have read the agreement and I agree to it.');
    await press(shazia, 'Accept the award');
    await expectWords(shazia, /^You have accepted\./);
  });

  test('chooses a host, and sees what it keeps before agreeing', async () => {
    await follow(shazia, 'Your money');
    money = shazia.page.url();
    await follow(shazia, 'Tell us where the money goes');
    await choose(shazia, /^An organisation that holds our money/);
    await write(shazia, 'Name of the organisation', HOST);
    await write(shazia, 'E-mail of somebody there', HOST_EMAIL);
    await choose(shazia, 'Yes, some percent');
    await write(shazia, 'How much does it keep?', '5');
    await write(shazia, 'Name on the account', HOST);
    await write(shazia, 'Sort code', '08-99-99');
    await write(shazia, 'Account number', '66374958');
    await expectAccessible(shazia);
    await press(shazia, 'Save');
    await expectWords(shazia, /^£1,760 – Harbour Trust keeps £88 – you get £1,672\./);
    await expectAccessible(shazia);
    await tick(shazia, 'I have looked at what the organisation keeps, and what we get.');
    await press(shazia, 'Save');
    await expectWords(shazia, 'Saved. Thank you.');
    await typeCodeShown(shazia, 'Confirm');
    await expectWords(
      shazia,
      'Confirmed. Thank you.',
      'The organisation that holds your money must say yes first. It has an e-mail from us.',
    );
    await expectAccessible(shazia);
  });

  test('the host reads the facts behind its link and says yes, on a device without an account', async () => {
    link = await linkMailed(portal, HOST_EMAIL, /\/host\/[0-9a-z]{32}/);
    await go(ruth, link);
    await expectHeading(ruth, 'Will you hold this money?');
    await expectWords(ruth, GROUP, '£1,760', '£88', '£1,672');
    expect(await ruth.page.getByText('66374958').count()).toBe(0);
    await expectAccessible(ruth);
    await choose(ruth, 'Yes, we will hold this money');
    await press(ruth, 'Send the answer');
    await expectWords(ruth, 'Please look at this again');
    await write(ruth, 'Your name', 'Ruth Adeyemi');
    await press(ruth, 'Send the answer');
    await expectWords(ruth, 'You have said yes. Thank you. The group has a message.');
    expect(await ruth.page.getByRole('button', { name: 'Send the answer' }).count()).toBe(0);
    await expectAccessible(ruth);
    await go(shazia, money);
    expect(await shazia.page.getByText('must say yes first').count()).toBe(0);
  });

  test('the maker prepares the payment, and the checker reads whose account it is', async () => {
    await become(daniel, 'Daniel Whitehouse');
    await follow(daniel, CALL);
    await follow(daniel, 'Book more money');
    await write(daniel, 'How much came in?', '1,000');
    await write(daniel, 'Reference on the bank statement', 'Line 7');
    await write(daniel, 'How do you know that it came?', 'Statement of today.');
    await press(daniel, 'Book this money');
    await tick(daniel, new RegExp(`^${GROUP}, part 1: £1,760`));
    await press(daniel, 'Prepare and send for approval');
    await expectWords(daniel, 'One payment is prepared. Somebody else must approve now.');
    await become(harpreet, 'Harpreet Gill');
    await follow(harpreet, `Check and approve £1,760 for ${GROUP}`);
    await expectWords(harpreet, 'An organisation that holds our money for us (a fiscal host)', /£88 of £1,760/);
    await expectAccessible(harpreet);
    await press(harpreet, 'Approve this payment');
    await expectWords(harpreet, 'Approved.');
  });

  test('the host is paid, and the group reads so', async () => {
    await go(daniel, '/finance');
    await follow(daniel, /^Put one payment of .+ into a bank file$/);
    await press(daniel, 'Make the bank file');
    await tick(daniel, 'I have given the file to the bank.');
    await press(daniel, 'The bank has the file');
    await expectWords(daniel, 'The bank has the file. Everybody in it has a message.');
    await write(daniel, 'How do you know?', 'Statement of today, line 12.');
    await press(daniel, 'Mark all as paid');
    await expectWords(daniel, 'Marked as paid.');
    await go(shazia, money);
    await expectWords(shazia, /^Paid on /);
  });
});
