import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MINUTE } from '#app/kernel/instant.ts';
import { become, expectAccessible, openBrowser, type Visitor, visit } from './browser.ts';
import { linkMailed } from './link-mailed.ts';
import { PITCH_DAY, planPitchDay } from './pitch-day-steps.ts';
import { type RunningPortal, startPortal } from './portal.ts';
import { expectHeading, expectWords, follow, go, press, stepByStep, tick, write } from './steps.ts';
import { storyUntil } from './story-folder.ts';

const YUSRA = 'yusra@people.example';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
});

describe('a voter whom nobody chose', () => {
  stepByStep();
  let portal: RunningPortal;
  let grace: Visitor;
  let yusra: Visitor;
  let passerBy: Visitor;
  let omar: Visitor;
  let booth: string;
  let tracker: string;

  beforeAll(async () => {
    portal = await startPortal({}, storyUntil('shortlist'));
    grace = await visit(browser, portal.url, true);
    yusra = await visit(browser, portal.url, true);
    passerBy = await visit(browser, portal.url, false);
    omar = await visit(browser, portal.url, true);
  });

  afterAll(async () => {
    for (const visitor of [grace, yusra, passerBy, omar]) await visitor.leave();
    await portal.stop();
  });

  test('has a code because the manager announced how many there are', async () => {
    await become(grace, 'Grace Okafor');
    await planPitchDay(grace, 'Ideas for a friendlier city', 12, async () => {
      await grace.page.locator('summary', { hasText: 'Let others vote as well' }).click();
      await write(grace, 'Codes sent to whoever types an e-mail address (level C)', '9');
      await write(grace, 'Codes given to any browser, a straw poll (level D)', '10');
      await press(grace, 'Fix the ballot paper');
      await expectWords(
        grace,
        'Please look at this again',
        'Type a number from 10 to 5,000, or leave the field empty.',
      );
      await write(grace, 'Codes sent to whoever types an e-mail address (level C)', '20');
    });
    await expectWords(grace, /^Sign-up by e-mail, decides nothing: 20 codes, 0 given out, 0 used, 20 unused, 0 void\./);
    const board = (await grace.page.getByRole('link', { name: 'Open the public board' }).getAttribute('href')) ?? '';
    booth = board.replace('/board/', '/vote/');
  });

  test('is told to come back while the vote is not open', async () => {
    await go(yusra, `${booth}/sign-up`);
    await expectWords(yusra, 'The vote is not open yet');
    await go(passerBy, `${booth}/straw?lang=ar`);
    await expectWords(passerBy, 'لم يُفتح التصويت بعد');
    await follow(grace, 'Open the control page');
    await press(grace, 'Open the vote');
  });

  test('signs up from the page of the vote, and gets the link by e-mail', async () => {
    await go(yusra, booth);
    await follow(yusra, 'No code? Ask for one by e-mail.');
    await expectHeading(yusra, 'Get a code by e-mail');
    await expectWords(yusra, /^We count these votes by themselves, and show them next to the result\./);
    await write(yusra, 'Your e-mail address', 'nobody');
    await press(yusra, 'Send me a code');
    await expectWords(yusra, 'Type an e-mail address, such as name@example.org.');
    await write(yusra, 'Your e-mail address', YUSRA);
    await press(yusra, 'Send me a code');
    await expectWords(yusra, 'Look into your e-mail');
    const first = await codeLink();
    await write(yusra, 'Your e-mail address', YUSRA.toUpperCase());
    await press(yusra, 'Send me a code');
    await expectWords(yusra, 'Look into your e-mail');
    expect(await codeLink()).toBe(first);
  });

  test('votes with the code of the letter, which the page has filled in', async () => {
    await go(yusra, await codeLink());
    await expectHeading(yusra, PITCH_DAY);
    expect(await yusra.page.getByLabel('Your code').inputValue()).toMatch(/^\w{6}-\w{6}-\w{6}$/);
    await yusra.page.getByRole('checkbox').nth(0).check();
    await yusra.page.getByRole('button', { name: 'Continue' }).click();
    const cast = yusra.page.waitForRequest(/\/cast$/);
    await yusra.page.getByRole('button', { name: 'Cast my ballot' }).click();
    expect((await cast).postData()).toContain('\\"level\\":\\"C\\"');
    await expectWords(yusra, 'Your ballot is in the box');
    await expectAccessible(yusra);
    tracker = await yusra.page.locator('.tracker').filter({ visible: true }).innerText();
  });

  test('gets a code of the straw poll by one press, in Arabic and without scripts, and votes', async () => {
    await go(passerBy, booth);
    await follow(passerBy, 'ليس لديكم رمز؟ شاركوا في الاستطلاع.');
    await press(passerBy, 'أعطوني رمزًا');
    await expectWords(passerBy, 'لهذا المتصفح رمز');
    const code = await passerBy.page.locator('.tracker').innerText();
    await passerBy.page.reload();
    expect(await passerBy.page.locator('.tracker').innerText()).toBe(code);
    const [cookie] = (await passerBy.context.cookies()).filter(({ name }) => name === 'straw');
    expect(cookie).toMatchObject({
      value: code,
      httpOnly: true,
      sameSite: 'Lax',
      path: new URL(`${booth}/straw`, portal.url).pathname,
    });
    await follow(passerBy, 'الذهاب إلى التصويت');
    await write(passerBy, 'رمزكم', code);
    await passerBy.page.getByRole('checkbox').nth(1).check();
    await press(passerBy, 'متابعة');
    await write(passerBy, 'الكلمة الأولى', 'ليمون');
    await write(passerBy, 'الكلمة الثانية', 'دراجة');
    await press(passerBy, 'الإدلاء بصوتي');
    await expectWords(passerBy, 'صوتك في الصندوق');
    await expectAccessible(passerBy);
  });

  test('signs up in Arabic, and votes in the straw poll with scripts meanwhile', async () => {
    await go(omar, `${booth}?lang=ar`);
    await follow(omar, 'ليس لديكم رمز؟ اطلبوه بالبريد الإلكتروني.');
    await expectHeading(omar, 'الحصول على رمز بالبريد الإلكتروني');
    await write(omar, 'عنوان بريدكم الإلكتروني', 'omar');
    await press(omar, 'أرسلوا لي رمزًا');
    await expectWords(omar, 'اكتبوا عنوان بريد إلكتروني، مثل name@example.org.');
    await write(omar, 'عنوان بريدكم الإلكتروني', 'omar@people.example');
    await press(omar, 'أرسلوا لي رمزًا');
    await expectWords(omar, 'انظروا في بريدكم الإلكتروني');
    await go(omar, booth);
    await follow(omar, 'ليس لديكم رمز؟ شاركوا في الاستطلاع.');
    await press(omar, 'أعطوني رمزًا');
    // Large, and where the Arabic words around it begin.
    expect(await omar.page.locator('.tracker').evaluate((code) => getComputedStyle(code).textAlign)).toBe('right');
    await follow(omar, 'الذهاب إلى التصويت');
    // The link has brought the code along.
    expect(await omar.page.getByLabel('رمزكم').inputValue()).toMatch(/^\w{6}(-\w{6}){3}$/);
    await omar.page.getByRole('checkbox').nth(0).check();
    await omar.page.getByRole('button', { name: 'متابعة' }).click();
    const cast = omar.page.waitForRequest(/\/cast$/);
    await omar.page.getByRole('button', { name: 'الإدلاء بصوتي' }).click();
    const sent = await cast;
    expect(sent.postData()).toContain('\\"level\\":\\"D\\"');
    expect(sent.headers().cookie ?? '').not.toContain('straw');
    await expectWords(omar, 'صوتك في الصندوق');
    await expectAccessible(omar);
  });

  test('finds that nobody gets a code once it is too late', async () => {
    await tick(grace, 'Everybody who wants to has voted');
    await press(grace, 'Close the vote');
    await go(yusra, `${booth}/sign-up`);
    await expectWords(yusra, 'The vote is closed');
    await go(passerBy, `${booth}/straw`);
    await expectWords(passerBy, 'أُغلق التصويت');
  });

  test('finds the ballot on the board, beside the result, which both programs recount', async ({ skip }) => {
    portal.moveTo(Date.now() + 2 * MINUTE);
    await press(grace, 'Reveal the result');
    const board = booth.replace('/vote/', '/board/');
    await go(yusra, board);
    await expectWords(yusra, 'Next to the result: votes that did not decide', /Level A: 0$/);
    await expectWords(yusra, /^1 ballot\. Codes: 20 in all, 2 given out, 1 used, 19 unused, 0 void\./);
    await expectWords(yusra, /^2 ballots\. Codes: 10 in all, 2 given out, 2 used, 8 unused, 0 void\./);
    await write(yusra, 'Your number', tracker);
    await press(yusra, 'Find');
    await expectWords(yusra, 'This ballot is in the box:');
    await go(passerBy, board);
    const file = join(portal.folder, 'board.json');
    writeFileSync(file, await (await yusra.page.request.get(`${new URL(board, portal.url).pathname}.json`)).body());
    const { revealed } = JSON.parse(readFileSync(file, 'utf8'));
    expect(revealed.result).toMatchObject({ counted: { ballots: 0 }, apart: [{ ballots: 1 }, { ballots: 2 }] });
    const recount = (command: string, program: string) =>
      JSON.parse(execFileSync(command, [program, file, '--json'], { encoding: 'utf8' }));
    expect(recount(process.execPath, 'scripts/recount.mjs')).toMatchObject({ ok: true });
    skip(spawnSync('python3', ['--version']).status !== 0, 'There is no python3 here.');
    expect(recount('python3', 'scripts/recount.py')).toMatchObject({ ok: true });
  });

  const codeLink = () => linkMailed(portal, YUSRA, /\/vote\/[0-9a-z]{20}#[0-9A-Z]{6}(?:-[0-9A-Z]{6}){2}/);
});
