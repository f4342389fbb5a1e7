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
import { choose, expectHeading, expectWords, follow, go, press, stepByStep, tick, write } from './steps.ts';
import { storyUntil } from './story-folder.ts';

const PEOPLE = Array.from({ length: 11 }, (_, place) => `neighbour${place}@people.example`);
const [YUSRA = '', NURA = '', OLD_PHONE = ''] = PEOPLE;

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
});

describe('a voter from elsewhere', () => {
  stepByStep();
  let portal: RunningPortal;
  let grace: Visitor;
  let yusra: Visitor;
  let tracker: string;
  let board: string;

  beforeAll(async () => {
    portal = await startPortal({}, storyUntil('shortlist'));
    grace = await visit(browser, portal.url, true);
    yusra = await visit(browser, portal.url, true);
  });

  afterAll(async () => {
    for (const visitor of [grace, yusra]) await visitor.leave();
    await portal.stop();
  });

  test('is put on a list that the manager pastes, and that closes with the freeze', async () => {
    await become(grace, 'Grace Okafor');
    await planPitchDay(grace, 'Ideas for a friendlier city', 12, async () => {
      await follow(grace, 'People who vote from elsewhere');
      await choose(grace, /^The same, and whose device cannot make a pass/);
      await press(grace, 'Save');
      await expectWords(grace, 'Nobody is on the list');
      const list = PEOPLE.map((address) => (address === NURA ? `${address}, Nura Aziz, ar` : address));
      await write(grace, 'Addresses, one in each line', [...list, 'nobody', YUSRA].join('\n'));
      await press(grace, 'Put them on the list');
      await expectWords(grace, /Row 12: there is no e-mail address in it\./);
      await expectWords(grace, /Row 13: the same address as in row 1\./);
      await write(grace, 'Addresses, one in each line', list.join('\n'));
      await press(grace, 'Put them on the list');
      await expectWords(grace, /^11 people were put on the list\./, '11 people on the list');
      await follow(grace, 'Pitch day');
    });
    await follow(grace, 'People who vote from elsewhere');
    await expectWords(grace, 'The list is closed and the letters are out.');
    await press(grace, `Send the letter to ${YUSRA} again`);
    await expectWords(grace, 'The letter goes out again, with the same code.');
    await follow(grace, 'Pitch day');
  });

  test('opens the link in the letter and gets a voting pass, although the connection breaks meanwhile', async () => {
    await go(yusra, await linkFor(YUSRA));
    await expectHeading(yusra, 'Your voting pass');
    expect(await yusra.page.getByLabel('The code in your letter').inputValue()).toMatch(/^\w{4}(-\w{4}){3}$/);
    await yusra.context.setOffline(true);
    await yusra.page.getByRole('button', { name: 'Get my voting pass' }).click();
    await expectWords(yusra, 'No connection. We keep trying.');
    await yusra.context.setOffline(false);
    await expectWords(yusra, 'You have your voting pass');
    await expectAccessible(yusra);
    expect(new URL(yusra.page.url()).hash).toBe('');
    const kept = await yusra.page.evaluate(() => JSON.stringify(localStorage));
    expect(kept).not.toContain('unblinding');
  });

  test('is told so who opens the same letter elsewhere, or mistypes its code', async () => {
    const thief = await visit(browser, portal.url, true);
    await go(thief, await linkFor(YUSRA));
    await thief.page.getByRole('button', { name: 'Get my voting pass' }).click();
    await expectWords(thief, /^Your voting pass was given out already\./);
    await expectAccessible(thief);
    await write(thief, 'The code in your letter', '1234');
    await thief.page.getByRole('button', { name: 'Get my voting pass' }).click();
    await expectWords(thief, /^This code has a typing error\./);
    await thief.leave();
  });

  test('can read the page in Arabic, with the code still in it', async () => {
    const nura = await visit(browser, portal.url, true);
    await go(nura, await linkFor(NURA));
    await nura.page.locator('a[hreflang=ar]').click();
    await expectHeading(nura, 'تصريح التصويت');
    expect(await nura.page.getByLabel('الرمز الذي في رسالتكم').inputValue()).toMatch(/^\w{4}(-\w{4}){3}$/);
    await expectAccessible(nura);
    await nura.page.getByRole('button', { name: 'الحصول على تصريح التصويت', exact: true }).click();
    await expectWords(nura, 'لديكم تصريح التصويت');
    await expectAccessible(nura);
    await nura.leave();
  });

  test('votes with it in the booth of everybody else, without a cookie, and has a receipt', async () => {
    await follow(yusra, 'Go to the vote');
    await expectWords(yusra, 'The vote is not open yet');
    await follow(yusra, 'You have a letter? Get your voting pass first.');
    await expectWords(yusra, 'You have your voting pass');
    await follow(grace, 'Open the control page');
    await press(grace, 'Open the vote');
    await follow(yusra, 'Go to the vote');
    await expectHeading(yusra, PITCH_DAY);
    await expectWords(yusra, 'You vote with the voting pass in this browser.');
    await expectAccessible(yusra);
    await yusra.page.getByRole('checkbox').nth(0).check();
    await yusra.page.getByRole('button', { name: 'Continue' }).click();
    const cast = yusra.page.waitForRequest(/\/cast$/);
    await yusra.page.getByRole('button', { name: 'Cast my ballot' }).click();
    const sent = await cast;
    expect(JSON.parse(sent.postData() ?? '{}').signature).toMatch(/^[0-9a-f]{512}$/);
    expect((await sent.allHeaders()).cookie).toBeUndefined();
    await expectWords(yusra, 'Your ballot is in the box');
    await expectAccessible(yusra);
    tracker = await yusra.page.locator('.tracker').filter({ visible: true }).innerText();
    await yusra.page.reload();
    await expectWords(yusra, 'Your ballot is in the box');
  });

  test('votes with the code itself on an old phone without scripts', async () => {
    const old = await visit(browser, portal.url, false);
    await go(old, await linkFor(OLD_PHONE));
    await expectWords(old, 'This page needs JavaScript, because your own device makes the secret.');
    await old.page.locator('summary', { hasText: 'Vote with the code of my letter instead' }).click();
    await follow(old, 'Vote with the code of my letter instead');
    await write(old, 'The code on your sheet, or in your letter', (await linkFor(OLD_PHONE)).split('#')[1] ?? '');
    await old.page.getByRole('checkbox').nth(0).check();
    await press(old, 'Continue');
    await write(old, 'First word', 'lemon');
    await write(old, 'Second word', 'bicycle');
    await press(old, 'Cast my ballot');
    await expectWords(old, 'Your ballot is in the box');
    await old.leave();
  });

  test('finds the ballot on the board, which both programs recount', async ({ skip }) => {
    await tick(grace, 'Everybody who wants to has voted');
    await press(grace, 'Close the vote');
    portal.moveTo(Date.now() + 2 * MINUTE);
    await press(grace, 'Reveal the result');
    await follow(grace, 'Pitch day page');
    board = (await grace.page.getByRole('link', { name: 'Open the public board' }).getAttribute('href')) ?? '';
    await go(yusra, board);
    await expectWords(yusra, /^People on a closed list, each with a voting pass/, /Level A: 0, Level B: 1/);
    await write(yusra, 'Your number', tracker);
    await press(yusra, 'Find');
    await expectWords(yusra, 'This ballot is in the box:');
    const file = join(portal.folder, 'board.json');
    writeFileSync(file, await (await yusra.page.request.get(`${new URL(board, portal.url).pathname}.json`)).body());
    expect(JSON.parse(readFileSync(file, 'utf8')).roll).toMatchObject({ size: 11, passes: { issued: 2 } });
    const recount = (command: string, program: string) =>
      JSON.parse(execFileSync(command, [program, file, '--json'], { encoding: 'utf8' }));
    expect(recount(process.execPath, 'scripts/recount.mjs')).toMatchObject({ ok: true });
    skip(spawnSync('python3', ['--version']).status !== 0, 'There is no python3 here.');
    expect(recount('python3', 'scripts/recount.py')).toMatchObject({ ok: true });
  });

  const linkFor = (recipient: string) => linkMailed(portal, recipient, /\/vote\/[0-9a-z]{20}\/pass#[0-9A-Z-]{19}/);
});
