import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MINUTE } from '#app/kernel/instant.ts';
import { become, expectAccessible, openBrowser, type Visitor, visit } from './browser.ts';
import { type RunningPortal, startPortal } from './portal.ts';
import {
  choose,
  expectHeading,
  expectWords,
  fillDetails,
  follow,
  followThis,
  go,
  openLetter,
  press,
  signIn,
  stepByStep,
  write,
} from './steps.ts';
import { storyUntil } from './story-folder.ts';

const CALL = 'Ideas for a friendlier city';
const ANSWERS = [
  ['What do you want to do?', 'On Fridays we cook together in the church kitchen, and everybody takes a meal home.'],
  ['Why is it needed?', 'In our street many people eat alone. My neighbour told me she had not had a guest since May.'],
  ['Who will take part, and what will they decide?', 'Twelve women from six countries. We choose the dishes together.'],
  ['What will you do first, and after that?', 'In May we buy pots. In June we start. In autumn others take over.'],
  ['What will you spend the money on?', 'Food 900, kitchen 600, childcare 500, pots 200.'],
] as const;

let portal: RunningPortal;
let browser: Browser;

beforeAll(async () => {
  portal = await startPortal({}, storyUntil('call'));
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await portal.stop();
});

describe.each([
  ['with scripts', true],
  ['without scripts', false],
])('an applicant in writing, %s', (_, withScripts) => {
  stepByStep();
  const email = `samira-${withScripts ? 'with' : 'without'}-scripts@example.org`;
  let samira: Visitor;
  let application: string;

  beforeAll(async () => {
    samira = await visit(browser, portal.url, withScripts);
  });

  afterAll(async () => {
    await samira.leave();
  });

  test('reads the call and every question before anybody asks who she is', async () => {
    await go(samira, '/');
    await follow(samira, 'See what you can apply for');
    await follow(samira, CALL);
    await expectWords(samira, 'We ask for no immigration papers.');
    await follow(samira, 'Read all questions');
    for (const [question] of ANSWERS) await samira.page.getByRole('heading', { name: question, exact: true }).waitFor();
  });

  test('signs in with a code from an e-mail, and says what she is called', async () => {
    await follow(samira, 'Start your application');
    await write(samira, 'Your e-mail address', 'samira at home');
    await press(samira, 'Send me a code');
    await expectWords(samira, 'Please look at this again', /Enter an e-mail address/);
    await signIn(samira, email, 'Samira Haddad');
    await expectHeading(samira, 'Start your application');
    await press(samira, 'Start now');
    await expectHeading(samira, 'Your application');
    application = samira.page.url();
  });

  test('says who she is and what she wants to do', async () => {
    await follow(samira, /^About you and your idea/);
    await fillDetails(samira);
    await write(samira, 'How much money do you need?', 'about two thousand');
    await press(samira, 'Save and go to the list');
    await expectWords(samira, 'Please look at this again');
    expect(await samira.page.getByRole('textbox', { name: 'Name of your group' }).inputValue()).toBe('Friday Table');
    await write(samira, 'How much money do you need?', '2,200');
    await choose(samira, 'We would hold it ourselves');
    if (withScripts) await samira.page.getByLabel('Name of that organisation').waitFor({ state: 'hidden' });
    await choose(samira, 'Another organisation would hold it for us');
    await write(samira, 'Name of that organisation', 'St Mark’s Trust');
    await press(samira, 'Save and go to the list');
    await expectHeading(samira, 'Your application');
  });

  test.runIf(withScripts)('finds what she typed again, although nobody pressed save', async () => {
    await follow(samira, /^1\. What do you want to do\?/);
    await write(samira, /^Your answer/, ANSWERS[0][1]);
    await expectWords(samira, /^Saved /, /^\d+ of \d+ words$/);
    await samira.page.reload();
    expect(await answerOf(samira)).toBe(ANSWERS[0][1]);
  });

  test.runIf(withScripts)('keeps writing while the connection is gone', async () => {
    await samira.context.setOffline(true);
    await write(samira, /^Your answer/, `${ANSWERS[0][1]} Come and eat.`);
    await expectWords(samira, 'Not saved yet. We will try again.');
    await samira.context.setOffline(false);
    await expectWords(samira, /^Saved /);
    await go(samira, application);
  });

  test.runIf(withScripts)('is asked before she leaves unsent words on the device, and leaves none behind', async () => {
    const unsent = () => samira.page.evaluate(() => Object.keys(localStorage).filter((key) => /^unsaved /.test(key)));
    const signOut = samira.page.getByRole('button', { name: 'Sign out', exact: true });
    await follow(samira, /^1\. What do you want to do\?/);
    await samira.context.route('**/autosave', (route) => route.abort('connectionreset'));
    await write(samira, /^Your answer/, 'Words that cannot be sent.');
    await expectWords(samira, 'Not saved yet. We will try again.');
    const askedFirst = samira.page.waitForEvent('dialog');
    const pressedFirst = signOut.click();
    await (await askedFirst).dismiss();
    await pressedFirst;
    expect(await unsent()).toHaveLength(1);
    const askedAgain = samira.page.waitForEvent('dialog');
    const signedOut = samira.page.waitForURL('/');
    const pressedAgain = signOut.click();
    await (await askedAgain).accept();
    await Promise.all([pressedAgain, signedOut]);
    expect(await unsent()).toEqual([]);
    await samira.context.unroute('**/autosave');
    await go(samira, '/sign-in');
    await signIn(samira, email);
    await go(samira, application);
  });

  test('writes in two windows and loses neither text', async () => {
    await follow(samira, /^2\. Why is it needed\?/);
    const other: Visitor = { ...samira, page: await samira.context.newPage() };
    await other.page.goto(samira.page.url());
    await write(other, /^Your answer/, 'Written in the other window.');
    await press(other, 'Save and go to the list');
    await other.page.close();

    await write(samira, /^Your answer/, ANSWERS[1][1]);
    if (!withScripts) await press(samira, 'Save and go to the list');
    await expectWords(samira, 'This was changed in another window', 'Written in the other window.');
    expect(await answerOf(samira)).toBe(ANSWERS[1][1]);
    await expectAccessible(samira);
    if (withScripts) {
      await samira.page.getByRole('button', { name: 'Keep what I wrote here' }).click();
      await expectWords(samira, /^Saved /);
    }
    await press(samira, 'Save and go to the list');
    await expectHeading(samira, 'Your application');
  });

  test('is led to every gap when she sends too early, and keeps her words', async () => {
    await follow(samira, 'Check and send');
    await press(samira, 'Send my application');
    await expectWords(samira, 'Something is still missing. The list below leads you there.', ANSWERS[1][1]);
    const gaps = samira.page.getByRole('link', { name: /^Answer question/ });
    for (let left = await gaps.count(); left > 0; left -= 1) {
      await followThis(samira, gaps.first());
      const question = await samira.page.getByRole('heading', { level: 1 }).innerText();
      await write(samira, /^Your answer/, ANSWERS.find(([asked]) => asked === question)?.[1] ?? '');
      await press(samira, 'Save and go to the list');
      await follow(samira, 'Check and send');
    }
    await expectWords(samira, 'Everything is there.');
  });

  test('sends it, and has a receipt on the screen and in her mail', async () => {
    await press(samira, 'Send my application');
    await expectHeading(samira, 'We have your application');
    await expectWords(samira, `We have sent a receipt to ${email}.`);
    const reference = await samira.page.locator('.receipt-reference').innerText();
    expect(reference).toMatch(/^SI-[0-9A-Z]{6}$/);
    await follow(samira, 'Print or read everything');
    await expectHeading(samira, `Application ${reference}`);
    await expectWords(samira, ANSWERS[4][1], 'St Mark’s Trust');
    await expectReceiptInTheOutbox(`We have your application ${reference}`);
  });

  test('takes it back, after she was asked whether she is sure', async () => {
    await go(samira, application);
    await follow(samira, 'Take back this application');
    await expectHeading(samira, 'Take back your application?');
    await write(samira, 'Would you like to tell us why?', 'We found a kitchen for nothing.');
    await press(samira, 'Yes, take it back');
    await expectHeading(samira, 'Your applications');
    await expectWords(samira, 'Taken back');
  });

  test('is told when the call closed if she comes too late, and finds her words again', async () => {
    const facts = await samira.page.request.get('/calls/social-innovation/facts.json');
    const closesAt = Date.parse((await facts.json()).window.closesAt);
    portal.moveTo(closesAt - 5 * MINUTE);
    const lina = await visit(browser, portal.url, withScripts);
    await lina.page.goto('/apply/start/social-innovation');
    await signIn(lina, `lina-${email}`, 'Lina');
    await press(lina, 'Start now');
    await follow(lina, /^1\. What do you want to do\?/);
    await write(lina, /^Your answer/, 'We mend bicycles.');
    await press(lina, 'Save and go to the list');
    await follow(lina, 'Check and send');
    portal.moveTo(closesAt + MINUTE);
    await press(lina, 'Send my application');
    await expectWords(lina, /^The call closed .+, so we cannot take your application\./, 'We mend bicycles.');
    portal.moveTo(Date.now());
    await lina.leave();
  });

  async function answerOf(visitor: Visitor): Promise<string> {
    return visitor.page.getByRole('textbox', { name: /^Your answer/ }).inputValue();
  }

  async function expectReceiptInTheOutbox(subject: string): Promise<void> {
    const grace = await visit(browser, portal.url, withScripts);
    await become(grace, 'Grace Okafor');
    await openLetter(grace, subject);
    await expectWords(grace, email, /A table for everybody/);
    await grace.leave();
  }
});
