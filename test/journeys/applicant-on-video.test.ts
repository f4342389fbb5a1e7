import { readFileSync } from 'node:fs';
import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible, openBrowser, type Visitor, visit } from './browser.ts';
import { type RunningPortal, startPortal } from './portal.ts';
import {
  expectHeading,
  expectPlayable,
  expectWords,
  fillDetails,
  follow,
  followThis,
  press,
  signIn,
  stepByStep,
  write,
} from './steps.ts';
import { storyUntil } from './story-folder.ts';
import { type Wire, wireTo } from './wire.ts';

const CLIP = 'db/story/clips/our-kitchen.mp4';
const FIRST = /^1\. What do you want to do\?/;
const SECOND = /^2\. Why is it needed\?/;
const THIRD = /^3\. /;
const WORDS = 'We cook on Fridays. The video shows the kitchen.';

let portal: RunningPortal;
let wire: Wire;
let browser: Browser;

beforeAll(async () => {
  portal = await startPortal({}, storyUntil('call'));
  wire = await wireTo(portal.url);
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  wire.close();
  await portal.stop();
});

describe.each([
  ['with scripts', true],
  ['without scripts', false],
])('an applicant on video, %s', (_, withScripts) => {
  stepByStep();
  let yusuf: Visitor;
  let application: string;

  beforeAll(async () => {
    yusuf = await visit(browser, wire.url, withScripts);
    await yusuf.page.goto('/apply/start/social-innovation');
    await signIn(yusuf, `yusuf-${withScripts ? 'with' : 'without'}-scripts@example.org`, 'Yusuf Osman');
    await press(yusuf, 'Start now');
    application = yusuf.page.url();
    await follow(yusuf, /^About you and your idea/);
    await fillDetails(yusuf);
    await press(yusuf, 'Save and go to the list');
  });

  afterAll(async () => {
    await yusuf.leave();
  });

  test('is told why a file is not taken, and keeps what he wrote', async () => {
    await follow(yusuf, FIRST);
    await write(yusuf, /^Your answer/, WORDS);
    if (withScripts) await expectWords(yusuf, /^Saved /);
    await chooser(yusuf).setInputFiles({
      name: 'holiday.mp4',
      mimeType: 'video/mp4',
      buffer: Buffer.from('Dear diary, this is not a video at all.\n'.repeat(50)),
    });
    if (!withScripts) await press(yusuf, 'Save and go to the list');
    await expectWords(
      yusuf,
      'This is not a recording that we can play. Send an MP4, MOV or WebM video, or an M4A or MP3 file.',
    );
    expect(await yusuf.page.getByRole('textbox', { name: /^Your answer/ }).inputValue()).toBe(WORDS);
    await expectAccessible(yusuf);
  });

  test('chooses a film from his phone, and can watch it where he left it', async () => {
    if (withScripts) {
      await Promise.all([yusuf.page.waitForEvent('load'), chooser(yusuf).setInputFiles(CLIP)]);
    } else {
      await chooser(yusuf).setInputFiles(CLIP);
      await press(yusuf, 'Save and go to the list');
      await follow(yusuf, FIRST);
    }
    await expectPlayable(yusuf, 'Your video is here');
    expect(await yusuf.page.getByRole('textbox', { name: /^Your answer/ }).inputValue()).toBe(WORDS);
    await expectAccessible(yusuf);
    await press(yusuf, 'Save and go to the list');
  });

  test.runIf(withScripts)('films himself, looks at it, and uses it', async () => {
    await follow(yusuf, SECOND);
    await button('Record a video now').click();
    await expectWords(yusuf, /^0:\d\d recorded, 2:5\d left$/);
    await expectAccessible(yusuf);
    await button('Pause recording').click();
    await expectWords(yusuf, /^Paused at 0:\d\d\. 2:5\d left$/);
    await button('Go on recording').click();
    await expectWords(yusuf, /^0:\d\d recorded, 2:5\d left$/);
    await button('Stop').click();
    await expectWords(yusuf, 'Look at it before you use it.');
    await expectAccessible(yusuf);
    await button('Record again').click();
    await expectWords(yusuf, /^0:0[1-9] recorded, 2:5\d left$/);
    await button('Stop').click();
    await expectWords(yusuf, 'Look at it before you use it.');
    await Promise.all([yusuf.page.waitForEvent('load'), button('Use this video').click()]);
    await expectPlayable(yusuf, 'Your video is here');
    await press(yusuf, 'Save and go to the list');
  });

  test.runIf(withScripts)('loses the connection on the way, and goes on where it stopped', async () => {
    await follow(yusuf, SECOND);
    const offsets: number[] = [];
    yusuf.page.on('request', (request) => {
      if (request.method() === 'PATCH') offsets.push(Number(request.headers()['upload-offset']));
    });
    wire.cutAfter(800_000);
    await Promise.all([
      yusuf.page.waitForEvent('load'),
      chooser(yusuf).setInputFiles({ name: 'long.mp4', mimeType: 'video/mp4', buffer: longFilm() }),
    ]);
    expect(offsets[0]).toBe(0);
    expect(offsets.at(-1)).toBeGreaterThan(100_000);
    await expectPlayable(yusuf, 'Your video is here');
    await press(yusuf, 'Save and go to the list');
  });

  test.runIf(withScripts)('says one answer aloud, and finds it again after his tab was closed half way', async () => {
    await follow(yusuf, THIRD);
    await button('Record your voice now').click();
    await expectWords(yusuf, /^0:0[1-9] recorded, 2:5\d left$/);
    await button('Stop').click();
    await expectWords(yusuf, /^Listen to it before you use it\./);
    await expectAccessible(yusuf);
    const address = yusuf.page.url();
    await yusuf.context.setOffline(true);
    await button('Use this recording').click();
    await expectWords(yusuf, 'The connection is gone. We go on as soon as it is back.');
    await yusuf.page.close();
    await yusuf.context.setOffline(false);
    yusuf = { ...yusuf, page: await yusuf.context.newPage() };
    await yusuf.page.goto(address);
    await yusuf.page.getByLabel('Your recording is here').waitFor();
    await expectAccessible(yusuf);
    await press(yusuf, 'Save and go to the list');
  });

  test.runIf(withScripts)('keeps a recording that was not taken, and sends it when he wants', async () => {
    await follow(yusuf, THIRD);
    const earlier = await yusuf.page.getByLabel('Your recording is here').getAttribute('src');
    await button('Record your voice now').click();
    await expectWords(yusuf, /^0:0[1-9] recorded, 2:5\d left$/);
    await button('Stop').click();
    const full = 'We cannot take files just now. Please try again in a few hours.';
    await yusuf.page.route('**/apply/upload', (route) => route.fulfill({ status: 422, body: full }), { times: 1 });
    await button('Use this recording').click();
    await expectWords(yusuf, full, 'What you recorded is still on this device.');
    await expectAccessible(yusuf);
    await yusuf.page.reload();
    await expectWords(yusuf, 'What you recorded is still on this device.');
    await Promise.all([yusuf.page.waitForEvent('load'), button('Send it again').click()]);
    expect(await yusuf.page.getByLabel('Your recording is here').getAttribute('src')).not.toBe(earlier);
    await yusuf.page.reload();
    expect(await yusuf.page.getByText('What you recorded is still on this device.').isVisible()).toBe(false);
    await press(yusuf, 'Save and go to the list');
  });

  test('writes down what is said, and approves it before he sends', async () => {
    await follow(yusuf, FIRST);
    await follow(yusuf, 'Add captions or a transcript');
    const transcript = yusuf.page.locator('#transcript-form');
    await transcript.getByLabel('What is said').fill('We cook on Fridays.');
    await followThis(yusuf, transcript.getByRole('button', { name: 'Save it and look later' }));
    await expectWords(yusuf, 'Not approved yet');
    await yusuf.page.locator('#captions-file').setInputFiles({
      name: 'words.srt',
      mimeType: 'application/x-subrip',
      buffer: Buffer.from('1\r\n00:00:00,500 --> 00:00:03,000\r\nWe cook on Fridays.\r\n'),
    });
    const captions = yusuf.page.locator('#captions-form');
    await followThis(yusuf, captions.getByRole('button', { name: 'Save it: this is what is said' }));
    await follow(yusuf, /^What do you want to do\?/);
    await press(yusuf, 'Save and go to the list');
    await follow(yusuf, 'Check and send');
    await press(yusuf, 'Send my application');
    await follow(yusuf, 'Read the captions or the transcript of question 1, and say if they are right.');
    await followThis(yusuf, transcript.getByRole('button', { name: 'Save it: this is what is said' }));
    expect(await yusuf.page.getByText('Not approved yet').count()).toBe(0);
    await yusuf.page.goto(application);
  });

  test('takes a video away again, and his words stay', async () => {
    await follow(yusuf, FIRST);
    await yusuf.page.getByText('Remove the video').first().click();
    await press(yusuf, 'Remove the video');
    expect(await yusuf.page.getByLabel('Your video is here').count()).toBe(0);
    expect(await yusuf.page.getByRole('textbox', { name: /^Your answer/ }).inputValue()).toBe(WORDS);
    await chooser(yusuf).setInputFiles(CLIP);
    if (withScripts) await yusuf.page.getByLabel('Your video is here').waitFor();
    await press(yusuf, 'Save and go to the list');
  });

  test('sends what he said and wrote, and the reader can watch it', async () => {
    for (const question of [SECOND, /^3\./, /^4\./, /^5\./]) {
      await follow(yusuf, question);
      await write(yusuf, /^Your answer/, 'We begin in May, with six people and one kitchen.');
      await press(yusuf, 'Save and go to the list');
    }
    await follow(yusuf, 'Check and send');
    await press(yusuf, 'Send my application');
    await expectHeading(yusuf, 'We have your application');
    await follow(yusuf, 'See your applications');
    await follow(yusuf, 'A table for everybody');
    await follow(yusuf, 'Read your application');
    expect(await yusuf.page.locator('video').count()).toBe(withScripts ? 2 : 1);
    expect(await yusuf.page.locator('audio').count()).toBe(withScripts ? 1 : 0);
  });

  function button(name: string): Locator {
    return yusuf.page.getByRole('button', { name, exact: true });
  }
});

function chooser(visitor: Visitor): Locator {
  return visitor.page.getByLabel(/^Choose (a video or a|another video or) sound file$/);
}

/** The clip with empty room at its end, as some cameras leave it: long enough to be interrupted. */
function longFilm(): Buffer {
  const free = Buffer.alloc(1_500_000);
  free.writeUInt32BE(free.length);
  free.write('free', 4);
  return Buffer.concat([readFileSync(CLIP), free]);
}
