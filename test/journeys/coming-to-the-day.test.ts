import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DAY } from '#app/kernel/instant.ts';
import { wordsOf } from '#app/platform/messages.server.ts';
import { loadSecrets } from '#app/platform/secrets.server.ts';
import { become, openBrowser, type Visitor, visit } from './browser.ts';
import { ANOTHER_DAY, localTime } from './pitch-day-steps.ts';
import { type RunningPortal, startPortal } from './portal.ts';
import { expectHeading, expectWords, follow, go, press, stepByStep, tick, write } from './steps.ts';
import { storyUntil } from './story-folder.ts';

const CALL = 'Ideas for a friendlier city';
const PAGE = '/calls/social-innovation/pitch-day';

describe('coming to the day', () => {
  stepByStep();
  let browser: Browser;
  let portal: RunningPortal;
  let grace: Visitor;
  let yusra: Visitor;
  let tam: Visitor;
  let door: string;

  beforeAll(async () => {
    browser = await openBrowser();
    portal = await startPortal({}, storyUntil('shortlist'));
    grace = await visit(browser, portal.url, true);
    yusra = await visit(browser, portal.url, false);
    tam = await visit(browser, portal.url, false);
  });

  afterAll(async () => {
    for (const visitor of [grace, yusra, tam]) await visitor.leave();
    await portal.stop();
    await browser.close();
  });

  test('a manager says what the day offers: two places, an interpreter and a meal', async () => {
    await become(grace, 'Grace Okafor');
    await go(grace, '/staff');
    await follow(grace, CALL);
    await follow(grace, 'Pitch day');
    await follow(grace, 'Plan the day');
    await write(grace, 'Place', 'Foleshill Library');
    await write(grace, 'Address', 'Broad Street, Coventry');
    await write(grace, 'Access', 'No steps.');
    await write(grace, 'Date and time', localTime(Date.now() + 10 * DAY));
    await write(grace, 'Minutes for questions after each pitch', '2');
    await write(grace, 'Places for people', '2');
    await grace.page.getByRole('checkbox', { name: 'العربية' }).check();
    await write(grace, 'Food, in words', 'A warm meal at noon');
    await press(grace, 'Save');
    await tick(grace, ANOTHER_DAY);
    await press(grace, 'Save');
    await follow(grace, 'See who comes');
    await expectWords(grace, 'Nobody has signed up yet', '0 of 2');
  });

  test('Yusra signs up on a small phone without scripts, and the letter has her places', async () => {
    await go(yusra, PAGE);
    await expectWords(yusra, 'Foleshill Library', 'A warm meal at noon', /questions for 2 minutes/);
    await press(yusra, 'Sign up');
    await expectWords(yusra, 'Please look at this again');
    await write(yusra, 'What shall we call you?', 'Yusra');
    await write(yusra, 'E-mail', 'yusra@people.example');
    await write(yusra, 'How many of you come?', '2');
    await yusra.page.getByLabel('Do you want an interpreter?').selectOption('ar');
    await press(yusra, 'Sign up');
    await expectWords(yusra, 'Thank you. We have what you sent.');
    await go(yusra, await linkOf('yusra@people.example', 'You have 2 places'));
    await expectWords(yusra, 'You have 2 places. See you there!');
  });

  test('the hall is full, and Tam waits', async () => {
    await go(tam, PAGE);
    await expectWords(tam, /All places are taken just now/);
    await write(tam, 'What shall we call you?', 'Tam');
    await write(tam, 'E-mail', 'tam@people.example');
    await press(tam, 'Sign up');
    await go(tam, await linkOf('tam@people.example', 'You are on the waiting list'));
    await expectWords(tam, 'You wait for a place.', /nobody overtakes/);
  });

  test('Yusra gives her places back by her link, after she was asked once', async () => {
    await follow(yusra, 'We do not come');
    await expectWords(yusra, 'Do you really want to give your places back?');
    await press(yusra, 'Yes, we do not come');
    await expectWords(yusra, 'You said that you do not come.', 'Would you like to come after all?');
  });

  test('Tam moves up, and reads until when to say no', async () => {
    await go(tam, await linkOf('tam@people.example', 'There are places for you now'));
    await expectWords(tam, 'You have a place. See you there!', /If you cannot come, please say so by/);
  });

  test('a manager marks at the door that Tam is there', async () => {
    await follow(grace, 'At the door');
    door = grace.page.url();
    await press(grace, 'Tam is there');
    await expectWords(grace, '1 are there. 1 have a place.', 'Tam is not there');
    await expectHeading(grace, 'At the door');
    expect(await (await grace.page.request.get(`${door.replace('/door', '/coming.csv')}`)).text()).toContain('Tam');
  });

  /** The link in the newest letter to somebody: it is kept sealed, and the portal here has no mail server. */
  async function linkOf(recipient: string, subject: string): Promise<string> {
    const secrets = loadSecrets({ SECRET_KEY: undefined, DATA_DIR: portal.folder });
    const db = new Database(join(portal.folder, 'portal.db'), { readonly: true });
    const rows = db.prepare<[string], Row>('select * from message where recipient = ? and secret = 1');
    let link = '';
    try {
      await expect
        .poll(
          () => {
            const letters = rows.all(recipient).map((row) => wordsOf({ secrets }, { ...row, secret: true }));
            link =
              /\/coming\?key=[0-9a-f]+/.exec(letters.find((one) => one.subject.startsWith(subject))?.text ?? '')?.[0] ??
              '';
            return link;
          },
          { timeout: 20_000 },
        )
        .not.toBe('');
    } finally {
      db.close();
    }
    return link;
  }
});

type Row = { readonly subject: string; readonly html: string; readonly text: string };
