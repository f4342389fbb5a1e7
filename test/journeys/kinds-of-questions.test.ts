import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DAY } from '#app/kernel/instant.ts';
import { become, openBrowser, type Visitor, visit } from './browser.ts';
import { localTime } from './pitch-day-steps.ts';
import { type RunningPortal, startPortal } from './portal.ts';
import {
  choose,
  expectHeading,
  expectWords,
  fillDetails,
  follow,
  go,
  press,
  signIn,
  stepByStep,
  tick,
  write,
} from './steps.ts';
import { storyUntil } from './story-folder.ts';

const CALL = 'Small repairs, big welcome';

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
])('answering by choosing and counting, %s', (_, withScripts) => {
  stepByStep();
  const title = `${CALL}, ${withScripts ? 'with' : 'without'} scripts`;
  let grace: Visitor;
  let samira: Visitor;
  let application: string;

  beforeAll(async () => {
    grace = await visit(browser, portal.url, withScripts);
    samira = await visit(browser, portal.url, withScripts);
  });

  afterAll(async () => {
    await grace.leave();
    await samira.leave();
  });

  test('a manager asks a choice, and a question for those who chose one of its options', async () => {
    await become(grace, 'Grace Okafor');
    await follow(grace, 'Start a new call');
    await write(grace, 'What you offer', 'Money for tools, materials and lunch.');
    await write(grace, 'Title', title);
    await write(grace, 'In one or two sentences', 'Up to £3,000 for people who mend things together.');
    await write(grace, 'Who can apply', 'One person or a group.');
    await write(grace, 'Help that groups get besides money', 'A mentor for one year.');
    await write(grace, 'Themes', 'Housing\nCommunity empowerment');
    await write(grace, 'All the money there is', '9,000');
    await write(grace, 'The most that one group can ask for', '3,000');
    await write(grace, 'How many awards do you plan?', '3');
    await write(grace, 'Opening day and time', localTime(Date.now() - DAY));
    await write(grace, 'Closing day and time', localTime(Date.now() + 28 * DAY));
    await press(grace, 'Make the draft');
    await follow(grace, 'Questions');
    await follow(grace, 'Add a question');
    await write(grace, 'The question', 'Do you have a room?');
    await grace.page.getByLabel('How is it answered?').selectOption('choice');
    await write(grace, 'Options to choose from', 'Yes');
    await press(grace, 'Save the question');
    await expectWords(grace, 'Please look at this again', 'Write two or more options, each on a line of its own.');
    await write(grace, 'Options to choose from', 'Yes, we have one\nNot yet');
    await press(grace, 'Save the question');
    await follow(grace, 'Add a question');
    await write(grace, 'The question', 'How many people fit in?');
    await grace.page.getByLabel('How is it answered?').selectOption('number');
    await tick(grace, 'Yes, we have one (in question 7)');
    await press(grace, 'Save the question');
    await expectWords(grace, 'Only if you chose Yes, we have one in “Do you have a room?”.');
    await follow(grace, title);
    await follow(grace, 'Publish');
    for (const warning of await grace.page.getByRole('checkbox', { name: 'I have seen this, and we mean it.' }).all()) {
      await warning.check();
    }
    await tick(grace, 'I have read the preview, and everything is right.');
    await press(grace, 'Publish and fix it');
    await follow(grace, 'See the public page');
    await follow(grace, 'Read all questions');
    await expectWords(grace, 'You can choose from:', 'Not yet');
  });

  test('an applicant is asked the second question only after the first', async () => {
    await go(samira, '/calls');
    await follow(samira, title);
    await follow(samira, 'Start your application');
    await signIn(samira, `samira-${withScripts ? 'with' : 'without'}@example.org`, 'Samira Haddad');
    await press(samira, 'Start now');
    application = samira.page.url();
    await follow(samira, /^About you and your idea/);
    await fillDetails(samira);
    await press(samira, 'Save and go to the list');
    expect(await samira.page.getByRole('link', { name: /How many people fit in\?$/ }).count()).toBe(0);
    await follow(samira, /^7\. Do you have a room\?/);
    await choose(samira, 'Yes, we have one');
    if (withScripts) await expectWords(samira, /^Saved /);
    await press(samira, 'Save and go to the next question');
    await expectHeading(samira, 'How many people fit in?');
  });

  test('writes a number that nobody can read, keeps it, and is told before sending', async () => {
    await write(samira, /^Your answer/, 'thirty or so');
    await press(samira, 'Save and go to the list');
    await follow(samira, 'Check and send');
    await expectWords(samira, 'Question 8: Enter a number in digits, for example 1,200.', 'thirty or so');
    await go(samira, application);
    await follow(samira, /^8\. How many people fit in\?/);
    expect(await samira.page.getByLabel(/^Your answer/).inputValue()).toBe('thirty or so');
    await write(samira, /^Your answer/, '30');
    await press(samira, 'Save and go to the list');
  });

  test('lists the costs, which add up, and finds them again', async () => {
    await follow(samira, /^6\. What will the money pay for\?/);
    await write(samira, 'Cost 1: what for?', 'Glue and screws');
    await write(samira, 'Cost 1: amount', '120.50');
    await write(samira, 'Cost 2: what for?', 'Lunch');
    await write(samira, 'Cost 2: amount', '1,000');
    if (withScripts) {
      await expectWords(samira, 'Together: £1,120.50', /^Saved /);
      await samira.page.reload();
    } else {
      await press(samira, 'Save and add more lines');
    }
    await expectWords(samira, 'Together: £1,120.50');
    expect(await samira.page.getByLabel('Cost 2: what for?').inputValue()).toBe('Lunch');
    await press(samira, 'Save and go to the list');
  });

  test.runIf(!withScripts)('finds every line again that she wrote in two windows', async () => {
    const other: Visitor = { ...samira, page: await samira.context.newPage() };
    await follow(samira, /^6\. What will the money pay for\?/);
    await go(other, samira.page.url());
    for (const cost of [1, 2]) {
      await write(other, `Cost ${cost}: what for?`, '');
      await write(other, `Cost ${cost}: amount`, '');
    }
    await press(other, 'Save and go to the list');
    await other.page.close();
    await write(samira, 'Cost 5: what for?', 'Tea for everybody');
    await press(samira, 'Save and go to the list');
    await expectWords(samira, 'This was changed in another window');
    expect(await samira.page.getByLabel('Cost 5: what for?').inputValue()).toBe('Tea for everybody');
    await write(samira, 'Cost 5: amount', '40');
    await press(samira, 'Save and go to the list');
  });

  test('changes her mind, and is not asked any more', async () => {
    await follow(samira, /^7\. Do you have a room\?/);
    expect(await samira.page.getByRole('radio', { name: 'Yes, we have one' }).isChecked()).toBe(true);
    await choose(samira, 'Not yet');
    await press(samira, 'Save and go to the list');
    expect(await samira.page.getByRole('link', { name: /How many people fit in\?$/ }).count()).toBe(0);
    await follow(samira, 'Print or read everything');
    await expectWords(samira, 'Not yet', 'Glue and screws');
  });

  test.runIf(!withScripts)('is shown her lines when the application was taken back meanwhile', async () => {
    const other: Visitor = { ...samira, page: await samira.context.newPage() };
    await go(samira, application);
    await follow(samira, /^6\. What will the money pay for\?/);
    await write(samira, 'Cost 1: what for?', 'Glue and nails');
    await go(other, application);
    await follow(other, 'Take back this application');
    await press(other, 'Yes, take it back');
    await other.page.close();
    await press(samira, 'Save and go to the list');
    await expectWords(samira, /Glue and nails/);
  });
});
