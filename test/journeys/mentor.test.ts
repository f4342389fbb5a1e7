import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DAY } from '#app/kernel/instant.ts';
import { become, expectAccessible, openBrowser, type Visitor, visit } from './browser.ts';
import { localTime } from './pitch-day-steps.ts';
import { type RunningPortal, startPortal } from './portal.ts';
import { choose, expectHeading, expectWords, follow, go, press, signIn, stepByStep, tick, write } from './steps.ts';
import { storyUntil } from './story-folder.ts';

const CALL = 'Ideas for a friendlier city';
const GROUP = 'Foleshill Women’s Table';
const MENTOR = 'Inês Duarte';
const EMAIL = 'ines.duarte@example.org';
const MILESTONE = 'Four Saturdays held';

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
])('a mentor, %s', (_, withScripts) => {
  stepByStep();
  let portal: RunningPortal;
  let grace: Visitor;
  let ines: Visitor;
  let amina: Visitor;
  let award: string;
  let money: string;
  let group: string;
  let mentoring: string;

  beforeAll(async () => {
    portal = await startPortal({}, storyUntil('payment'));
    grace = await visit(browser, portal.url, withScripts);
    ines = await visit(browser, portal.url, withScripts);
    amina = await visit(browser, portal.url, withScripts);
  });

  afterAll(async () => {
    for (const visitor of [grace, ines, amina]) await visitor.leave();
    await portal.stop();
  });

  test('is put on the list by the manager', async () => {
    await become(grace, 'Grace Okafor');
    await follow(grace, 'Mentors');
    await write(grace, 'E-mail address', EMAIL);
    await press(grace, 'Add the mentor');
    await expectWords(grace, 'Please look at this again');
    expect(await grace.page.getByLabel('E-mail address').inputValue()).toBe(EMAIL);
    await write(grace, 'Name', MENTOR);
    await write(grace, 'About this person', 'Ran a community kitchen for ten years.');
    await write(grace, 'Knows about', 'kitchens\nvolunteers');
    await write(grace, 'City', 'Coventry');
    await press(grace, 'Add the mentor');
    await expectWords(grace, 'The mentor is on the list.', MENTOR);
  });

  test('is matched with a group', async () => {
    await go(grace, '/staff');
    await follow(grace, CALL);
    await follow(grace, 'Awards and mentors');
    await follow(grace, GROUP);
    award = grace.page.url();
    await follow(grace, 'Choose a mentor');
    await expectWords(grace, 'Speaks their language', 'Same city');
    await press(grace, `Choose ${MENTOR}`);
    await expectWords(grace, 'The mentor is chosen. Both have been told.');
  });

  test('meets the group, and writes down what they want to reach', async () => {
    await go(ines, '/mentor');
    await signIn(ines, EMAIL);
    await expectHeading(ines, 'Your groups');
    await follow(ines, GROUP);
    group = ines.page.url();
    await ines.page.locator('summary', { hasText: 'Add a milestone' }).click();
    await write(ines, 'What will be reached?', MILESTONE);
    await write(ines, 'By which day?', day(-7));
    await press(ines, 'Add a milestone');
    await expectWords(ines, 'Please look at this again', 'Choose a day that is still to come.');
    await write(ines, 'By which day?', day(60));
    await tick(ines, 'The next payment waits for this milestone');
    await press(ines, 'Add a milestone');
    await expectWords(ines, 'The milestone is added.', MILESTONE, 'Releases the next payment');
  });

  test('hears that the group wants the same', async () => {
    await become(amina, 'Amina Osman');
    await follow(amina, 'The Saturday health table');
    await follow(amina, 'Where is my money?');
    money = amina.page.url();
    await expectWords(amina, 'We can pay this after your next check-in with your mentor.');
    await go(amina, '/apply');
    await follow(amina, 'The Saturday health table');
    await follow(amina, 'Your mentor and milestones');
    mentoring = amina.page.url();
    await expectWords(amina, MENTOR, MILESTONE);
    await press(amina, 'Yes, this plan is right');
    await expectWords(amina, 'Thank you. Your mentor can see that you agree.');
    await go(ines, group);
    await expectWords(ines, /^The group agreed to this plan on /);
  });

  test('records a check-in, and is told what is missing', async () => {
    await follow(ines, 'Record a check-in');
    await write(ines, 'On which day did you talk?', day(0));
    await write(ines, 'What happened?', 'Three Saturdays, 41 people, two nurses.');
    await press(ines, 'Record the check-in');
    await expectWords(ines, 'Please look at this again', 'Say what the group promised.');
    expect(await ines.page.getByLabel('What happened?').inputValue()).toBe('Three Saturdays, 41 people, two nurses.');
    await write(ines, 'What was promised?', 'Four Saturdays with a nurse.');
    await choose(ines, 'Good');
    await choose(ines, MILESTONE);
    await press(ines, 'Record the check-in');
    await expectWords(ines, 'The check-in is recorded. We have asked the group if it is right.', 'Waits for the group');
  });

  test('is told what is not right, and records it again', async () => {
    await go(amina, mentoring);
    await amina.page.locator('summary', { hasText: 'No, something is not right' }).click();
    await write(amina, 'What is not right?', 'It was four Saturdays, with 52 people.');
    await press(amina, 'Send this to my mentor');
    await expectWords(amina, 'Thank you. We have told your mentor.');
    await go(ines, group);
    await expectWords(ines, 'It was four Saturdays, with 52 people.');
    await follow(ines, 'Record it again');
    await write(ines, 'What happened?', 'Four Saturdays, 52 people, two nurses.');
    await press(ines, 'Record the check-in');
    await expectWords(ines, 'The check-in is recorded. We have asked the group if it is right.');
  });

  test('waits for the group, which says that it is right', async () => {
    await go(grace, award);
    expect(await grace.page.getByRole('button', { name: /^Sign off/ }).count()).toBe(0);
    await go(amina, mentoring);
    await press(amina, 'Yes, it is right');
    await expectWords(amina, 'Thank you. The check-in counts as your report.');
  });

  test('sees the manager sign off the milestone, which releases the next payment', async () => {
    await go(grace, award);
    await press(grace, `Sign off “${MILESTONE}”`);
    await expectWords(grace, 'Tick the box when you have read the check-in.');
    await tick(grace, 'I have read the check-in. The milestone is met.');
    await press(grace, `Sign off “${MILESTONE}”`);
    await expectWords(grace, 'The milestone is met, and the next payment is released.');
    await go(ines, group);
    await expectWords(ines, /^Signed off on /);
    await go(amina, money);
    expect(await amina.page.getByText('We can pay this after your next check-in with your mentor.').count()).toBe(0);
    await expectWords(amina, /prepares the payment now\.$/);
    await expectAccessible(amina);
  });

  function day(fromToday: number): string {
    return localTime(Date.now() + fromToday * DAY).slice(0, 10);
  }
});
