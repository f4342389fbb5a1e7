import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decisionLetter } from '#app/words/en/decision-letter.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { become, openBrowser, type Visitor, visit } from './browser.ts';
import { englishLeftOn } from './english-left-on.ts';
import { type RunningPortal, startPortal } from './portal.ts';
import {
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
const arabic = wordsIn('ar').words;
const OWN_WORDS = 'Thank you. Please come and talk to us on Friday.';
/** What a member reads about herself on her panel’s page. */
const HER_PAGES = [/^Practi[sc]e/, 'Your hours and your pay', 'Your time, your pay, your languages'];
const DESK_PAGES = [
  'What the panel asks and gives',
  'How this panel ranks',
  'Names, needs and reminders',
  'Hours and pay',
];

/** Enough for a quorum, with the share of participants that the call promises. */
const PRESENT = ['Bo Leung', 'Nadia Rezai', 'Helen Marsh'];
const LEAVES = 'Emily Barton';

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
])('a manager, from giving out to telling everybody, %s', (_, withScripts) => {
  stepByStep();
  let portal: RunningPortal;
  let grace: Visitor;
  let bo: Visitor;
  /** Where the manager’s desk for the panel is. */
  let panel: string;
  /** Of a letter with good news, and with what the panel wrote. */
  let subject: string;

  const toPanel = () => go(grace, panel);
  const arrive = async (name: string) => {
    const visitor = await visit(browser, portal.url, withScripts);
    await become(visitor, name);
    return visitor;
  };

  beforeAll(async () => {
    portal = await startPortal({}, storyUntil('panel'));
    grace = await arrive('Grace Okafor');
    bo = await arrive('Bo Leung');
  });

  afterAll(async () => {
    for (const visitor of [grace, bo]) await visitor?.leave();
    await portal?.stop();
  });

  test('sees who would read what before anybody else, and gives it out', async () => {
    await go(grace, '/staff');
    await follow(grace, CALL);
    await follow(grace, 'The panel');
    panel = grace.page.url();
    await follow(grace, 'Who reads what');
    await expectWords(grace, 'Nothing is given out yet.', 'This is only a plan.');
    await press(grace, 'Give out as shown');
    await expectWords(grace, 'It is given out.', 'Given out last on', 'Nothing new to give out.');
    await follow(grace, 'Share out again what nobody has begun');
    await expectHeading(grace, 'Who reads what');
  });

  test('loses a reader to whom one application is too close, and does not ask why', async () => {
    await go(bo, '/panel');
    await follow(bo, CALL);
    const work = bo.page.url();
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
    for (const page of HER_PAGES) {
      await go(bo, work);
      await follow(bo, page);
    }
    await toPanel();
    await follow(grace, 'Who is tied to whom');
    await expectWords(grace, 'The member gave it back. We do not ask why.');
  });

  test('loses a whole member, and shares out what she leaves', async () => {
    const leaver = await arrive(LEAVES);
    await go(leaver, '/panel');
    await follow(leaver, CALL);
    await leaver.page.getByText('You cannot go on?').click();
    await tick(leaver, 'I want to leave this panel.');
    await press(leaver, 'Leave the panel');
    await expectWords(leaver, 'You have left the panel. Thank you for your help.');
    await leaver.leave();
    await toPanel();
    await follow(grace, 'Who reads what');
    await expectWords(grace, 'This is only a plan.');
    await press(grace, 'Give out as shown');
    await expectWords(grace, 'It is given out.', 'Nothing new to give out.');
    expect(await grace.page.getByRole('table').first().innerText()).not.toContain(LEAVES);
  });

  test('follows who has not finished, and reminds them', async () => {
    await toPanel();
    await expectWords(grace, 'Who has not finished');
    await press(grace, /^Remind all \d+$/);
    await expectWords(grace, /reminders are on their way\.$/, 'Reminded less than a day ago');
    for (const page of DESK_PAGES) {
      await toPanel();
      await follow(grace, page);
    }
  });

  test('ends the scoring, which nobody can undo', async () => {
    await toPanel();
    await press(grace, 'End scoring');
    await expectWords(grace, 'Tick this box if you are sure.');
    await tick(grace, /^I want to end scoring. I cannot undo this./);
    await press(grace, 'End scoring');
    await expectWords(grace, 'Scoring has ended. You can decide the shortlist now.');
  });

  test('looks at the ranking, and where the scores cannot tell', async () => {
    await toPanel();
    await follow(grace, 'See how sure the ranking is');
    await expectHeading(grace, 'The ranking');
    await expectWords(grace, /^Method: /, 'Where the line is', 'How this was calculated');
  });

  test('lets the panel talk about them, and keeps the record of the meeting', async () => {
    await toPanel();
    await follow(grace, 'Panel meeting');
    await press(grace, 'Open the meeting');
    for (const name of PRESENT) await press(grace, `${name} is here`);
    await press(grace, /^Begin: /);
    const title = await grace.page.getByRole('heading', { level: 2 }).first().innerText();
    await grace.page.getByText('End the meeting').first().click();
    await tick(grace, 'I want to end the meeting');
    await press(grace, 'End the meeting');
    await expectWords(grace, 'The meeting has ended. The record is ready.', title);
  });

  test('chooses in private, as the ranking proposes and one otherwise', async () => {
    await toPanel();
    await follow(grace, 'See the ranking and decide');
    await write(grace, 'Choose the best', '6');
    await press(grace, 'Fill in the choices');
    await expectWords(grace, 'The choices are filled in. Look at each one before you go on.');
    expect(await grace.page.getByRole('radio', { name: 'Yes', checked: true }).count()).toBeGreaterThanOrEqual(6);
    await press(grace, 'Give everybody a reason');
    await grace.page.getByRole('row').last().getByRole('radio', { name: 'Yes' }).check();
    await press(grace, 'Save this page');
    await expectWords(grace, 'Saved. Nobody outside sees it.');
    await write(grace, 'Choose the best', '5');
    await press(grace, 'Only show it');
    await expectWords(grace, /^With 5 places the ranking takes \d+\./);
  });

  test('reads the letters, and changes one', async () => {
    await follow(grace, 'Go on to the check');
    await follow(grace, 'Read the letters');
    const letters = grace.page.getByRole('article');
    // Not everybody was written about in English: half is not scored, and letters are in the language of their group.
    const writtenAbout = letters.filter({ hasText: decisionLetter.strengths });
    subject = await writtenAbout.first().getByRole('heading', { level: 2 }).innerText();
    const [letter] = await letters.filter({ hasNotText: subject }).all();
    await letter?.locator('summary').click();
    await letter?.getByLabel('The letter', { exact: true }).fill(OWN_WORDS);
    await Promise.all([
      grace.page.waitForEvent('load'),
      letter?.getByRole('button', { name: 'Save this letter' }).click(),
    ]);
    await expectWords(grace, 'The letter is saved.', 'Changed by hand', OWN_WORDS);
  });

  test('locks the decision, which only somebody else can confirm', async () => {
    await follow(grace, 'Check, lock and tell');
    const check = grace.page.url();
    await press(grace, 'Lock the decision');
    await expectWords(grace, 'Please look at this again');
    await tick(grace, 'I have read the decisions and the letters.');
    await press(grace, 'Lock the decision');
    await expectWords(grace, 'First say what you make of the fairness check.');
    await follow(grace, 'Look at the fairness check');
    await write(grace, 'Your answer', 'We looked at it together. Video groups are few, so we read them twice.');
    await press(grace, 'Keep this answer');
    await expectWords(grace, 'You have answered. You can go on to the decision.');
    await go(grace, check);
    await tick(grace, 'I have read the decisions and the letters.');
    await press(grace, 'Lock the decision');
    await expectWords(grace, 'Now somebody else must confirm it. We have written to everybody who can.');
    expect(await grace.page.getByRole('button', { name: 'Confirm the decision' }).count()).toBe(0);
    const harpreet = await arrive('Harpreet Gill');
    await go(harpreet, '/finance');
    await follow(harpreet, `Look at the shortlist of “${CALL}” and confirm it`);
    await tick(harpreet, 'I have looked at the decisions and the letters. I agree.');
    await press(harpreet, 'Confirm the decision');
    await expectWords(harpreet, /^Confirmed by Harpreet Gill, /);
    expect(await harpreet.page.getByRole('button', { name: 'Send all letters' }).count()).toBe(0);
    await harpreet.leave();
  });

  test('tells everybody at once', async () => {
    await go(grace, grace.page.url());
    await tick(grace, 'Tell everybody now. I cannot undo this.');
    await press(grace, 'Send all letters');
    await expectWords(grace, 'The shortlist is decided. Every group gets a message.');
    await follow(grace, 'The shortlist');
    await expectWords(grace, /^Grace Okafor decided this on /);
    await openLetter(grace, subject);
    await expectWords(grace, 'What the people on the panel wrote');
  });

  test('and a group reads what was decided, and why', async () => {
    const amina = await arrive('Amina Osman');
    await follow(amina, 'The Saturday health table');
    await follow(amina, 'Read the decision and what the panel wrote');
    await expectHeading(amina, 'The decision about your application');
    // Her letter is in Arabic.
    await expectWords(amina, 'What happens next', 'What the people on the panel wrote', 'What the panel liked');
    await follow(amina, 'العربية');
    await expectHeading(amina, arabic.decisionPage.title);
    await expectWords(amina, arabic.decisionPage.nextTitle, arabic.decisionLetter.feedbackWords);
    expect(await englishLeftOn(amina.page)).toEqual([]);
    await follow(amina, arabic.decisionPage.record);
    await expectHeading(amina, arabic.panelRecord.title);
    expect(await englishLeftOn(amina.page)).toEqual([]);
    await amina.leave();
  });
});
