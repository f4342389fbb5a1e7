import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DAY, HOUR } from '#app/kernel/instant.ts';
import { become, openBrowser, type Visitor, visit } from './browser.ts';
import { localTime } from './pitch-day-steps.ts';
import { type RunningPortal, startPortal } from './portal.ts';
import { expectHeading, expectWords, follow, go, press, signIn, stepByStep, write } from './steps.ts';
import { storyUntil } from './story-folder.ts';

const CALL = 'Start a business that does good';
const MANAGER = 'Rohan Mehta';
const OTHER_CALL = 'Ideas for a friendlier city';
/** After every call of the story has closed. */
const LATE = 90 * DAY;

describe('coming to a call', () => {
  stepByStep();
  let browser: Browser;
  let portal: RunningPortal;
  let amina: Visitor;
  let manager: Visitor;
  let desk: string;
  let code: string;
  let link: string;

  beforeAll(async () => {
    browser = await openBrowser();
    portal = await startPortal({}, storyUntil('call'));
    amina = await visit(browser, portal.url, true);
    manager = await visit(browser, portal.url, true);
  });

  afterAll(async () => {
    await amina.leave();
    await manager.leave();
    await browser.close();
    await portal.stop();
  });

  /** Answers the sentences of the self-check in their order. */
  const answer = async (...said: readonly ('Yes' | 'No')[]) => {
    for (const [place, word] of said.entries()) {
      const sentence = amina.page.getByRole('main').locator('form fieldset').nth(place);
      await sentence.getByRole('radio', { name: word, exact: true }).check();
    }
    await press(amina, 'See what this means');
  };

  /** What her telephone would dial. */
  const numberToCall = () =>
    amina.page
      .getByRole('main')
      .locator('a[href^="tel:"]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));

  test('finds out that the call fits, and is asked for every answer first', async () => {
    await go(amina, '/calls');
    await follow(amina, CALL);
    await follow(amina, 'Is this for you?');
    await answer('Yes', 'Yes');
    await expectWords(amina, 'Please look at this again', 'Choose yes or no for sentence 3.');
    await answer('Yes', 'Yes', 'Yes', 'Yes');
    await expectHeading(amina, 'This looks right for you');
    await expectWords(amina, 'You said yes to every sentence. You can start whenever you like.');
  });

  test('finds another call and another helper where it does not fit, and may start all the same', async () => {
    await follow(amina, 'Answer again');
    await answer('Yes', 'No', 'No', 'Yes');
    await expectHeading(amina, 'This call may not fit, but here is another way');
    await expectWords(amina, 'Another call may fit you better', 'Somebody can help you');
    await expectWords(amina, /Write to us, and we introduce you to some\.$/);
    expect(await amina.page.getByRole('link', { name: 'Start all the same' }).count()).toBe(1);
    expect(await numberToCall()).toEqual(['tel:+441214960187']);
    expect(new URL(amina.page.url()).search).toBe('');
    await follow(amina, OTHER_CALL);
    await expectHeading(amina, OTHER_CALL);
  });

  test('and leaves nothing behind: no cookie, only two numbers for the staff', async () => {
    expect((await amina.context.cookies()).filter(({ name }) => !/lang/i.test(name))).toEqual([]);
    await become(manager, MANAGER);
    await go(manager, '/staff/calls');
    await follow(manager, CALL);
    desk = manager.page.url();
    const counts = manager.page.getByRole('main').locator('section', { hasText: 'These are rough numbers.' });
    expect(await counts.innerText()).toMatch(/It looked right\s+1\s+Another way was shown\s+1/);
  });

  test('its manager says how to reach a person, and everybody sees it at once', async () => {
    await go(manager, '/staff/calls');
    await follow(manager, 'How people reach you');
    await write(manager, 'Telephone number', 'Ask Rohan');
    await press(manager, 'Save');
    await expectWords(manager, 'Please look at this again', 'Enter a number that people can dial');
    await write(manager, 'Telephone number', '0121 496 0199');
    await press(manager, 'Save');
    await expectWords(manager, 'Saved. Everybody sees this from now on.');
    await go(amina, '/calls');
    await follow(amina, CALL);
    await amina.page.getByRole('link', { name: 'Do you have a question? Talk to a person' }).click();
    expect(await numberToCall()).toEqual(['tel:+441214960199']);
  });

  test('a code for one application is made after the closing, and shown once', async () => {
    portal.moveTo(Date.now() + LATE);
    await become(manager, MANAGER);
    await go(manager, desk);
    await follow(manager, 'Access codes');
    await write(manager, 'Who is it for?', 'Sewing group, ill in the last week');
    await write(manager, 'When does the code end?', localTime(Date.now() + LATE - HOUR));
    await press(manager, 'Make the code');
    await expectWords(manager, 'Please look at this again', 'Choose a time that is still to come.');
    await write(manager, 'When does the code end?', localTime(Date.now() + LATE + 2 * DAY));
    await press(manager, 'Make the code');
    await expectHeading(manager, 'Here is the code');
    const shown = await manager.page.getByRole('main').locator('code').allInnerTexts();
    code = shown[0] ?? '';
    link = new URL(shown[1] ?? '').pathname + new URL(shown[1] ?? '').search;
    expect(code).toMatch(/^\w{4}-\w{4}-\w{4}$/);
    await follow(manager, 'I have it. Back to the codes');
    await expectWords(manager, '0 of 1', 'Works');
    expect(await manager.page.getByText(code).count()).toBe(0);
  });

  test('lets somebody in late who has the link, until the code ends', async () => {
    await go(amina, link);
    await signIn(amina, 'amina-code@example.org', 'Amina Said');
    await expectWords(amina, 'The call is closed. With a code for late entry you can still start.');
    expect(await amina.page.getByLabel('Your code').inputValue()).toBe(code);
    await write(
      amina,
      'Your code',
      code.replace(/\w$/, (last) => (last === '7' ? '8' : '7')),
    );
    await press(amina, 'Start with this code');
    await expectWords(amina, 'Please look at this again', /^This is not a whole code\./);
    await write(amina, 'Your code', code.toLowerCase().replaceAll('-', ' '));
    await press(amina, 'Start with this code');
    await expectHeading(amina, 'Your application');
    await expectWords(amina, /^With your code you can send it until /);
  });

  test('says that a code is used up, and to whom to turn', async () => {
    // His telephone runs no scripts: the link fills in the code all the same.
    const bilal = await visit(browser, portal.url, false);
    await go(bilal, link);
    await signIn(bilal, 'bilal-code@example.org', 'Bilal Omar');
    await press(bilal, 'Start with this code');
    await expectWords(bilal, 'This code was used as often as it can be. Ask the people who gave it to you.');
    await bilal.leave();
    await go(manager, desk);
    await follow(manager, 'Access codes');
    await expectWords(manager, '1 of 1', 'Used up', '1 draft');
  });

  test('ends with its time, for a draft that came by it and for everybody else', async () => {
    const draft = amina.page.url();
    portal.moveTo(Date.now() + LATE + 3 * DAY);
    await go(amina, draft);
    await expectWords(amina, /^The call closed .+ Your words are still here, but they can no longer be sent\.$/);
    const chen = await visit(browser, portal.url, true);
    await go(chen, link);
    await signIn(chen, 'chen-code@example.org', 'Chen Li');
    await press(chen, 'Start with this code');
    await expectWords(chen, 'This code has ended. Ask the people who gave it to you.');
    await chen.leave();
  });
});
