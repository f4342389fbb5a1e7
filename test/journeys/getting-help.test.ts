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
  openLetter,
  press,
  signIn,
  stepByStep,
  tick,
  write,
} from './steps.ts';
import { storyUntil } from './story-folder.ts';

const CALL = 'Ideas for a friendlier city';

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
])('somebody who needs help, %s,', (_, withScripts) => {
  stepByStep();
  const suffix = withScripts ? 'with' : 'without';
  const question = `May we buy a second-hand oven, ${suffix} a receipt?`;
  let samira: Visitor;
  let grace: Visitor;
  let help: string;

  beforeAll(async () => {
    samira = await visit(browser, portal.url, withScripts);
    grace = await visit(browser, portal.url, withScripts);
  });

  afterAll(async () => {
    await samira.leave();
    await grace.leave();
  });

  async function toHelpDesk(): Promise<void> {
    await go(grace, '/staff');
    await follow(grace, CALL);
    await follow(grace, /^Help/);
  }

  test('asks a question from the page of a question', async () => {
    await go(samira, '/calls');
    await follow(samira, CALL);
    await follow(samira, 'Start your application');
    await signIn(samira, `samira-asks-${suffix}@example.org`, 'Samira Haddad');
    await press(samira, 'Start now');
    await follow(samira, /^About you and your idea/);
    await fillDetails(samira);
    await press(samira, 'Save and go to the list');
    await follow(samira, /^1\. What do you want to do\?/);
    await write(samira, /^Your answer/, 'We bake bread on Fridays.');
    await press(samira, 'Save and go to the list');
    await follow(samira, /^1\. What do you want to do\?/);
    await follow(samira, 'Ask us about this');
    await expectHeading(samira, 'Help with this application');
    help = samira.page.url();
    await press(samira, 'Send the question');
    await expectWords(samira, 'Please look at this again', 'Write your question.');
    await write(samira, 'Your question', question);
    await press(samira, 'Send the question');
    await expectWords(samira, question, 'Waiting for an answer');
  });

  test('is answered by a manager, who shows it to everybody without a name', async () => {
    await become(grace, 'Grace Okafor');
    await toHelpDesk();
    await expectWords(grace, question);
    await follow(grace, /^Answer this question from /);
    await write(grace, 'Your answer', 'Yes. A photo of the oven is enough.');
    await write(grace, /^How many minutes/, '4');
    await press(grace, 'Send the answer');
    await expectWords(grace, 'Yes. A photo of the oven is enough.');
    await write(grace, 'The question, in general words', `May we buy second-hand things (${suffix})?`);
    await press(grace, 'Show it on the page of the call');
    await expectWords(grace, 'This is on the page of the call.');
    await openLetter(grace, /^Your question is answered/);
    await expectWords(grace, 'Yes. A photo of the oven is enough.');
  });

  test('finds the answer beside her question, and everybody finds it on the page of the call', async () => {
    await go(samira, help);
    await expectWords(samira, 'Yes. A photo of the oven is enough.');
    await follow(samira, 'Your application');
    await follow(samira, /^1\. What do you want to do\?/);
    await expectWords(samira, question, 'Yes. A photo of the oven is enough.');
    await go(samira, '/calls');
    await follow(samira, CALL);
    await expectWords(samira, `May we buy second-hand things (${suffix})?`);
    expect(await samira.page.content()).not.toContain(question);
  });

  test('books a time to talk that a manager offers, and gives it back', async () => {
    await toHelpDesk();
    await follow(grace, 'Times to talk');
    await write(grace, 'When does it begin?', localTime(Date.now() + (withScripts ? 5 : 6) * DAY));
    await choose(grace, 'In person');
    await write(grace, 'Where, or the link', `The library, room ${suffix}`);
    await press(grace, 'Offer this time');
    await expectWords(grace, `The library, room ${suffix}`, 'Free');
    await go(samira, help);
    await follow(samira, 'Book a time to talk');
    await samira.page.getByRole('radio', { name: new RegExp(`room ${suffix}`) }).check();
    await press(samira, 'Book this time');
    await expectHeading(samira, 'Your time is booked');
    await expectWords(samira, `The library, room ${suffix}`, 'Grace Okafor');
    const file = await samira.page.request.get(`${new URL(samira.page.url()).pathname}.ics`);
    expect(await file.text()).toContain('BEGIN:VEVENT');
    await samira.page.locator('summary', { hasText: 'Give the time back' }).click();
    await press(samira, 'Yes, give it back');
    await expectHeading(samira, 'Book a time to talk');
  });

  test('lends a copy of her draft and reads what is said of it', async () => {
    await go(samira, help);
    await follow(samira, 'Have your draft read');
    await press(samira, 'Ask for comments');
    await expectWords(samira, 'Tick the box if they may read the copy.');
    await tick(samira, /may read this copy of my draft/);
    await press(samira, 'Ask for comments');
    await expectWords(samira, /You asked on/);
    await toHelpDesk();
    await follow(grace, /^Draft .* lent on/);
    await expectWords(grace, 'We bake bread on Fridays.');
    await write(grace, 'Your comment on: What do you want to do?', 'Say who bakes with you.');
    await press(grace, 'Send the comments');
    await go(samira, `${help.replace(/\/help.*$/, '')}/reading`);
    await expectWords(samira, 'Say who bakes with you.');
  });
});

describe.each([
  ['with scripts', true],
  ['without scripts', false],
])('somebody who phones, %s,', (_, withScripts) => {
  stepByStep();
  const suffix = withScripts ? 'with' : 'without';
  let grace: Visitor;
  let bilal: Visitor;
  let code: string;
  let entry: string;

  beforeAll(async () => {
    grace = await visit(browser, portal.url, withScripts);
    bilal = await visit(browser, portal.url, withScripts);
  });

  afterAll(async () => {
    await grace.leave();
    await bilal.leave();
  });

  test('has his application written down by a manager, after saying yes', async () => {
    await become(grace, 'Grace Okafor');
    await go(grace, '/staff');
    await follow(grace, CALL);
    await follow(grace, /^Help/);
    await follow(grace, 'Write down an application for somebody');
    await write(grace, 'What should we call them?', `Bilal ${suffix}`);
    await press(grace, 'Begin writing');
    await expectWords(grace, 'They have to say yes first.');
    await tick(grace, 'I read this out and they said yes.');
    await press(grace, 'Begin writing');
    await expectHeading(grace, 'Give them this code');
    code = (await grace.page.locator('code.amount').innerText()).trim();
    await follow(grace, 'Go on writing');
    entry = grace.page.url();
    await follow(grace, 'Write down the answers');
    await follow(grace, /^About you and your idea/);
    await fillDetails(grace);
    await press(grace, 'Save and go to the list');
    await go(grace, entry);
    await expectWords(grace, 'Nobody has confirmed it yet. It can only be sent when they have.');
  });

  test('takes it over with the code on paper, reads it and says yes', async () => {
    await go(bilal, '/apply/claim');
    await signIn(bilal, `bilal-${suffix}@example.org`, `Bilal ${suffix}`);
    await write(bilal, 'Your code', code.slice(0, -1));
    await press(bilal, 'Take it over');
    await expectWords(bilal, 'Please look at this again');
    await write(bilal, 'Your code', code.toLowerCase());
    await press(bilal, 'Take it over');
    await expectHeading(bilal, 'Is this what you mean?');
    await expectWords(bilal, /Grace Okafor wrote this down for you/, 'A table for everybody');
    await press(bilal, 'Yes, this is what I mean');
    await expectWords(bilal, /You said yes on/);
    await go(grace, entry);
    await expectWords(grace, /They have taken it over with their code/, /they read it themselves/);
  });
});
