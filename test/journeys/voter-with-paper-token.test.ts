import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeToken, showToken, TOKEN_RANDOM_BYTES } from '#app/grant/pitch-day/rules/token.ts';
import { MINUTE } from '#app/kernel/instant.ts';
import { become, expectAccessible, openBrowser, type Visitor, visit } from './browser.ts';
import { seeItOnTheWall, showPitch, takeItDown } from './pitch-card-steps.ts';
import { PITCH_DAY, planPitchDay } from './pitch-day-steps.ts';
import { type RunningPortal, startPortal } from './portal.ts';
import { expectHeading, expectWords, follow, go, press, stepByStep, tick, write } from './steps.ts';
import { storyUntil } from './story-folder.ts';
import { voteInArabic } from './voter-in-arabic-steps.ts';

const CODE = 'The code on your sheet';
const SHEETS = 12;

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
])('a voter with a paper token, %s', (_, withScripts) => {
  stepByStep();
  let portal: RunningPortal;
  let grace: Visitor;
  let hall: Visitor;
  let tariq: Visitor;
  let rana: Visitor;
  let yonas: Visitor;
  let codes: readonly string[];
  let tracker: string;
  let chosen: string[];
  let noted: { readonly board: string; readonly root: string };

  beforeAll(async () => {
    portal = await startPortal({}, storyUntil('shortlist'));
    grace = await visit(browser, portal.url, withScripts);
    hall = await visit(browser, portal.url, withScripts);
    tariq = await visit(browser, portal.url, withScripts);
    rana = await visit(browser, portal.url, withScripts);
    yonas = await visit(browser, portal.url, withScripts);
  });

  afterAll(async () => {
    for (const visitor of [grace, hall, tariq, rana, yonas]) await visitor.leave();
    await portal.stop();
  });

  test('gets a sheet that the manager has printed', async () => {
    await become(grace, 'Grace Okafor');
    codes = await planPitchDay(grace, 'Ideas for a friendlier city', SHEETS);
    expect(new Set(codes).size).toBe(SHEETS);
    await follow(grace, 'Open the control page');
    await hall.page.goto(
      (await grace.page.getByRole('link', { name: 'Open the stage screen' }).getAttribute('href')) ?? '',
    );
    await expectHeading(hall, 'Welcome');
    await expectAccessible(hall);
    await press(grace, 'Next pitch');
    await press(grace, 'Start the timer');
    await expectWords(hall, /^Pitch 1 of /, 'Time left');
    await expectAccessible(hall);
    await press(grace, 'Questions now');
    await expectWords(grace, /^Questions since /);
    await expectWords(hall, 'Questions', 'Time left for questions');
    await expectAccessible(hall);
  });

  test('reads what a group shows of its pitch, on the page of the day and on the wall', async () => {
    await showPitch(yonas, tariq);
    await seeItOnTheWall(grace, hall);
    await expectAccessible(hall);
  });

  test('waits until the vote is open, and the stage says when', async () => {
    await go(tariq, '/vote');
    await expectHeading(tariq, PITCH_DAY);
    await expectWords(tariq, 'The vote is not open yet');
    await press(grace, 'Open the vote');
    await expectWords(hall, 'Vote now');
    await expectAccessible(hall);
    if (!withScripts) await follow(tariq, 'Load this page again');
    await expectWords(tariq, CODE);
    await expectAccessible(tariq);
  });

  test('reads nothing of it any more as soon as the group takes it down', async () => {
    await takeItDown(yonas, tariq);
  });

  test('is told what is wrong with a code that was typed wrong, and with one that nobody printed', async () => {
    const [code = ''] = codes;
    await tariq.page.getByRole('checkbox').nth(0).check();
    await write(
      tariq,
      CODE,
      code.replace(/.$/, (last) => (last === '7' ? '8' : '7')),
    );
    await submitPaper();
    await expectWords(tariq, withScripts ? /^This code has a typing error\./ : /^We do not know this code\./);
    await expectAccessible(tariq);
    await write(tariq, CODE, showToken(makeToken(randomBytes(TOKEN_RANDOM_BYTES))));
    await submitPaper();
    if (withScripts) await cast();
    await expectWords(tariq, 'We do not know this code. Please compare it with your sheet, letter by letter.');
    expect(await tariq.page.getByRole('checkbox', { checked: true }).count()).toBe(1);
  });

  test('chooses at most as many as there are to choose', async () => {
    const [code = ''] = codes;
    await write(tariq, CODE, code.toLowerCase().replaceAll('-', ' '));
    const boxes = tariq.page.getByRole('checkbox');
    for (let place = 0; place < (await boxes.count()); place += 1) await boxes.nth(place).check();
    await submitPaper();
    await expectWords(tariq, /^You chose \d+\. Choose \d at most\.$/);
    for (let place = 0; place < (await boxes.count()); place += 1) await boxes.nth(place).uncheck();
    for (const script of [/^\p{Script=Arabic}/u, /^\p{Script=Latin}/u]) {
      await tariq.page.getByRole('checkbox', { name: script }).first().check();
    }
    await submitPaper();
    await expectWords(tariq, 'Is this right?');
    await expectAccessible(tariq);
    chosen = await tariq.page.getByRole('main').getByRole('listitem').filter({ visible: true }).allInnerTexts();
    expect(chosen).toHaveLength(2);
  });

  test('casts the ballot and has a receipt', async () => {
    await cast();
    await expectWords(tariq, 'Your ballot is in the box');
    await expectAccessible(tariq);
    tracker = await tariq.page.locator('.tracker').filter({ visible: true }).innerText();
  });

  test('cannot vote twice with one sheet', async () => {
    const lena = await visit(browser, portal.url, withScripts);
    const before = tariq;
    tariq = lena;
    await go(lena, '/vote');
    await lena.page.getByRole('checkbox').nth(0).check();
    await write(lena, CODE, codes[0] ?? '');
    await submitPaper();
    if (withScripts) await cast();
    await expectWords(lena, 'This code has been used already. Each sheet votes once.');
    await expectAccessible(lena);
    tariq = before;
    await lena.leave();
  });

  test('can vote in Arabic', async () => {
    await voteInArabic(rana, codes[0] ?? '', codes[2] ?? '');
  });

  test('sees the seal when the vote is closed, and no result before it is revealed', async () => {
    await tick(grace, 'Everybody who wants to has voted');
    await press(grace, 'Close the vote');
    await expectWords(hall, 'The vote is closed', /^2 ballots are sealed by these words/);
    await expectAccessible(hall);
    await follow(grace, 'Pitch day page');
    await go(tariq, (await grace.page.getByRole('link', { name: 'Open the public board' }).getAttribute('href')) ?? '');
    const roots = tariq.page.getByRole('table', { name: 'Checkpoints' }).locator('code');
    noted = { board: await download('Download the board', 'noted.json'), root: await roots.last().innerText() };
    await write(grace, 'Sheets that came back unused', String(SHEETS - 2));
    await write(grace, 'Sheets that were spoiled', '0');
    await write(grace, 'Counted by', 'Nahla Sabri');
    await write(grace, 'Checked by', 'Abel Yohannes');
    await press(grace, 'Save the count');
    await expectWords(grace, /^2 sheets were handed out and 2 have voted\./);
    const desk = grace.page.url();
    await follow(grace, 'Type what fell');
    await write(grace, 'What fell', '4 1 6');
    await press(grace, 'This is what fell');
    await expectWords(grace, 'Written down. Now somebody else must read it and type it on this page.');
    const harpreet = await visit(browser, portal.url, withScripts);
    await become(harpreet, 'Harpreet Gill');
    await go(harpreet, '/finance');
    await follow(harpreet, /^Type what fell at the pitch day of /);
    await write(harpreet, 'What fell', '4 1 6');
    await press(harpreet, 'This is what fell');
    await expectWords(harpreet, 'Recorded: 4 1 6');
    await harpreet.leave();
    await go(grace, desk);
    await expectWords(grace, 'Recorded: 4 1 6');
  });

  test('sees the result on the stage, and the own number on the board', async () => {
    portal.moveTo(Date.now() + 2 * MINUTE);
    await follow(grace, 'Open the control page');
    await press(grace, 'Reveal the result');
    await expectWords(hall, 'The room has decided');
    await expectAccessible(hall);
    await follow(grace, 'Pitch day page');
    await tick(grace, 'Nobody in the room has an open question about the count');
    await press(grace, 'Certify the result');
    await expectWords(grace, 'The result is final.');
    const board = (await grace.page.getByRole('link', { name: 'Open the public board' }).getAttribute('href')) ?? '';
    await go(tariq, board);
    await write(tariq, 'Your number', tracker);
    await press(tariq, 'Find');
    await expectWords(tariq, 'This ballot is in the box:');
    const choice = await tariq.page.getByText(/^It chose: /).innerText();
    for (const title of chosen) expect(choice).toContain(title);
  });

  test('can recount the vote from nothing but the board and what was noted at the close', async ({ skip }) => {
    const board = await download('Download the board', 'board.json');
    const other = join(portal.folder, 'other.json');
    writeFileSync(
      other,
      readFileSync(board, 'utf8').replace(/(\\"choices\\":\[)\d/, (_, before) => `${before}0`),
    );
    await recount(process.execPath, 'Download the program for Node.js', 'recount.mjs', [board, other]);
    skip(spawnSync('python3', ['--version']).status !== 0, 'There is no python3 here.');
    await recount('python3', 'Download the program for Python', 'recount.py', [board, other]);
  });

  test('can check it in a browser without the internet, and find the own ballot', async ({ skip }) => {
    skip(!withScripts, 'The page is a program.');
    const board = await download('Download the board', 'board.json');
    const page = await download('Download the checking page', 'recount.html');
    const sceptic = await visit(browser, portal.url, true);
    await sceptic.context.setOffline(true);
    await go(sceptic, `file://${page}`);
    await sceptic.page.getByLabel('The board').setInputFiles(board);
    await sceptic.page.getByRole('button', { name: 'Check this vote' }).click();
    await expectWords(sceptic, '✓ Every check holds. The published result is right.');
    await write(sceptic, 'Your number', tracker.toLowerCase());
    await sceptic.page.getByRole('button', { name: 'Find my ballot' }).click();
    await expectWords(sceptic, 'This ballot is in the box. It chose:');
    const choices = await sceptic.page.locator('#found li').allInnerTexts();
    expect(choices.toSorted()).toEqual(chosen.toSorted());
    for (const [code, fate] of [
      [codes[1] ?? '', 'Nobody voted with this sheet.'],
      [codes[0] ?? '', /^Somebody voted with this sheet\./],
      [showToken(makeToken(randomBytes(TOKEN_RANDOM_BYTES))), 'This sheet does not belong to this vote.'],
    ] as const) {
      await write(sceptic, 'The code on your sheet', code);
      await sceptic.page.getByRole('button', { name: 'Look for my sheet' }).click();
      await expectWords(sceptic, fate);
    }
    await expectAccessible(sceptic);
    await sceptic.page.getByRole('button', { name: 'العربية' }).click();
    await expectWords(sceptic, '✓ كل التحقّقات سليمة. النتيجة المنشورة صحيحة.');
    await expectAccessible(sceptic);
    await sceptic.page.getByRole('button', { name: 'English' }).click();
    const changed = readFileSync(board, 'utf8').replace(/(\\"choices\\":\[)\d/, (_, before) => `${before}0`);
    const tampered = join(portal.folder, 'tampered.json');
    writeFileSync(tampered, changed);
    await sceptic.page.getByLabel('The board').setInputFiles(tampered);
    await sceptic.page.getByRole('button', { name: 'Check this vote' }).click();
    await expectWords(sceptic, '✗ This board does not hold.', 'No ballot was changed');
    const failed = await sceptic.page.locator('#checks > .bad > strong').allInnerTexts();
    expect(failed).toEqual(expect.arrayContaining(['Every ballot follows the rules', 'No ballot was changed']));
    expect(failed).not.toContain('No code was added later');
    await expectAccessible(sceptic);
    await sceptic.leave();
  });

  async function download(label: string, name: string): Promise<string> {
    const link = tariq.page.getByRole('link', { name: label });
    const answer = await tariq.page.request.get((await link.getAttribute('href')) ?? '');
    expect(answer.status()).toBe(200);
    const file = join(portal.folder, name);
    writeFileSync(file, await answer.body());
    return file;
  }

  /** As anybody would: in a folder that has nothing of ours but what was downloaded. */
  async function recount(command: string, label: string, name: string, [board, other]: [string, string]) {
    const program = await download(label, name);
    const run = (...words: string[]) => {
      const ran = spawnSync(command, [program, ...words, '--json'], { encoding: 'utf8', cwd: portal.folder });
      const failed = (JSON.parse(ran.stdout).checks as { name: string; ok: boolean }[]).filter(({ ok }) => !ok);
      return { status: ran.status, failed: failed.map((check) => check.name) };
    };
    const known = ['--root', noted.root, '--before', noted.board];
    expect(run(board, ...known)).toEqual({ status: 0, failed: [] });
    expect(
      run(
        board,
        '--root',
        noted.root.replace(/^./, (first) => (first === '0' ? '1' : '0')),
      ).status,
    ).not.toBe(0);
    const changed = run(other, ...known);
    expect(changed.status).not.toBe(0);
    expect(changed.failed).toContain('leaves-recompute');
  }

  /** With scripts the next step appears on the same page; without them it is the next page. */
  async function submitPaper(): Promise<void> {
    if (withScripts) await tariq.page.getByRole('button', { name: 'Continue' }).click();
    else await press(tariq, 'Continue');
  }

  async function cast(): Promise<void> {
    const button = tariq.page.getByRole('button', { name: 'Cast my ballot' });
    if (withScripts) {
      await button.click();
      return;
    }
    await write(tariq, 'First word', 'lemon');
    await write(tariq, 'Second word', 'bicycle');
    await press(tariq, 'Cast my ballot');
  }
});
