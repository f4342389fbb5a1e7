import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DAY } from '#app/kernel/instant.ts';
import { become, expectAccessible, openBrowser, type Visitor, visit } from './browser.ts';
import { localTime } from './pitch-day-steps.ts';
import { type RunningPortal, startPortal } from './portal.ts';
import { choose, expectHeading, expectWords, follow, go, openLetter, press, stepByStep, tick, write } from './steps.ts';
import { storyUntil } from './story-folder.ts';

const KITCHEN = 'db/story/clips/our-kitchen.mp4';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

describe.each([
  ['with scripts', true],
  ['without scripts', false],
])('after sending an application, %s', (_, withScripts) => {
  stepByStep();
  let portal: RunningPortal;
  let grace: Visitor;
  let amina: Visitor;
  let sent: string;

  beforeAll(async () => {
    portal = await startPortal({}, storyUntil('applications'));
    grace = await visit(browser, portal.url, withScripts);
    amina = await visit(browser, portal.url, withScripts);
    await become(grace, 'Grace Okafor');
    await become(amina, 'Amina Osman');
    await amina.page.goto('/apply');
    const links = await amina.page
      .locator('a[href^="/apply/"]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href')));
    sent = links.map((href) => /^\/apply\/([0-9a-z]{20})/.exec(href ?? '')?.[1] ?? '').find((id) => id !== '') ?? '';
  });

  afterAll(async () => {
    await grace.leave();
    await amina.leave();
    await portal.stop();
  });

  test('the receipt leads to questions that nobody has to answer', async () => {
    await openLetter(grace, /^We have your application /);
    await expectWords(
      grace,
      'Answer some questions about yourself',
      /You can skip them\. They change nothing for you\./,
    );
  });

  test('staff ask for one answer again, and have to say why and until when', async () => {
    await go(grace, `/staff/applications/${sent}`);
    await follow(grace, 'Ask for a change');
    await tick(grace, /^1\. /);
    await press(grace, 'Open these parts and write to the applicant');
    await expectWords(grace, 'Enter the day and time when this ends.');
    await write(grace, 'Why? Write it for the applicant.', 'Please say when you would begin.');
    await write(grace, 'Until when?', localTime(Date.now() + 5 * DAY));
    await press(grace, 'Open these parts and write to the applicant');
    await expectWords(grace, /^Open since/);
  });

  test('the applicant changes that answer, adds a film, looks at both, and sends it again', async () => {
    await go(amina, `/apply/${sent}/standing`);
    await expectWords(amina, 'You can change some answers again. Open your application to see which, and until when.');
    await go(amina, `/apply/${sent}`);
    await expectWords(amina, 'You can change some answers', 'Please say when you would begin.');
    await follow(amina, /^1\. /);
    await write(amina, 'Your answer', 'We would begin in spring.');
    await press(amina, 'Save and go to the list');
    await follow(amina, /^1\. /);
    const file = amina.page.getByLabel(/^Choose /);
    await file.setInputFiles(KITCHEN);
    if (!withScripts) await press(amina, 'Save and go to the list');
    else await expectWords(amina, 'You send now');
    await go(amina, `/apply/${sent}`);
    await follow(amina, 'Check and send again');
    await expectWords(amina, 'You send now', 'We would begin in spring.');
    await press(amina, 'Send again');
    await expectWords(amina, 'Thank you. We have your new answers, and they stand below.', 'We would begin in spring.');
    expect(await amina.page.getByText('You can change some answers').count()).toBe(0);
    await openLetter(grace, /^(We have your new answers|وصلتنا إجاباتك الجديدة) /);
  });

  test('staff see the new answer and what changed', async () => {
    await go(grace, `/staff/applications/${sent}`);
    await expectWords(grace, /^Sent again/, /^Changed /);
    await grace.page.locator('summary', { hasText: 'Show what changed' }).click();
    await expectWords(grace, 'The applicant was asked: Please say when you would begin.');
    expect((await grace.page.locator('ins').allInnerTexts()).join(' ')).toContain('spring');
    expect(await grace.page.locator('video').count()).toBe(1);
    await expectAccessible(grace);
  });

  test('equality questions are answered once, with a code that is shown once', async () => {
    await go(amina, `/apply/${sent}/received`);
    await follow(amina, 'Answer some questions about yourself');
    await choose(amina, '35 to 44');
    await choose(amina, 'Female');
    await press(amina, 'Send my answers');
    await expectHeading(amina, 'You are done with these questions');
    await expectWords(amina, /^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/);
    await go(amina, `/apply/${sent}/equality`);
    await expectHeading(amina, 'You are done with these questions');
    expect(await amina.page.getByText(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/).count()).toBe(0);
  });

  test('an applicant chooses a public name and names who must not see it', async () => {
    await go(amina, `/apply/${sent}`);
    await follow(amina, 'Your safety');
    await write(amina, 'What should others call your group?', 'Neighbours of the canal');
    await press(amina, 'Save');
    await expectWords(amina, 'Saved. It counts from now on.');
    await write(amina, 'Their name', 'Grace Okafor');
    await press(amina, 'Keep them away');
    await expectWords(amina, 'Grace Okafor');
    const answer = await grace.page.goto(`/staff/applications/${sent}`);
    expect(answer?.status()).toBe(404);
  });

  test('an applicant takes it back, and begins an application to another call with the same words', async () => {
    await go(amina, `/apply/${sent}`);
    await follow(amina, 'Take back this application');
    await press(amina, 'Yes, take it back');
    await expectWords(amina, 'Taken back');
    const facts = await amina.page.request.get('/calls/social-enterprise/facts.json');
    portal.moveTo(Date.parse((await facts.json()).window.closesAt) - DAY);
    await become(amina, 'Amina Osman');
    await go(amina, `/apply/${sent}`);
    await expectWords(amina, 'We would begin in spring.');
    await follow(amina, 'Use it for another call');
    await press(amina, 'Yes, you may write to me');
    await expectWords(amina, /^You agreed /);
    await press(amina, /^Start with my earlier words/);
    await expectHeading(amina, 'Your application');
    await follow(amina, /^About you and your idea/);
    expect(await amina.page.getByLabel('Name of your group').inputValue()).not.toBe('');
  });
});
