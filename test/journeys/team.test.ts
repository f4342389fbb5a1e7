import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible, openBrowser, type Visitor, visit } from './browser.ts';
import { type RunningPortal, startPortal } from './portal.ts';
import {
  choose,
  expectHeading,
  expectPlayable,
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

const CLIP = 'db/story/clips/our-kitchen.mp4';
const FIRST = /^1\. What do you want to do\?/;

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
])('a team, %s', (_, withScripts) => {
  stepByStep();
  const addressOf = (name: string) => `${name.toLowerCase()}-${withScripts ? 'with' : 'without'}@example.org`;
  const groupOf = (name: string) => `The table of ${addressOf(name).replace('@example.org', '')}`;
  let hana: Visitor;
  let bilal: Visitor;
  let cleo: Visitor;
  let dara: Visitor;
  let application: string;
  let link: string;

  beforeAll(async () => {
    hana = await visit(browser, portal.url, withScripts);
    bilal = await visit(browser, portal.url, withScripts);
    cleo = await visit(browser, portal.url, withScripts);
    dara = await visit(browser, portal.url, withScripts);
    application = await begin(hana, 'Hana');
  });

  afterAll(async () => {
    for (const visitor of [hana, bilal, cleo, dara]) await visitor.leave();
  });

  test('is joined by a link, by as many as it is for', async () => {
    await follow(hana, 'Your team');
    link = await invite(hana, /^Comments/, { how: /^Make a link that I send myself/ });
    await bilal.page.goto(link);
    await signIn(bilal, addressOf('Bilal'), 'Bilal');
    await expectWords(bilal, 'Hana asks you to work on an application together.', 'A table for everybody');
    await press(bilal, 'Join the team');
    await expectHeading(bilal, 'Your application');
    await expectWords(bilal, /^You are in this team\./);
    await dara.page.goto(link);
    await signIn(dara, addressOf('Dara'), 'Dara');
    await expectWords(dara, /^This invitation was used as often as it can be\./);
  });

  test('is joined by e-mail, by nobody but whom it was sent to', async () => {
    await follow(hana, 'Back to your team');
    link = await invite(hana, /^Writes(?! and signs)/, {
      how: /^Send an e-mail to one person/,
      email: addressOf('Cleo'),
    });
    await go(dara, link);
    await expectWords(dara, /^This invitation was sent to another address\./);
    await cleo.page.goto(link);
    await signIn(cleo, addressOf('Cleo'), 'Cleo');
    await press(cleo, 'Join the team');
    await expectHeading(cleo, 'Your application');
  });

  test('lets each do what they are there for', async () => {
    await follow(bilal, FIRST);
    expect(await bilal.page.getByLabel(/^Your answer/).count()).toBe(0);
    await write(bilal, 'Your comment', 'Say who cooks.');
    await press(bilal, 'Add the comment');
    await go(cleo, application);
    await expectWords(cleo, '1 open comment');
    await follow(cleo, 'Check and send');
    await expectWords(cleo, /^You cannot send this yourself\. Hana can/);
    await follow(hana, 'Back to your team');
    await changeRole('Bilal', /^Reads/);
    await bilal.page.reload();
    expect(await bilal.page.getByLabel('Your comment').count()).toBe(0);
    await expectWords(bilal, 'Say who cooks.');
    await changeRole('Cleo', /^Writes and signs/);
    await cleo.page.reload();
    await cleo.page.getByRole('button', { name: 'Send my application' }).waitFor();
  });

  test('writes the same answer at once: each is told of the other, and no word is lost', async () => {
    for (const visitor of [hana, cleo]) {
      await go(visitor, application);
      await follow(visitor, FIRST);
    }
    const page = hana.page.url();
    // Hana is on a train: the connection goes while she types, and Cleo saves meanwhile.
    if (withScripts) await hana.context.setOffline(true);
    await write(hana, /^Your answer/, 'Hana: we cook on Fridays.');
    if (withScripts) await expectWords(hana, 'Not saved yet. We will try again.');
    await write(cleo, /^Your answer/, 'Cleo: we eat together.');
    if (withScripts) await expectWords(cleo, /^Saved /);
    else await press(cleo, 'Save and go to the list');
    if (withScripts) await hana.context.setOffline(false);
    else await press(hana, 'Save and go to the list');
    await expectWords(hana, /^Cleo saved this at /, 'Cleo: we eat together.', 'Both texts are here. Nothing is lost.');
    expect(await answerOf(hana)).toBe('Hana: we cook on Fridays.');
    await expectAccessible(hana);
    if (withScripts) {
      // One more word before she chooses, and the page is loaded again: she is asked again, and nothing is overwritten.
      await write(hana, /^Your answer/, 'Hana: we cook on Fridays.');
      await hana.page.reload();
      await expectWords(hana, 'Both texts are here. Nothing is lost.', 'Cleo: we eat together.');
      expect(await answerOf(hana)).toBe('Hana: we cook on Fridays.');
      await hana.page.getByRole('button', { name: 'Keep what I wrote here' }).click();
      await expectWords(hana, /^Saved /);
      await write(cleo, /^Your answer/, 'Cleo: we eat together. All of us.');
      await expectWords(cleo, /^Hana saved this at /, 'Hana: we cook on Fridays.');
      expect(await answerOf(cleo)).toBe('Cleo: we eat together. All of us.');
      await cleo.page.getByRole('button', { name: 'Use the text from the other window' }).click();
    } else {
      await press(hana, 'Save and go to the list');
      await go(cleo, page);
    }
    expect(await answerOf(cleo)).toBe('Hana: we cook on Fridays.');
    await go(hana, page);
    expect(await answerOf(hana)).toBe('Hana: we cook on Fridays.');
  });

  test('changes hands when both agree', async () => {
    await go(hana, `${application}/team`);
    await hana.page.locator('summary', { hasText: 'Hand over this application' }).click();
    await choose(hana, 'Cleo');
    await press(hana, 'Ask them to take over');
    await expectWords(hana, /^You have asked Cleo to take over\./);
    await go(cleo, `${application}/team`);
    await expectWords(cleo, 'Hana asks you to take over this application');
    await press(cleo, 'Yes, I take over');
    await cleo.page.getByRole('heading', { name: 'Invite somebody' }).waitFor();
    await hana.page.reload();
    await hana.page.getByText('Leave this team').first().waitFor();
  });

  test('shows somebody who was taken out the words of the page they had open', async () => {
    await go(hana, application);
    await follow(hana, /^2\. Why is it needed\?/);
    await cleo.page.locator('summary', { hasText: 'Take Hana out of the team' }).click();
    await press(cleo, 'Yes, take Hana out');
    await write(hana, /^Your answer/, 'Because many of us eat alone.');
    if (withScripts) {
      await expectWords(hana, /^You are no longer in this team, so this was not saved\./);
      expect(await answerOf(hana)).toBe('Because many of us eat alone.');
      await expectAccessible(hana);
    } else {
      await press(hana, 'Save and go to the list');
      await expectHeading(hana, 'You are no longer in this team');
      await expectWords(hana, 'Because many of us eat alone.');
    }
    expect((await hana.page.request.get(application)).status()).toBe(404);
  });

  test('finds a group like itself, once both want to be found', async () => {
    const other = await begin(dara, 'Dara');
    await follow(dara, FIRST);
    await write(dara, /^Your answer/, 'Dara: we grow herbs.');
    const chooser = dara.page.getByLabel('Choose a video or a sound file');
    if (withScripts) await Promise.all([dara.page.waitForEvent('load'), chooser.setInputFiles(CLIP)]);
    else await chooser.setInputFiles(CLIP);
    await press(dara, 'Save and go to the list');
    for (const [visitor, at] of [
      [cleo, application],
      [dara, other],
    ] as const) {
      await go(visitor, `${at}/others`);
      for (const name of ['Hana', 'Dara']) expect(await visitor.page.getByText(groupOf(name)).count()).toBe(0);
      await tick(visitor, 'Yes, show our idea and our name to groups like us');
      await press(visitor, 'Show our idea');
      await expectWords(visitor, 'Groups like you can find you.');
    }
    await cleo.page.reload();
    await cleo.page.locator('summary', { hasText: `Ask ${groupOf('Dara')} to join up` }).click();
    await write(cleo, /^What do you want to say\?/, 'Your herbs, our kitchen?');
    await press(cleo, 'Send the question');
    await expectWords(cleo, 'Waiting for an answer', groupOf('Dara'));
    await dara.page.reload();
    await expectWords(dara, 'Your herbs, our kitchen?');
    expect(await dara.page.getByText('Cleo').count()).toBe(0);
    await press(dara, 'Yes, let us talk');
    await expectWords(dara, 'You can work with Cleo now.');
  });

  test('makes one application of two, question by question', async () => {
    await cleo.page.reload();
    await press(cleo, 'Put their draft into ours');
    await dara.page.reload();
    await follow(dara, 'See the two drafts');
    await expectWords(dara, /^If you agree, Cleo reads all your answers/);
    await press(dara, 'I agree');
    await go(cleo, `${application}/others`);
    await follow(cleo, 'See the two drafts');
    await expectWords(cleo, 'Hana: we cook on Fridays.', 'Dara: we grow herbs.');
    await expectPlayable(cleo, 'What they recorded or sent');
    await choose(cleo, 'Both, one after the other');
    await press(cleo, 'Make one application');
    await go(cleo, application);
    await follow(cleo, FIRST);
    expect(await answerOf(cleo)).toBe('Hana: we cook on Fridays.\n\nDara: we grow herbs.');
    await expect
      .poll(async () => {
        await cleo.page.reload();
        return cleo.page.getByLabel('Your video is here').count();
      })
      .toBe(1);
    await expectPlayable(cleo, 'Your video is here');
    await go(dara, application);
    await expectWords(dara, /^You are in this team\./);
  });

  /** @returns the address of a draft with its first part filled in */
  async function begin(visitor: Visitor, name: string): Promise<string> {
    await visitor.page.goto('/apply/start/social-innovation');
    if (visitor.page.url().includes('sign-in')) await signIn(visitor, addressOf(name), name);
    await press(visitor, 'Start now');
    const address = visitor.page.url();
    await follow(visitor, /^About you and your idea/);
    await fillDetails(visitor);
    await write(visitor, 'Name of your group', groupOf(name));
    await press(visitor, 'Save and go to the list');
    return address;
  }

  /** @returns the link, which is shown once */
  async function invite(owner: Visitor, role: RegExp, to: { how: RegExp; email?: string }): Promise<string> {
    await choose(owner, to.how);
    if (to.email !== undefined) await write(owner, 'Their e-mail address', to.email);
    await choose(owner, role);
    await press(owner, 'Invite');
    await expectHeading(owner, 'Your invitation is ready');
    return new URL(await owner.page.locator('code').innerText()).pathname;
  }

  async function changeRole(name: string, role: RegExp): Promise<void> {
    const card = hana.page.getByRole('listitem').filter({ has: hana.page.getByRole('heading', { name }) });
    await card.locator('summary', { hasText: `Change what ${name} can do` }).click();
    await card.getByRole('radio', { name: role }).check();
    await Promise.all([
      hana.page.waitForEvent('load'),
      card.getByRole('button', { name: 'Save', exact: true }).click(),
    ]);
    await expectAccessible(hana);
  }

  function answerOf(visitor: Visitor): Promise<string> {
    return visitor.page.getByLabel(/^Your answer/).inputValue();
  }
});
