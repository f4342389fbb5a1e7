import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { story } from '#db/story/index.ts';
import { become, expectAccessible, openBrowser, type Visitor, visit } from './browser.ts';
import { type RunningPortal, startPortal } from './portal.ts';
import {
  choose,
  expectHeading,
  expectPlayable,
  expectWords,
  follow,
  go,
  press,
  signIn,
  stepByStep,
  tick,
  write,
} from './steps.ts';
import { storyUntil } from './story-folder.ts';

const CALL = 'Ideas for a friendlier city';
const EMAIL = 'maryam@example.org';

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
])('a participant on the panel, %s', (_, withScripts) => {
  stepByStep();
  let portal: RunningPortal;
  let maryam: Visitor;
  let known: { title: string; applicationId: string };
  let sheet: string;

  beforeAll(async () => {
    portal = await startPortal({}, storyUntil('panel'));
    maryam = await visit(browser, portal.url, withScripts);
  });

  afterAll(async () => {
    await maryam.leave();
    await portal.stop();
  });

  test('is invited by the manager, and says yes', async () => {
    const grace = await visit(browser, portal.url, withScripts);
    await become(grace, 'Grace Okafor');
    await go(grace, '/staff');
    await follow(grace, CALL);
    await follow(grace, 'The panel');
    await grace.page.getByText('Invite somebody else').click();
    await write(grace, 'Name', 'Maryam Sabry');
    await write(grace, 'E-mail address', EMAIL);
    await choose(grace, /^Participant/);
    await press(grace, 'Send the invitation');
    await expectWords(grace, 'The invitation to Maryam Sabry is on its way.');
    await grace.leave();

    await go(maryam, '/panel');
    await signIn(maryam, EMAIL);
    await expectHeading(maryam, 'Your panels');
    await follow(maryam, CALL);
    await expectHeading(maryam, 'Will you sit on our panel?');
    await follow(maryam, 'Yes, I will help');
    await expectHeading(maryam, 'Before you start');
    await tick(maryam, 'English');
    await choose(maryam, 'Vouchers for shops');
    await tick(maryam, 'I agree to all of this.');
    await press(maryam, 'Take my seat on the panel');
    await expectHeading(maryam, CALL);
  });

  test('says whom she knows before she can read anything', async () => {
    expect(await maryam.page.getByRole('link', { name: 'All applications' }).count()).toBe(0);
    await follow(maryam, 'Say whom you know');
    const ties = maryam.page.getByRole('checkbox', { name: 'I know them, or would gain from it' });
    const card = maryam.page.getByRole('listitem').filter({ has: ties }).nth(1);
    const tie = card.getByRole('checkbox');
    known = {
      title: await card.getByRole('heading').innerText(),
      applicationId: (await tie.getAttribute('value')) ?? '',
    };
    await tie.check();
    await tick(maryam, 'I have looked at every name.');
    await press(maryam, 'Save and go on');
    await expectWords(maryam, /^Say in one sentence how you know /);
    await card.getByLabel('How do you know them, or what would you gain?').fill('My brother plays in their team.');
    await press(maryam, 'Save and go on');
    await expectWords(maryam, 'Thank you. We have written down whom you know.');
  });

  test('does not find the application of a group that she knows', async () => {
    expect(await maryam.page.getByRole('link', { name: known.title, exact: true }).count()).toBe(0);
    const answer = await maryam.page.goto(`/panel/applications/${known.applicationId}`);
    expect(answer?.status()).toBe(404);
    await expectHeading(maryam, 'We cannot find this page');
    await expectAccessible(maryam);
    await maryam.page.goBack();
  });

  test('watches and reads an application', async () => {
    const others = story.applications['social-innovation'];
    const filmed = others.find((each) => Object.values(each.answers).some((answer) => typeof answer === 'object'));
    await follow(maryam, filmed?.title ?? '');
    sheet = maryam.page.url();
    await expectPlayable(maryam, /^Video: /);
    await expectNobodyElse();
  });

  test('is told what is missing when she hands it in too early', async () => {
    await press(maryam, 'Hand in my scores');
    await expectWords(maryam, 'Please look at this again', /choose a score/i);
  });

  test('scores what she can judge, says what she cannot, and stops for the day', async () => {
    await answer('The need', /^4 /).check();
    await answer('Led by the people it is for', /^5 /).check();
    await answer('It can be done', /^I cannot judge this/).check();
    await answer('What will change', /^3 /).check();
    await write(maryam, 'What is strongest?', 'They have already begun.');
    await press(maryam, 'Save and go on later');
    await expectWords(maryam, 'Your scores are saved. They are not handed in yet.');
    await expectNobodyElse();
    await go(maryam, sheet);
    for (const [criterion, anchor] of [
      ['The need', /^4 /],
      ['It can be done', /^I cannot judge this/],
    ] as const) {
      expect(await answer(criterion, anchor).isChecked()).toBe(true);
    }
  });

  test('hands it in, and only then sees what the others say', async () => {
    await write(maryam, 'What worries you?', 'The rent after the summer.');
    await press(maryam, 'Hand in my scores');
    await expectWords(
      maryam,
      'Your scores are handed in. Thank you.',
      'What the panel says so far',
      /^\d+ sheets are in\./,
    );
    expect(await maryam.page.getByRole('button', { name: 'Hand in my scores' }).count()).toBe(0);
    await follow(maryam, /^Next: /);
    await expectNobodyElse();
  });

  async function expectNobodyElse(): Promise<void> {
    expect(await maryam.page.getByText('What the panel says so far').count()).toBe(0);
    expect(await maryam.page.getByText(/^\d+ sheets? (is|are) in\./).count()).toBe(0);
  }

  function answer(criterion: string, anchor: RegExp) {
    return maryam.page.getByRole('group', { name: criterion, exact: true }).getByRole('radio', { name: anchor });
  }
});
