import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { looking } from '#app/grant/assessment/looking-panel.testing.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { become, openBrowser, type Visitor, visit } from './browser.ts';
import { expectArabic } from './english-left-on.ts';
import { type RunningPortal, startPortal } from './portal.ts';
import { choose, expectHeading, expectWords, go, press, signIn, stepByStep, tick } from './steps.ts';
import { storyUntil } from './story-folder.ts';
import { worldOf } from './trial-folder.ts';

const { words } = wordsIn('ar');
const { assessment } = words;

/** Opens a page in Arabic, and finds no sentence of the portal on it that is not. */
async function goInArabic(visitor: Visitor, address: string): Promise<void> {
  await go(visitor, `${address}?lang=ar`);
  await expectArabic(visitor);
}

async function pathTo(visitor: Visitor, part: string): Promise<string> {
  return (await visitor.page.locator(`a[href*="${part}"]`).first().getAttribute('href')) ?? '';
}

describe('a panellist in Arabic', () => {
  stepByStep();
  let browser: Browser;
  let portal: RunningPortal;
  let nadia: Visitor;
  let panel: string;
  let sheet: string;

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

  test('finds her panel, and everything about her seat', async () => {
    await goInArabic(nadia, '/panel');
    panel = await pathTo(nadia, '/panel/');
    await goInArabic(nadia, panel);
    for (const page of ['terms', 'practice', 'hours', 'conflicts']) await goInArabic(nadia, `${panel}/${page}`);
    await goInArabic(nadia, '/calls/social-innovation/order');
  });

  test('practises on a made-up application, and reads why others scored it as they did', async () => {
    await goInArabic(nadia, `${panel}/practice/sewing`);
    for (const criterion of Object.values(words.panelPractice.criteria)) {
      await nadia.page.getByRole('group', { name: criterion.name, exact: true }).getByRole('radio').nth(2).check();
    }
    await press(nadia, words.panelPractice.send);
    await expectWords(nadia, words.panelPractice.comparedTitle, words.panelPractice.examples.sewing.because.need);
    await expectArabic(nadia);
  });

  test('reads an application in its own language inside a page of hers, and learns what is missing', async () => {
    await goInArabic(nadia, panel);
    // One that she has not begun has everything to learn about. Which comes first is hers alone.
    const inEnglish = nadia.page.getByRole('listitem').filter({ has: nadia.page.locator('bdi[lang="en"]') });
    const untouched = inEnglish
      .filter({ hasNotText: assessment.workStates.draft })
      .filter({ hasNotText: assessment.workStates.submitted });
    sheet = (await untouched.first().getByRole('link').getAttribute('href')) ?? '';
    await goInArabic(nadia, sheet);
    const title = nadia.page.getByRole('heading', { level: 1 }).locator('bdi');
    expect([await title.getAttribute('lang'), await title.getAttribute('dir')]).toEqual(['en', 'auto']);
    const judged = nadia.page.getByRole('group').first();
    expect(await judged.locator('[lang="en"]').count()).toBeGreaterThan(0);
    await press(nadia, assessment.submitSheet);
    await expectWords(nadia, assessment.strengthMissing);
    await expectArabic(nadia);
  });
});

describe('somebody who wants to help to decide, in Arabic', () => {
  let browser: Browser;
  let portal: RunningPortal;
  let salma: Visitor;

  beforeAll(async () => {
    const { world } = looking();
    browser = await openBrowser();
    portal = await startPortal({}, worldOf(world));
    portal.moveTo(world.now() + 1000);
    salma = await visit(browser, portal.url, true);
  });

  afterAll(async () => {
    await salma.leave();
    await portal.stop();
    await browser.close();
  });

  test('reads what is asked and given, and puts her name down', async () => {
    const { panelPeople } = words;
    await goInArabic(salma, '/calls/ideas-for-our-street/panel');
    await expectHeading(salma, panelPeople.signUpTitle);
    await go(salma, '/sign-in?lang=en');
    await signIn(salma, 'salma@people.example', 'Salma');
    await goInArabic(salma, '/calls/ideas-for-our-street/panel');
    await press(salma, panelPeople.send);
    await expectWords(salma, panelPeople.interestConsentMissing);
    await expectArabic(salma);
    await tick(salma, 'العربية');
    await choose(salma, panelPeople.payOptions.voucher);
    await tick(salma, panelPeople.interestConsent);
    await press(salma, panelPeople.send);
    await expectWords(salma, panelPeople.mineTitle);
    await expectArabic(salma);
  });
});
