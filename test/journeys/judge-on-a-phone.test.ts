import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { judgedEvening } from '#app/grant/pitch-day/judging.testing.ts';
import { expectAccessible, openBrowser, type Visitor, visit } from './browser.ts';
import { expectArabic } from './english-left-on.ts';
import { type RunningPortal, startPortal } from './portal.ts';
import { expectHeading, expectWords, follow, go, press, signIn, stepByStep, tick } from './steps.ts';
import { worldOf } from './trial-folder.ts';

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
])('judges on a pitch day, %s', (_, withScripts) => {
  stepByStep();
  const evening = judgedEvening({}, { isOpen: false });
  const desk = `/staff/events/${evening.eventId}/judging`;
  const control = `/staff/events/${evening.eventId}/control`;
  const page = `/panel/${evening.callId}/judging`;
  let portal: RunningPortal;
  let grace: Visitor;
  let bo: Visitor;
  let esme: Visitor;
  let omar: Visitor;

  const arrive = async (name: string) => {
    const visitor = await visit(browser, portal.url, withScripts);
    await go(visitor, '/sign-in');
    await signIn(visitor, `${name.toLowerCase()}@people.example`);
    return visitor;
  };
  const onStage = async (visitor: Visitor) => {
    if (!withScripts) await go(visitor, page);
    await visitor.page.getByText('On stage now').waitFor();
  };
  /** The same score on every criterion. */
  const give = async (visitor: Visitor, score: number) => {
    for (const radio of await visitor.page.locator(`.judging input[value="${score}"]`).all()) await radio.check();
  };

  beforeAll(async () => {
    portal = await startPortal({}, worldOf(evening.world));
    portal.moveTo(evening.world.now());
    [grace, bo, esme, omar] = [await arrive('Grace'), await arrive('Bo'), await arrive('Esme'), await arrive('Omar')];
  });

  afterAll(async () => {
    for (const visitor of [grace, bo, esme, omar]) await visitor?.leave();
    await portal?.stop();
  });

  test('wait until the facilitator opens judging, and then for a pitch', async () => {
    await go(bo, page);
    await expectWords(bo, /^Judging is not open yet/);
    await go(grace, desk);
    await press(grace, 'Open judging');
    await expectWords(grace, 'Judging is open.');
    await expectAccessible(grace);
    await go(bo, page);
    await expectWords(bo, /^No pitch is on stage now/);
    await go(grace, control);
    await press(grace, 'Next pitch');
    await onStage(bo);
  });

  test('score the pitch on stage; who is tied does not, and is not told why', async () => {
    await go(bo, page);
    await give(bo, 4);
    await press(bo, 'Save scores');
    await expectWords(bo, 'Your scores are saved.');
    await expectAccessible(bo);
    await go(esme, page);
    await give(esme, 5);
    await press(esme, 'Save scores');
    await go(omar, page);
    await expectWords(omar, 'You do not score this pitch.');
    expect(await omar.page.locator('.judging').count()).toBe(0);
    await expectAccessible(omar);
    await go(grace, control);
    await expectWords(grace, 'Handed in for the pitch on stage');
    await expectWords(grace, '2 of 2');
    await expectAccessible(grace);
  });

  test.runIf(withScripts)('follow the stage, and save by themselves', async () => {
    await go(bo, page);
    await go(grace, control);
    await press(grace, 'Next pitch');
    await bo.page.getByText('On stage now: pitch 2').waitFor();
    await give(bo, 3);
    await bo.page.getByText(/^Saved \d/).waitFor();
    await grace.page.locator('[data-count="handedIn"]', { hasText: '1' }).waitFor();
    // She is not taken away from what she has begun.
    await press(grace, 'Next pitch');
    await expectWords(bo, 'The day has moved on. Your scores here stay: finish them, or go on.');
    await expectAccessible(bo);
    await follow(bo, 'To the pitch on stage');
    await bo.page.getByText('On stage now: pitch 3').waitFor();
    await follow(bo, /Pitch 2:/);
    expect(await bo.page.locator('.judging input[value="3"]').first().isChecked()).toBe(true);
  });

  test('can read it all in Arabic', async () => {
    await go(bo, `${page}?lang=ar`);
    await expectArabic(bo);
    await go(bo, `${page}?lang=en`);
    await expectHeading(bo, 'Judging');
  });

  test('are waited for: closing takes a tick, and names the pitches that lack judges', async () => {
    await go(grace, desk);
    await press(grace, 'Close judging');
    await expectWords(grace, 'Please look at this again');
    await tick(grace, 'I know that no score can change after this');
    await press(grace, 'Close judging');
    await expectWords(grace, /^Too few judges have scored: /);
    await expectAccessible(grace);
  });
});
