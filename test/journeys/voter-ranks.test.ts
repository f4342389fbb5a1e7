import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pollIdOf, withOpenVote } from '#app/grant/pitch-day/pitch-evening.testing.ts';
import { MINUTE } from '#app/kernel/instant.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { expectAccessible, openBrowser, type Visitor, visit } from './browser.ts';
import { expectArabic } from './english-left-on.ts';
import { type RunningPortal, startPortal } from './portal.ts';
import { expectHeading, expectWords, go, press, signIn, stepByStep, tick, write } from './steps.ts';
import { worldOf } from './trial-folder.ts';

const { pitchDay, rankedVote } = wordsIn('ar').words;
const PLACES = ['First choice', 'Second choice', 'Third choice'];

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
});

describe.each([
  ['with scripts', true],
  ['without scripts', false],
])('a voter who puts groups in order, %s', (_, withScripts) => {
  stepByStep();
  const evening = withOpenVote({ choicesRanked: true, choicesMax: 3, awardsPlanned: 2 });
  const pollId = pollIdOf(evening);
  const booth = `/vote/${pollId}`;
  let portal: RunningPortal;
  let grace: Visitor;
  let tariq: Visitor;
  let rana: Visitor;
  let groups: string[];
  let tracker: string;

  beforeAll(async () => {
    portal = await startPortal({}, worldOf(evening.world));
    portal.moveTo(evening.world.now());
    [grace, tariq, rana] = [
      await visit(browser, portal.url, true),
      await visit(browser, portal.url, withScripts),
      await visit(browser, portal.url, withScripts),
    ];
    await go(grace, '/sign-in');
    await signIn(grace, 'grace@people.example');
  });

  afterAll(async () => {
    for (const visitor of [grace, tariq, rana]) await visitor?.leave();
    await portal?.stop();
  });

  const place = (visitor: Visitor, label: string, group: string) =>
    visitor.page.getByLabel(label, { exact: true }).selectOption(group === '' ? { value: '' } : { label: group });

  /** With scripts the next step appears on the same page; without them it is the next page. */
  const onwards = async (visitor: Visitor, label: string) => {
    if (withScripts) await visitor.page.getByRole('button', { name: label }).click();
    else await press(visitor, label);
  };

  test('reads all groups, and finds a list for each place', async () => {
    await go(tariq, booth);
    await expectWords(tariq, 'Put up to 3 groups in order.');
    groups = await tariq.page.getByRole('main').getByRole('listitem').filter({ visible: true }).allInnerTexts();
    expect(groups).toHaveLength(4);
    await expectAccessible(tariq);
  });

  test('is told what to do about an empty paper and about a group that is chosen twice', async () => {
    const [best = ''] = groups;
    await write(tariq, 'The code on your sheet', evening.sheets[0] ?? '');
    await onwards(tariq, 'Continue');
    await expectWords(tariq, 'Choose one group or more.');
    await expectAccessible(tariq);
    await place(tariq, 'First choice', best);
    await place(tariq, 'Third choice', best);
    await onwards(tariq, 'Continue');
    await expectWords(tariq, 'You chose a group twice. Choose each group once.');
    await expectAccessible(tariq);
    const kept = await Promise.all(
      PLACES.map((label) => tariq.page.getByLabel(label, { exact: true }).locator(':checked').innerText()),
    );
    expect(kept).toEqual([best, 'No more groups', best]);
  });

  test('sees the order before casting it; what stands after an empty place moves up', async () => {
    const [best = '', , second = ''] = groups;
    await place(tariq, 'Third choice', second);
    await onwards(tariq, 'Continue');
    await expectWords(tariq, 'Is this right?');
    const shown = tariq.page.getByRole('main').locator('ol > li').filter({ visible: true });
    expect(await shown.allInnerTexts()).toEqual([best, second]);
    await expectAccessible(tariq);
  });

  test('casts it and has a receipt with the same order', async () => {
    await writeWords(tariq, 'First word', 'Second word');
    await onwards(tariq, 'Cast my ballot');
    await expectWords(tariq, 'Your ballot is in the box');
    const shown = tariq.page.getByRole('main').locator('ol > li').filter({ visible: true });
    expect(await shown.allInnerTexts()).toEqual([groups[0], groups[2]]);
    await expectAccessible(tariq);
    tracker = await tariq.page.locator('.tracker').filter({ visible: true }).innerText();
  });

  test('can do so in Arabic', async () => {
    await go(rana, `${booth}?lang=ar`);
    await expectArabic(rana, groups);
    await write(rana, pitchDay.boothCode, evening.sheets[1] ?? '');
    await place(rana, rankedVote.places[0], groups[2] ?? '');
    await place(rana, rankedVote.places[1], groups[1] ?? '');
    await onwards(rana, pitchDay.boothContinue);
    await expectWords(rana, pitchDay.boothCheckTitle);
    await expectArabic(rana, groups);
    await writeWords(rana, pitchDay.boothFirstWord, pitchDay.boothSecondWord);
    await onwards(rana, pitchDay.boothCast);
    await expectWords(rana, pitchDay.receiptTitle);
    await expectArabic(rana, groups);
  });

  test('finds the order on the board, and reads how it was counted', async () => {
    await go(grace, `/staff/events/${evening.eventId}/control`);
    await tick(grace, 'Everybody who wants to has voted');
    await press(grace, 'Close the vote');
    portal.moveTo(evening.world.now() + 30 * MINUTE);
    await go(grace, `/staff/events/${evening.eventId}/control`);
    await press(grace, 'Reveal the result');
    await go(tariq, `/board/${pollId}?tracker=${tracker}`);
    await expectWords(tariq, 'This ballot is in the box:');
    expect(await tariq.page.getByText(/^It chose, best first: /).innerText()).toBe(
      `It chose, best first: \u2068${groups[0]}\u2069 and \u2068${groups[2]}\u2069.`,
    );
    await expectWords(tariq, 'How the groups were elected', /^2 ballots put groups in order\. 1 vote elects a group/);
    await go(tariq, `/board/${pollId}?lang=ar`);
    await expectArabic(tariq, groups);
    await go(tariq, `/stage/${evening.eventId}?lang=en`);
    await expectHeading(tariq, 'The room has decided');
    await expectWords(tariq, /2 groups were elected\.$/);
  });

  test('recounts it with either program, and with the page offline', async () => {
    const board = await download(`/board/${pollId}.json`, 'board.json');
    const programs = [
      [process.execPath, 'scripts/recount.mjs'],
      ['python3', 'scripts/recount.py'],
    ].filter(([command]) => spawnSync(command ?? '', ['--version']).status === 0);
    for (const [command = '', program = ''] of programs) {
      const said = JSON.parse(execFileSync(command, [program, board, '--json'], { encoding: 'utf8' }));
      expect(said.ok).toBe(true);
      expect(said.winners).toHaveLength(2);
    }
    await go(grace, `/board/${pollId}?lang=en`);
    const link = await grace.page.getByRole('link', { name: 'Download the checking page' }).getAttribute('href');
    const page = await download(link ?? '', 'recount.html');
    const sceptic = await visit(browser, portal.url, true);
    await sceptic.context.setOffline(true);
    await go(sceptic, `file://${page}`);
    await sceptic.page.getByLabel('The board').setInputFiles(board);
    await sceptic.page.getByRole('button', { name: 'Check this vote' }).click();
    await expectWords(sceptic, '✓ Every check holds. The published result is right.');
    await write(sceptic, 'Your number', tracker);
    await sceptic.page.getByRole('button', { name: 'Find my ballot' }).click();
    // A worker answers: the page goes on meanwhile.
    await sceptic.page.locator('#found ol > li').first().waitFor();
    expect(await sceptic.page.locator('#found ol > li').allInnerTexts()).toEqual([groups[0], groups[2]]);
    await sceptic.leave();
  });

  /** Without scripts, two words of the voter's make her number. */
  async function writeWords(visitor: Visitor, first: string, second: string): Promise<void> {
    if (withScripts) return;
    await write(visitor, first, 'lemon');
    await write(visitor, second, 'bicycle');
  }

  async function download(address: string, name: string): Promise<string> {
    const answer = await grace.page.request.get(address);
    expect(answer.status()).toBe(200);
    const file = join(portal.folder, name);
    writeFileSync(file, await answer.body());
    return file;
  }
});
