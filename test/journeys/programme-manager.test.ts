import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DAY } from '#app/kernel/instant.ts';
import { become, expectAccessible, openBrowser, type Visitor, visit } from './browser.ts';
import { localTime, planPitchDay } from './pitch-day-steps.ts';
import { type RunningPortal, startPortal } from './portal.ts';
import { choose, expectHeading, expectWords, follow, go, press, stepByStep, tick, write } from './steps.ts';
import { storyUntil } from './story-folder.ts';

const SHORTLISTED_CALL = 'Ideas for a friendlier city';
const NEW_CALL = 'Small repairs, big welcome';
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
    portal = await startPortal({}, storyUntil('shortlist'));
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

  test('plans the pitch day, prints the sheets and freezes the vote', async () => {
    const codes = await planPitchDay(grace, SHORTLISTED_CALL, 10);
    expect(codes).toHaveLength(10);
    await follow(grace, 'Open the control page');
    for (const button of ['Next pitch', 'Start the timer', 'Show the vote']) await press(grace, button);
    await expectWords(grace, 'The vote');
  });
});
