import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DAY } from '#app/kernel/instant.ts';
import { become, openBrowser, type Visitor, visit } from './browser.ts';
import { type Counted, counted } from './counted.ts';
import { localTime } from './pitch-day-steps.ts';
import { type RunningPortal, startPortal } from './portal.ts';
import { expectHeading, expectWords, follow, go, press, signIn, stepByStep, write } from './steps.ts';
import { storyUntil } from './story-folder.ts';

const IDEA = 'What would you like to try?';
const STEPS = 'What are your first steps?';
const HALL = 'Do you have a room?';
const PEOPLE = 'How many people fit in?';

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
])('a manager builds a call on a telephone, %s', (_, withScripts) => {
  stepByStep();
  const title = `Mending together, ${withScripts ? 'with' : 'without'} scripts`;
  let grace: Visitor;
  let samira: Visitor;
  let walk: Counted;
  let publicPage: string;
  let desk: string;

  const questions = () => grace.page.getByRole('main').getByRole('heading', { level: 2 }).allInnerTexts();

  /** What was written about a change of this call, as it lies in the portal's file. */
  const lettersAbout = (call: string) => {
    const sqlite = new Database(join(portal.folder, 'portal.db'), { readonly: true });
    try {
      return sqlite.prepare('select text from message where subject = ?').pluck().all(`A change in “${call}”`);
    } finally {
      sqlite.close();
    }
  };

  /** What a list of changes marks as new, word for word. */
  const changed = async ({ page }: Visitor) => (await page.locator('.changes ins').allInnerTexts()).join('\n');

  beforeAll(async () => {
    grace = await visit(browser, portal.url, withScripts);
    samira = await visit(browser, portal.url, withScripts);
    walk = counted(grace);
  });

  afterAll(async () => {
    await grace.leave();
    await samira.leave();
  });

  test('starts from the template of a strand: questions, criteria and the way to decide are there', async () => {
    await become(grace, 'Grace Okafor');
    await walk.follow('Start a new call');
    await walk.follow('Social enterprise start-ups: the usual texts and questions');
    await expectWords(grace, /^We help new businesses/);
    await walk.follow('Social innovation projects: the usual texts and questions');
    await walk.write('Title', title);
    await walk.write('In one or two sentences', 'Up to £3,000 for people who mend things together.');
    await walk.write('Who can apply', 'One person or a group.\nYou do not need a bank account.');
    expect(await grace.page.getByLabel('Help that groups get besides money').inputValue()).toMatch(/^A mentor for one/);
    await walk.write('All the money there is', '9,000');
    await walk.write('The most that one group can ask for', '3,000');
    await walk.write('How many awards do you plan?', '3');
    await walk.write('Opening day and time', localTime(Date.now() - DAY));
    await walk.write('Closing day and time', localTime(Date.now() + 28 * DAY));
    await walk.press('Make the draft');
    await expectHeading(grace, title);
    await expectWords(grace, '6 questions', '4 criteria, together 100%');
  });

  test('changes a question: its hint, its minutes, its heading, and how it may be answered', async () => {
    await walk.follow('Questions');
    await walk.follow('Change question 1');
    expect(await grace.page.getByLabel('It may be answered by voice, without a picture').isChecked()).toBe(true);
    await walk.write('A hint for the answer', 'Say what is broken, and who will mend it.');
    await walk.write('How many minutes does an answer take?', '500');
    await walk.untick('It may be answered on video');
    await walk.press('Save the question');
    await expectWords(grace, 'Please look at this again');
    expect(await grace.page.getByLabel('A hint for the answer').inputValue()).toMatch(/^Say what is broken/);
    expect(await grace.page.getByLabel('It may be answered on video').isChecked()).toBe(false);
    await walk.write('How many minutes does an answer take?', '12');
    await walk.press('Save the question');
    const first = grace.page.getByRole('listitem').filter({ hasText: IDEA });
    expect(await first.innerText()).toMatch(/Writing or voice\s+Up to 200 words\s+About 12 minutes/);
  });

  test('adds a section with a choice, and a question for those who chose one of its options', async () => {
    await walk.follow('Add a question');
    await walk.write('The question', HALL);
    await walk.pick('How is it answered?', 'choice');
    await walk.write('Options to choose from', 'Yes, we have one\nNot yet');
    await walk.write('Heading it stands under', 'Your room');
    await walk.press('Save the question');
    await walk.follow('Add a question');
    await walk.write('The question', PEOPLE);
    await walk.pick('How is it answered?', 'number');
    await walk.write('Heading it stands under', 'Your room');
    await walk.tick('Yes, we have one (in question 7)');
    await walk.press('Save the question');
    await expectWords(grace, `Only if you chose Yes, we have one in “${HALL}”.`);
    await walk.press(`Move “${HALL}” up`);
    expect((await questions()).slice(-3, -1)).toEqual([HALL, PEOPLE]);
  });

  test('removes a question and puts it back where it stood', async () => {
    const before = await questions();
    const place = before.indexOf(STEPS);
    await walk.follow(`Change question ${place + 1}`);
    await walk.open('Remove this question');
    await walk.press('Yes, remove it');
    await expectWords(grace, `“${STEPS}” is not asked any more.`);
    expect(await questions()).not.toContain(STEPS);
    await walk.press('Put it back');
    await expectWords(grace, 'The question is back');
    const after = await questions();
    expect(after.filter((heading) => before.includes(heading))).toEqual(before);
  });

  test('walks through the form as an applicant: the list, the details and every question', async () => {
    await walk.follow('Walk through the form');
    await expectWords(grace, 'This is a preview', 'Nothing that you type here is saved.', 'Your room');
    await walk.follow('About you and your idea');
    await grace.page.getByLabel('Name of your group').fill('Nobody keeps this');
    expect(await grace.page.locator('main form').count()).toBe(0);
    await walk.follow('Next question');
    const seen = [];
    for (;;) {
      seen.push(await grace.page.getByRole('heading', { level: 1 }).innerText());
      await expectWords(grace, 'This is a preview');
      expect(await grace.page.locator('main form').count()).toBe(0);
      const next = grace.page.getByRole('link', { name: 'Next question' });
      if ((await next.count()) === 0) break;
      await walk.follow('Next question');
    }
    expect(seen).toHaveLength(8);
    expect(seen).toContain(PEOPLE);
    await walk.follow('Back to the list');
    await walk.follow('Back to your draft');
  });

  test('fills in a pretend application, and throws it away', async () => {
    await walk.follow('Try it out');
    await walk.press('Fill in a pretend application');
    await expectWords(grace, 'This is a test');
    await walk.follow(new RegExp(`^1\\. ${IDEA.replace('?', '\\?')}`));
    await walk.write(/^Your answer/, 'We mend bicycles in the yard.');
    if (withScripts) await expectWords(grace, /^Saved /);
    await walk.press('Save and go to the list');
    await expectWords(grace, 'Done');
    await walk.follow('Back to trying out the call');
    await expectWords(grace, 'Being filled in');
    await walk.open('Throw all of them away');
    await walk.press('Yes, throw them away');
    expect(await grace.page.getByText('Being filled in').count()).toBe(0);
    await walk.follow(title);
  });

  test('lets the portal propose the dates, and publishes', async () => {
    await walk.follow('The dates');
    await walk.press('Propose the dates that are missing');
    await walk.press('Save the dates');
    await walk.follow('Publish');
    await walk.tick('I have read the preview, and everything is right.');
    await walk.press('Publish and fix it');
    await expectWords(grace, 'Applicants see this call. What decides cannot change any more.');
  });

  test('is done with it within twenty minutes, going by what was pressed, read and typed', () => {
    expect(walk.minutes(), JSON.stringify(walk.tally())).toBeLessThan(20);
  });

  test('changes the call after somebody has begun to apply: with a reason, and shown before it counts', async () => {
    desk = grace.page.url();
    await follow(grace, 'See the public page');
    publicPage = grace.page.url();
    await go(samira, publicPage);
    await follow(samira, 'Start your application');
    await signIn(samira, `samira-${withScripts ? 'with' : 'without'}-builder@example.org`, 'Samira Haddad');
    await press(samira, 'Start now');

    await go(grace, desk);
    await follow(grace, 'Change this call');
    await press(grace, 'Prepare a change');
    await follow(grace, 'Questions');
    await follow(grace, 'Change question 1');
    await write(grace, 'A hint for the answer', 'Say what is broken, who will mend it, and when.');
    await write(grace, 'Longest answer, in words', '10');
    await press(grace, 'Save the question');
    await follow(grace, 'Walk through the form');
    await expectWords(grace, 'This is a preview');
    await follow(grace, new RegExp(`^1\\. ${IDEA.replace('?', '\\?')}`));
    await expectWords(grace, 'Say what is broken, who will mend it, and when.');
    await follow(grace, 'Back to your change');
    await expectWords(grace, 'This cannot be published', /An answer cannot become shorter/);
    await follow(grace, 'Questions');
    await follow(grace, 'Change question 1');
    await write(grace, 'Longest answer, in words', '250');
    await press(grace, 'Save the question');
    await follow(grace, title);
    expect(await changed(grace)).toMatch(/and when\..*250/s);
    await expectWords(grace, '1 person gets a letter that says what changed and what to do next.');
    await grace.page.getByRole('checkbox', { name: 'I have read every change above, and it is right.' }).check();
    await press(grace, 'Publish the change');
    await expectWords(grace, 'Write why you make this change.');
    await write(grace, 'Why do you make this change?', 'Groups asked us when the mending must be done.');
    await grace.page.getByRole('checkbox', { name: 'I have read every change above, and it is right.' }).check();
    await press(grace, 'Publish the change');
    await expectWords(grace, 'The change is published', /It is version 2/);
  });

  test('and everybody reads what changed, and who had begun gets a letter', async () => {
    await go(samira, `${publicPage}/versions`);
    await expectWords(
      samira,
      /^Version 2, /,
      'Groups asked us when the mending must be done.',
      /^Version 1, .+: this is how the call was published\.$/,
    );
    expect(await changed(samira)).toMatch(/and when\..*250/s);
    // A letter about a draft is in nobody's list: who writes one is not the partner's business.
    await expect.poll(() => lettersAbout(title), { timeout: 60_000 }).toEqual([expect.stringContaining('be done.')]);
  });
});
