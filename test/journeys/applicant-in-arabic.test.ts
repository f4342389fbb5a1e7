import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languageName } from '#app/words/language-name.ts';
import { say } from '#app/words/say.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { become, expectAccessible, openBrowser, type Visitor, visit } from './browser.ts';
import { englishLeftOn } from './english-left-on.ts';
import { type RunningPortal, startPortal } from './portal.ts';
import {
  expectHeading,
  expectPlayable,
  expectWords,
  follow,
  followThis,
  go,
  openLetter,
  press,
  stepByStep,
  tick,
  write,
} from './steps.ts';
import { storyUntil } from './story-folder.ts';

const CALL = 'Ideas for a friendlier city';
const { words } = wordsIn('ar');
const { application, people, call, common, translations, recording, selfCheck, help, matchMaking, equality } = words;
/** One for each question that takes words. */
const ANSWER = 'نطبخ معًا كل يوم جمعة في مطبخ الكنيسة، ويأخذ كل شخص وجبة إلى بيته.';
const CLIP = 'db/story/clips/our-kitchen.mp4';
const FIRST = /^1\. What do you want to do\?/;
/** Up to the time. */
const SAVED = new RegExp(`^${common.savedAt.split('{')[0]}`);
const COST = 'طعام وأوانٍ';

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
])('an applicant in Arabic, %s', (_, withScripts) => {
  stepByStep();
  const email = `amal-${withScripts ? 'with' : 'without'}-scripts@example.org`;
  let amal: Visitor;
  let reference = '';
  let question = '';

  beforeAll(async () => {
    amal = await visit(browser, portal.url, withScripts);
  });

  afterAll(async () => {
    await amal.leave();
  });

  test('finds her language by its own name, and the page turns round', async () => {
    await go(amal, '/');
    expect(await written()).toEqual({ lang: 'en', dir: 'ltr' });
    await follow(amal, 'العربية');
    await expectHeading(amal, call.homeTitle);
    await expectArabic();
    await expectWords(amal, common.unread);
  });

  test('reads the call and its questions, and is remembered without a word in the address', async () => {
    await go(amal, '/calls');
    await expectArabic();
    await follow(amal, CALL);
    await expectWords(amal, call.noPapers);
    await expectArabic();
    await follow(amal, call.readQuestions);
    await expectHeading(amal, call.questionsTitle);
    await expectArabic();
  });

  test('asks herself whether it fits, and is shown another way', async () => {
    await go(amal, '/calls/social-innovation');
    await follow(amal, selfCheck.link);
    await expectArabic();
    for (const group of await amal.page.getByRole('group').all()) await group.getByLabel(selfCheck.no).check();
    await press(amal, selfCheck.done);
    await expectHeading(amal, selfCheck.anotherTitle);
    await expectArabic();
    await go(amal, '/calls/social-innovation/questions');
  });

  test('signs in with a code, and is told in Arabic what is wrong with an address', async () => {
    await follow(amal, call.start);
    await write(amal, people.email, 'أمل في البيت');
    await press(amal, people.sendCode);
    await expectWords(amal, common.errorTitle, common.fieldNotEmail);
    await expectArabic();
    await write(amal, people.email, email);
    await press(amal, people.sendCode);
    await expectArabic();
    const code = /\d{6}/.exec(await amal.page.getByRole('main').innerText())?.[0] ?? '';
    await write(amal, people.code, code);
    await press(amal, people.codeConfirm);
    await write(amal, people.name, 'أمل حدّاد');
    await expectArabic();
    await press(amal, common.continue);
    await expectHeading(amal, application.startTitle);
    await expectArabic();
    await press(amal, application.startButton);
    await expectHeading(amal, application.taskTitle);
    await expectArabic();
  });

  test('says who she is; the language of her answers is there already', async () => {
    await follow(amal, new RegExp(`^${application.taskDetails}`));
    const language = amal.page.getByLabel(application.language, { exact: true });
    expect(await language.locator('option:checked').innerText()).toBe(languageName('ar'));
    await write(amal, application.groupName, 'مائدة الجمعة');
    await write(amal, application.title, 'مائدة للجميع');
    await write(amal, application.oneLine, 'نطبخ معًا ونتعارف.');
    await amal.page.getByLabel(application.theme, { exact: true }).selectOption({ index: 1 });
    await write(amal, application.city, 'كوفنتري');
    await write(amal, application.amount, 'كثير');
    await press(amal, application.questionSave);
    await expectWords(amal, common.fieldNotMoney);
    await expectArabic();
    await write(amal, application.amount, '2,200');
    await press(amal, application.questionSave);
    await expectHeading(amal, application.taskTitle);
  });

  test('loses the connection in the middle of an answer, and no word of it', async () => {
    await follow(amal, FIRST);
    question = amal.page.url();
    await writeAnswer(`${ANSWER} تعالوا!`);
    if (withScripts) await expectWords(amal, SAVED);
    await amal.context.setOffline(true);
    await writeAnswer(ANSWER);
    if (withScripts) {
      await expectWords(amal, common.notSaved);
      await expectArabic();
    } else {
      // The browser's own page says that there is no connection; loading it again sends the form again.
      const save = amal.page.getByRole('button', { name: application.questionSave });
      await save.click({ noWaitAfter: true });
      await expect.poll(() => amal.page.url()).toMatch(/^chrome-error:/);
    }
    await amal.context.setOffline(false);
    if (withScripts) {
      await expectWords(amal, SAVED);
      await press(amal, application.questionSave);
    } else {
      await amal.page.reload();
    }
    await expectHeading(amal, application.taskTitle);
    await follow(amal, FIRST);
    expect(await amal.page.locator('textarea[name="text"]').inputValue()).toBe(ANSWER);
    await expectArabic();
  });

  test.runIf(withScripts)('films herself, looks at it and uses it', async () => {
    await amal.page.getByRole('button', { name: recording.recordVideo }).click();
    const stop = amal.page.getByRole('button', { name: recording.recordStop, exact: true });
    await stop.waitFor();
    await amal.page.waitForTimeout(1_500);
    await expectAccessible(amal);
    await expectArabic();
    await stop.click();
    await expectWords(amal, recording.lookFirst);
    await expectArabic();
    const use = amal.page.getByRole('button', { name: recording.recordUse.video });
    await Promise.all([amal.page.waitForEvent('load'), use.click()]);
    await expectPlayable(amal, recording.here.video);
    await expectArabic();
  });

  test.runIf(!withScripts)('is told in Arabic what is wrong with a film, and sends a better one', async () => {
    const film = amal.page.getByLabel(recording.choose.either, { exact: true }).filter({ visible: true });
    await film.setInputFiles({
      name: 'diary.mp4',
      mimeType: 'video/mp4',
      buffer: Buffer.from('Dear diary. '.repeat(99)),
    });
    await press(amal, application.questionSave);
    await expectWords(amal, recording.wrongKind.either);
    await expectArabic();
    await film.setInputFiles(CLIP);
    await press(amal, application.questionSave);
    await follow(amal, FIRST);
    await expectPlayable(amal, recording.here.video);
    await expectArabic();
  });

  test('asks for help, and lets groups like hers find her', async () => {
    const tasks = question.replace(/\/questions\/.*/, '');
    await go(amal, `${tasks}/help`);
    await press(amal, help.ask);
    await expectWords(amal, help.askRefusals['question-empty']);
    await expectArabic();
    await write(amal, help.question, 'هل نستطيع شراء أوانٍ؟');
    await press(amal, help.ask);
    await expectWords(amal, help.waiting);
    await expectArabic();
    await follow(amal, help.talkLink);
    await expectArabic();
    await go(amal, `${tasks}/others`);
    await tick(amal, matchMaking.consentTick);
    await press(amal, matchMaking.consentSave);
    await expectWords(amal, matchMaking.consentOn);
    await expectArabic();
    await go(amal, tasks);
  });

  test('is led to every gap, and answers in her own words', async () => {
    await follow(amal, application.taskCheck);
    await press(amal, application.checkSubmit);
    await expectWords(amal, application.submitRefusals['answers-missing']);
    await expectArabic();
    const gaps = amal.page.getByRole('link', { name: /^الإجابة عن السؤال/ });
    expect(await gaps.count()).toBeGreaterThan(2);
    for (let left = await gaps.count(); left > 0; left -= 1) {
      await followThis(amal, gaps.first());
      question = amal.page.url();
      await expectArabic();
      await answer();
      await press(amal, application.questionSave);
      await follow(amal, application.taskCheck);
    }
    await expectWords(amal, application.checkNoGaps);
    await expectArabic();
  });

  test('puts a translation beside an answer', async () => {
    await go(amal, question);
    await follow(amal, translations.link);
    await expectArabic();
    await write(amal, translations.text, 'We cook together every Friday.');
    await press(amal, translations.save);
    await expectWords(amal, translations.states.approved, 'We cook together every Friday.');
    await expectArabic();
    const beside = amal.page.locator('.translation [lang="en"]');
    expect(await beside.evaluate((text) => getComputedStyle(text).direction)).toBe('ltr');
  });

  test('sends it, and has a receipt on the screen and in her mail', async () => {
    await go(amal, question.replace(/\/questions\/.*/, '/submit'));
    await press(amal, application.checkSubmit);
    await expectHeading(amal, application.receivedTitle);
    await expectArabic();
    reference = await amal.page.locator('.receipt-reference').innerText();
    await follow(amal, application.taskPrint);
    await expectWords(amal, 'مائدة للجميع');
    await expectArabic();
    const grace = await visit(browser, portal.url, withScripts);
    await become(grace, 'Grace Okafor');
    await openLetter(grace, say('ar', application.letterReceivedSubject, { reference }));
    await grace.leave();
  });

  test('skips the questions about herself, and keeps her words for another call', async () => {
    const sent = question.replace(/\/questions\/.*/, '');
    await go(amal, `${sent}/equality`);
    await expectArabic();
    await amal.page.getByRole('button', { name: equality.skip }).first().click();
    await expectWords(amal, equality.doneTitle);
    await expectArabic();
    await go(amal, `${sent}/carry-over`);
    await expectArabic();
  });

  test('reads in English again when she chooses it', async () => {
    await go(amal, '/apply');
    await expectArabic();
    await follow(amal, 'English');
    await expectHeading(amal, 'Your applications');
    expect(await written()).toEqual({ lang: 'en', dir: 'ltr' });
  });

  async function answer(): Promise<void> {
    const costs = amal.page.getByLabel(say('ar', application.costOf, { place: 1 }), { exact: true });
    if (await costs.isVisible()) {
      await costs.fill(COST);
      await write(amal, say('ar', application.costAmountOf, { place: 1 }), '2,200');
    } else {
      await writeAnswer(ANSWER);
    }
  }

  async function writeAnswer(text: string): Promise<void> {
    await amal.page.locator('textarea[name="text"]').fill(text);
  }

  async function written() {
    return amal.page.evaluate(() => ({ lang: document.documentElement.lang, dir: document.documentElement.dir }));
  }

  /** From right to left, and not one of our English sentences. */
  async function expectArabic(): Promise<void> {
    expect(await written()).toEqual({ lang: 'ar', dir: 'rtl' });
    expect(await englishLeftOn(amal.page), `English on ${amal.page.url()}`).toEqual([]);
  }
});
