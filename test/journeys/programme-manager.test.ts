import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DAY } from '#app/kernel/instant.ts';
import { become, expectAccessible, openBrowser, type Visitor, visit } from './browser.ts';
import { localTime, planPitchDay } from './pitch-day-steps.ts';
import { type RunningPortal, startPortal } from './portal.ts';
import { choose, expectHeading, expectWords, follow, go, openLetter, press, stepByStep, tick, write } from './steps.ts';
import { storyUntil } from './story-folder.ts';

const SCORED_CALL = 'Ideas for a friendlier city';
const NEW_CALL = 'Small repairs, big welcome';
const OWN_WORDS = 'Thank you. Please come and talk to us on Friday.';
const QUESTION = 'What is broken, and who will mend it?';

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
])('a manager, %s', (_, withScripts) => {
  stepByStep();
  let portal: RunningPortal;
  let grace: Visitor;

  beforeAll(async () => {
    portal = await startPortal({}, storyUntil('panel'));
    grace = await visit(browser, portal.url, withScripts);
  });

  afterAll(async () => {
    await grace.leave();
    await portal.stop();
  });

  test('writes down the facts of a new call, and is asked for what is missing', async () => {
    await become(grace, 'Grace Okafor');
    await expectAccessible(grace);
    await follow(grace, 'Start a new call');
    await write(grace, 'What you offer', 'Money for tools, materials and lunch.');
    await press(grace, 'Make the draft');
    await expectWords(grace, 'Please look at this again', 'Write a title.');
    expect(await grace.page.getByLabel('What you offer').inputValue()).toBe('Money for tools, materials and lunch.');
    await write(grace, 'Title', NEW_CALL);
    await write(grace, 'In one or two sentences', 'Up to £3,000 for people who mend things together.');
    await write(grace, 'Who can apply', 'One person or a group.\nYou do not need a bank account.');
    await write(grace, 'Help that groups get besides money', 'A mentor for one year.');
    await write(grace, 'Themes', 'Housing\nCommunity');
    await write(grace, 'All the money there is', '10,000');
    await write(grace, 'The most that one group can ask for', '3,000');
    await write(grace, 'How many awards do you plan?', '5');
    await write(grace, 'Opening day and time', localTime(Date.now() - DAY));
    await write(grace, 'Closing day and time', localTime(Date.now() + 28 * DAY));
    await press(grace, 'Make the draft');
    await expectHeading(grace, NEW_CALL);
  });

  test('changes a question, moves another and adds one', async () => {
    await follow(grace, 'Questions');
    await follow(grace, 'Change question 1');
    await write(grace, 'The question', QUESTION);
    await write(grace, 'Longest answer, in words', 'many');
    await press(grace, 'Save the question');
    await expectWords(grace, 'Please look at this again');
    await write(grace, 'Longest answer, in words', '150');
    await press(grace, 'Save the question');
    await grace.page.getByRole('heading', { name: QUESTION }).waitFor();
    await press(grace, `Move “${QUESTION}” down`);
    await follow(grace, 'Add a question');
    await write(grace, 'The question', 'Who lends you a room?');
    await write(grace, 'Longest answer, in words', '60');
    await press(grace, 'Save the question');
    const labels = await grace.page.getByRole('main').getByRole('heading', { level: 2 }).allInnerTexts();
    expect(labels[1]).toBe(QUESTION);
    expect(labels.at(-1)).toBe('Who lends you a room?');
    await follow(grace, NEW_CALL);
    await follow(grace, 'What the panel scores');
    await follow(grace, NEW_CALL);
  });

  test('lets the portal propose the dates, and moves one', async () => {
    await follow(grace, 'The dates');
    await press(grace, 'Propose the dates that are missing');
    await expectWords(grace, 'Nothing is saved yet. Look at the dates, then save them.');
    await press(grace, 'Add another panel meeting');
    const panel = grace.page.getByRole('group', { name: 'The panel meets 2' });
    await panel.getByLabel('Day and time').fill(localTime(Date.now()));
    await press(grace, 'Save the dates');
    await expectWords(grace, 'Please look at this again', 'This comes after the closing. Choose a later time.');
    await expectAccessible(grace);
    await press(grace, 'Take away: The panel meets 2');
    await press(grace, 'Save the dates');
    await expectHeading(grace, NEW_CALL);
    await expectWords(grace, '8 dates');
  });

  test('is warned when the numbers do not add up, and mends them', async () => {
    await follow(grace, 'Publish');
    await expectWords(grace, 'The numbers do not add up: 5 awards of £3,000 are £15,000, and the pot is £10,000.');
    await follow(grace, NEW_CALL);
    await follow(grace, 'The facts');
    await write(grace, 'How many awards do you plan?', '3');
    await press(grace, 'Save the facts');
    await follow(grace, 'Publish');
    expect(await grace.page.getByText('The numbers do not add up').count()).toBe(0);
  });

  test('publishes it, which fixes what applicants are told', async () => {
    await press(grace, 'Publish and fix it');
    await expectWords(grace, 'Tick this box when you have read the preview.');
    await tick(grace, 'I have read the preview, and everything is right.');
    await press(grace, 'Publish and fix it');
    await expectWords(grace, 'Applicants see this call. What decides cannot change any more.');
    const call = grace.page.url();
    await follow(grace, 'See the public page');
    await expectWords(grace, 'Information session', 'Put these dates in your calendar');
    await follow(grace, 'Read all questions');
    await expectWords(grace, QUESTION);
    await go(grace, `${call}/edit`);
    expect(await grace.page.getByRole('button', { name: 'Save the facts' }).count()).toBe(0);
  });

  test('asks people to sit on its panel', async () => {
    await go(grace, '/staff');
    await follow(grace, NEW_CALL);
    await follow(grace, 'The panel');
    await write(grace, 'Name', 'Lan Tran');
    await write(grace, 'E-mail address', 'lan at home');
    await press(grace, 'Send the invitation');
    await expectWords(grace, 'Please look at this again');
    expect(await grace.page.getByLabel('E-mail address').inputValue()).toBe('lan at home');
    await write(grace, 'E-mail address', 'lan.tran@example.org');
    await choose(grace, /^Participant/);
    await press(grace, 'Send the invitation');
    await expectWords(grace, 'The invitation to Lan Tran is on its way.', /^Nobody has said yes yet\./);
  });

  test('ends the scoring of the call that closed', async () => {
    await go(grace, '/staff');
    await follow(grace, SCORED_CALL);
    await follow(grace, 'The shortlist');
    await expectWords(grace, 'You see the ranking when scoring has ended.');
    await follow(grace, 'The panel');
    await press(grace, 'End scoring');
    await expectWords(grace, 'Tick this box if you are sure.');
    await tick(grace, 'I want to end scoring. I cannot undo this.');
    await press(grace, 'End scoring');
    await expectWords(grace, 'Scoring has ended. You can decide the shortlist now.');
  });

  test('chooses in private, as the ranking proposes and one otherwise', async () => {
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
    const [letter] = await grace.page.getByRole('article').all();
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
    await press(grace, 'Lock the decision');
    await expectWords(grace, 'Please look at this again');
    await tick(grace, 'I have read the decisions and the letters.');
    await press(grace, 'Lock the decision');
    await expectWords(grace, 'First say what you make of the fairness check.');
    await follow(grace, 'Look at the fairness check');
    await write(grace, 'Your answer', 'We looked at it together. Video groups are few, so we read them twice.');
    await press(grace, 'Keep this answer');
    await expectWords(grace, 'You have answered. You can go on to the decision.');
    await follow(grace, 'The shortlist');
    await follow(grace, 'Go on to the check');
    await tick(grace, 'I have read the decisions and the letters.');
    await press(grace, 'Lock the decision');
    await expectWords(grace, 'Now somebody else must confirm it. We have written to everybody who can.');
    expect(await grace.page.getByRole('button', { name: 'Confirm the decision' }).count()).toBe(0);
    const check = grace.page.url();
    const harpreet = await visit(browser, portal.url, withScripts);
    await become(harpreet, 'Harpreet Gill');
    await go(harpreet, check);
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
    await openLetter(grace, /^Good news about /);
    await expectWords(grace, 'What the people on the panel wrote');
  });

  test('plans the pitch day, prints the sheets and freezes the vote', async () => {
    const codes = await planPitchDay(grace, SCORED_CALL, 10);
    expect(codes).toHaveLength(10);
    await follow(grace, 'Open the control page');
    for (const button of ['Next pitch', 'Start the timer', 'Show the vote']) await press(grace, button);
    await expectWords(grace, 'The vote');
  });
});
