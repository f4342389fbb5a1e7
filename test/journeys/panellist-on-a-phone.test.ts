import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HOUR } from '#app/kernel/instant.ts';
import { en } from '#app/words/en/index.ts';
import { become, expectAccessible, openBrowser, type Visitor, visit } from './browser.ts';
import { type RunningPortal, startPortal } from './portal.ts';
import { choose, expectWords, follow, go, press, stepByStep, write } from './steps.ts';
import { storyUntil } from './story-folder.ts';

const { tieDesk } = en;

const CALL = 'Ideas for a friendlier city';

describe('a panellist on a phone', () => {
  stepByStep();
  let browser: Browser;
  let portal: RunningPortal;
  let nadia: Visitor;
  let sheet: string;
  let group: string;
  let queue: string;
  let unread: string;
  let tied: string;
  let left: string;

  beforeAll(async () => {
    browser = await openBrowser();
    portal = await startPortal({}, storyUntil('panel'));
    nadia = await visit(browser, portal.url, true);
    await become(nadia, 'Nadia Rezai');
  });

  afterAll(async () => {
    await nadia.leave();
    await portal.stop();
    await browser.close();
  });

  test('sees what fits into today, and opens an application', async () => {
    await go(nadia, '/panel');
    await follow(nadia, CALL);
    await expectWords(nadia, 'Today', /applications? fits? into your \d+ minutes: about \d+ minutes?\./);
    const toDo = nadia.page.locator('.tasks').first().getByRole('listitem').filter({ hasNotText: 'Started' });
    sheet = (await toDo.first().getByRole('link').getAttribute('href')) ?? '';
    await go(nadia, sheet);
    group = (await nadia.page.locator('.overline').first().innerText()).split(' · ')[1] ?? '';
    expect(group).not.toBe('');
  });

  test('watches the sum while she scores, and it is saved without a button', async () => {
    await answer('The need', /^4 /).check();
    await expectWords(nadia, 'So far 4.00 of 5. 1 of 4 answered.', /^Saved \d\d:\d\d$/);
    await answer('It can be done', /^I cannot judge this/).check();
    await expectWords(nadia, 'So far 4.00 of 5. 2 of 4 answered.');
  });

  test('goes on where there is no connection, and loses nothing to her computer at home', async () => {
    await expectWords(nadia, /^Saved \d\d:\d\d$/);
    await nadia.context.setOffline(true);
    await write(nadia, 'What is strongest?', 'They have already begun.');
    await answer('What will change', /^2 /).check();
    await expectWords(nadia, 'Not sent yet. It is kept on this device until you are online again.');
    const home = await visit(browser, portal.url, false);
    await become(home, 'Nadia Rezai');
    await go(home, sheet);
    expect(await answer('What will change', /^2 /, home).isChecked()).toBe(false);
    await write(home, 'What worries you?', 'The rent after the summer.');
    await press(home, 'Save and go on later');
    await expectWords(home, 'Your scores are saved. They are not handed in yet.');
    await home.leave();
  });

  test('finds both put together when the connection is back', async () => {
    await nadia.context.setOffline(false);
    await expect
      .poll(() => nadia.page.getByLabel('What worries you?', { exact: true }).inputValue(), { timeout: 90_000 })
      .toBe('The rent after the summer.');
    await expectWords(nadia, /^Saved \d\d:\d\d$/);
    await go(nadia, sheet);
    expect(await nadia.page.getByLabel('What is strongest?', { exact: true }).inputValue()).toBe(
      'They have already begun.',
    );
    expect(await answer('What will change', /^2 /).isChecked()).toBe(true);
  });

  test('answers the last question by its number, and hands in', async () => {
    const last = nadia.page.getByRole('group', { name: 'Led by the people it is for', exact: true });
    await last.getByRole('radio').first().focus();
    await nadia.page.keyboard.press('5');
    await expectWords(nadia, /^So far \d\.\d\d of 5\. 4 of 4 answered\.$/);
    await press(nadia, 'Hand in my scores');
    await expectWords(nadia, 'Your scores are handed in. Thank you.', 'What the panel says so far');
  });

  test('keeps what is to do on her phone, once she has read who could see it there', async () => {
    await go(nadia, '/panel');
    await follow(nadia, CALL);
    expect(await keptOnPhone()).toEqual([]);
    await expectWords(nadia, 'Whoever can open this phone can then read these applications.');
    await nadia.page.getByRole('button', { name: 'Keep these for when I have no internet' }).click();
    await expectWords(nadia, /Applications kept on this phone: \d+\. Size: \d+\.\d MB\./);
    await expectAccessible(nadia);
    queue = new URL(nadia.page.url()).pathname;
    const kept = await keptOnPhone();
    expect(kept).toContain(queue);
    expect(kept).not.toContain(sheet);
    expect(kept.filter((address) => address.startsWith('/panel/media'))).toEqual([]);
  });

  test('opens one that she had never opened, without a connection, and scores it', async () => {
    await nadia.context.setOffline(true);
    await go(nadia, queue);
    await expectWords(nadia, /^The portal cannot be reached now\. This is the copy from \d\d:\d\d\./);
    const unopened = nadia.page.locator('.tasks').first().getByRole('listitem').filter({ hasNotText: 'Started' });
    const links = unopened.getByRole('link');
    [unread = '', tied = ''] = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    await go(nadia, unread);
    await expectWords(nadia, /^The portal cannot be reached now\. This is the copy from \d\d:\d\d\./);
    await scoreAll(nadia);
    await write(nadia, 'What is strongest?', 'Read on the train.');
    await nadia.page.getByRole('button', { name: 'Hand in my scores' }).click();
    await expectWords(nadia, /Nothing is lost: what you wrote is kept on this phone\./);
    await go(nadia, queue);
  });

  test('finds it sent once she is online, and hands it in, and it goes from the phone', async () => {
    await nadia.context.setOffline(false);
    await go(nadia, queue);
    await expect.poll(() => unsentOnPhone(), { timeout: 30_000 }).toEqual([]);
    await go(nadia, unread);
    expect(await nadia.page.getByLabel('What is strongest?', { exact: true }).inputValue()).toBe('Read on the train.');
    await press(nadia, 'Hand in my scores');
    await expectWords(nadia, 'Your scores are handed in. Thank you.');
    await expect.poll(keptOnPhone, { timeout: 30_000 }).not.toContain(unread);
  });

  test('loads an older copy in a tunnel, and finds in it what she saved and what she wrote since', async () => {
    const strongest = () => nadia.page.getByLabel('What is strongest?', { exact: true }).inputValue();
    await go(nadia, tied);
    await write(nadia, 'What is strongest?', 'Saved after the copy was made.');
    await expectWords(nadia, /^Saved \d\d:\d\d$/);
    await nadia.context.setOffline(true);
    await write(nadia, 'What worries you?', 'Written in the tunnel.');
    await go(nadia, tied);
    await expectWords(nadia, /This is the copy from \d\d:\d\d\./);
    expect(await strongest()).toBe('Saved after the copy was made.');
    await nadia.context.setOffline(false);
    await expect.poll(() => unsentOnPhone(), { timeout: 90_000 }).toEqual([]);
    await go(nadia, tied);
    expect(await strongest()).toBe('Saved after the copy was made.');
    expect(await nadia.page.getByLabel('What worries you?', { exact: true }).inputValue()).toBe(
      'Written in the tunnel.',
    );
  });

  test('loses an application from her phone when staff raise a tie', async () => {
    expect(await keptOnPhone()).toContain(tied);
    await go(nadia, tied);
    const reference = await nadia.page.locator('.overline bdi').first().innerText();
    const grace = await visit(browser, portal.url, false);
    await become(grace, 'Grace Okafor');
    await go(grace, '/staff');
    await follow(grace, CALL);
    await follow(grace, 'The panel');
    await go(grace, `${new URL(grace.page.url()).pathname}/ties`);
    await grace.page.getByLabel(tieDesk.raiseMember, { exact: true }).selectOption({ label: 'Nadia Rezai' });
    await write(grace, tieDesk.raiseReference, reference);
    await choose(grace, tieDesk.raiseLevels.hard);
    await write(grace, tieDesk.raiseReason, 'Her sister runs it.');
    await press(grace, tieDesk.raise);
    await grace.leave();
    await go(nadia, queue);
    await expect.poll(keptOnPhone, { timeout: 30_000 }).not.toContain(tied);
    await nadia.context.setOffline(true);
    await go(nadia, tied);
    await expectWords(nadia, /^The page that you wanted is not kept on this phone\. .* This is the copy from/, CALL);
    expect(await nadia.page.content()).not.toContain(reference);
    await nadia.context.setOffline(false);
  });

  test('takes everything off her phone with one button, and by signing out', async () => {
    await go(nadia, queue);
    await nadia.page.getByRole('button', { name: 'Take them off this phone' }).click();
    await expectWords(nadia, 'Nothing is kept on this phone.');
    expect(await keptOnPhone()).toEqual([]);
    await nadia.page.getByRole('button', { name: 'Keep these for when I have no internet' }).click();
    await expectWords(nadia, /Applications kept on this phone: \d+\./);
    await press(nadia, 'Sign out');
    expect(await keptOnPhone()).toEqual([]);
    await become(nadia, 'Nadia Rezai');
  });

  test('stops keeping them in the middle, and nothing comes back', async () => {
    await go(nadia, queue);
    const held = Promise.withResolvers<void>();
    const sheets = '**/panel/applications/*';
    await nadia.page.route(sheets, async (route) => {
      await held.promise;
      await route.continue();
    });
    await nadia.page.getByRole('button', { name: 'Keep these for when I have no internet' }).click();
    await expectWords(nadia, /^Fetching\. [1-9]\d* of \d+ pages are kept\./);
    await nadia.page.getByRole('button', { name: 'Take them off this phone' }).click();
    await expectWords(nadia, 'Nothing is kept on this phone.');
    const answered = nadia.page.waitForResponse(sheets);
    held.resolve();
    await answered;
    await nadia.page.unroute(sheets);
    await go(nadia, queue);
    expect(await keptOnPhone()).toEqual([]);
    expect(await nadia.page.evaluate(() => localStorage.getItem('panel-kept-for'))).toBe(null);
  });

  test('signs out without internet: what can be read goes at once, what she wrote is sent, and then she is out', async () => {
    const written = await firstToDo();
    await go(nadia, written);
    await nadia.context.setOffline(true);
    await write(nadia, 'What is strongest?', 'Sent on the way out.');
    await expectWords(nadia, 'Not sent yet. It is kept on this device until you are online again.');
    await nadia.page.route('**/autosave', (route) => route.abort('connectionreset'));
    await nadia.context.setOffline(false);
    await go(nadia, queue);
    await nadia.page.getByRole('button', { name: 'Keep these for when I have no internet' }).click();
    await expectWords(nadia, /Applications kept on this phone: \d+\./);
    await nadia.context.setOffline(true);
    const told = nadia.page.waitForEvent('dialog');
    const pressed = nadia.page.getByRole('button', { name: 'Sign out' }).click();
    const dialog = await told;
    expect(dialog.message()).toMatch(/^The portal cannot be reached\./);
    await dialog.accept();
    await pressed;
    expect(await keptOnPhone()).toEqual([]);
    await nadia.page.unroute('**/autosave');
    const signedOut = nadia.page.waitForURL('/');
    await nadia.context.setOffline(false);
    await signedOut;
    expect(await unsentOnPhone()).toEqual([]);
    await nadia.page.goto(queue);
    expect(new URL(nadia.page.url()).pathname).toBe('/sign-in');
    await become(nadia, 'Nadia Rezai');
    await go(nadia, written);
    expect(await nadia.page.getByLabel('What is strongest?', { exact: true }).inputValue()).toBe(
      'Sent on the way out.',
    );
  });

  test('stays signed out for nobody: a network that is none ends no session, and the first real one does', async () => {
    await nadia.page.route('**/sign-out', (route) => route.fulfill({ status: 200, body: 'Log in to this network' }));
    const told = nadia.page.waitForEvent('dialog');
    const pressed = nadia.page.getByRole('button', { name: 'Sign out' }).click();
    await (await told).accept();
    await pressed;
    await nadia.page.unroute('**/sign-out');
    await Promise.all([nadia.page.waitForURL('/'), nadia.page.reload()]);
    await become(nadia, 'Nadia Rezai');
    await go(nadia, queue);
    expect(new URL(nadia.page.url()).pathname).toBe(queue);
  });

  test('finds what came too late on her phone, and decides herself when it goes', async () => {
    left = await firstToDo();
    await go(nadia, left);
    await nadia.context.setOffline(true);
    await write(nadia, 'What is strongest?', 'Written in the tunnel.');
    await expectWords(nadia, 'Not sent yet. It is kept on this device until you are online again.');
    const home = await visit(browser, portal.url, false);
    await become(home, 'Nadia Rezai');
    await go(home, left);
    await scoreAll(home);
    await press(home, 'Hand in my scores');
    await expectWords(home, 'Your scores are handed in. Thank you.');
    await home.leave();
    await nadia.context.setOffline(false);
    await go(nadia, queue);
    await expectWords(nadia, 'Written on this phone, not sent', 'Written in the tunnel.');
    await expectAccessible(nadia);
    await follow(nadia, 'Open this sheet');
    await expectWords(
      nadia,
      /^This could not be sent, because these scores cannot change now\./,
      'Written in the tunnel.',
    );
    nadia.page.once('dialog', (dialog) => void dialog.accept());
    await nadia.page.getByRole('button', { name: 'Delete this from this phone' }).click();
    await expectWords(nadia, 'It is deleted from this phone.');
    expect(await unsentOnPhone()).toEqual([]);
    await go(nadia, queue);
    expect(await nadia.page.getByText('Written on this phone, not sent').isVisible()).toBe(false);
  });

  test('reads without names once a phase hides them, and what she wrote before that waits for it', async () => {
    left = await firstToDo();
    await go(nadia, left);
    await nadia.context.setOffline(true);
    await write(nadia, 'What worries you?', 'Written before the phases.');
    await expectWords(nadia, 'Not sent yet. It is kept on this device until you are online again.');
    const grace = await visit(browser, portal.url, false);
    await become(grace, 'Grace Okafor');
    await go(grace, '/staff');
    await follow(grace, CALL);
    await follow(grace, 'The panel');
    await follow(grace, /^Phases: /);
    await press(grace, 'Make these two phases');
    await expectWords(grace, 'The two phases are made. Check their dates.', 'Score without names');
    await grace.leave();

    await nadia.context.setOffline(false);
    await go(nadia, '/panel');
    await follow(nadia, CALL);
    await expectWords(nadia, 'The applications are not open yet.');
    await expectWords(nadia, /^This could not be sent, because this application is not open to you now\./);
    await expectWords(nadia, 'Written before the phases.');
    portal.moveTo(Date.now() + 2 * HOUR);
    await go(nadia, queue);
    await expect.poll(() => unsentOnPhone(), { timeout: 30_000 }).toEqual([]);
    await go(nadia, left);
    expect(await nadia.page.getByLabel('What worries you?', { exact: true }).inputValue()).toBe(
      'Written before the phases.',
    );
    await go(nadia, sheet);
    await expectWords(
      nadia,
      'Names are hidden. Please do not try to find out who wrote it.',
      'You do not see what others scored in this phase.',
    );
    expect(await nadia.page.content()).not.toContain(group);
    await go(nadia, '/panel');
    await follow(nadia, CALL);
    expect(await nadia.page.content()).not.toContain(group);
  });

  /** The pages in every cache of her browser. */
  function keptOnPhone(): Promise<string[]> {
    return nadia.page.evaluate(async () => {
      const names = await caches.keys();
      const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
      return requests
        .flat()
        .map(({ url }) => new URL(url).pathname)
        .filter((address) => address.startsWith('/panel'));
    });
  }

  async function scoreAll(who: Visitor): Promise<void> {
    for (const group of await who.page.locator('fieldset.judging').all())
      await group.getByRole('radio').first().check();
    await write(who, 'What is strongest?', 'They know the street.');
    await write(who, 'What worries you?', 'Nothing so far.');
  }

  /** The address of a sheet that nothing is written on yet. */
  async function firstToDo(): Promise<string> {
    await go(nadia, queue);
    const toDo = nadia.page.locator('.tasks').first().getByRole('listitem').filter({ hasNotText: 'Started' });
    return (await toDo.first().getByRole('link').getAttribute('href')) ?? '';
  }

  function unsentOnPhone(): Promise<string[]> {
    return nadia.page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('unsaved')));
  }

  function answer(criterion: string, anchor: RegExp, who = nadia) {
    return who.page.getByRole('group', { name: criterion, exact: true }).getByRole('radio', { name: anchor });
  }
});
