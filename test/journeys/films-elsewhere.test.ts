import { expect, onTestFinished, test } from 'vitest';
import { isWithoutStore, startSwift } from '#test/file-store/swift.ts';
import { openBrowser, visit } from './browser.ts';
import { startPortal } from './portal.ts';
import { expectWords, signIn } from './steps.ts';
import { storyUntil } from './story-folder.ts';

test.skipIf(isWithoutStore)('a film in an S3 store is played and saved under the policy of the portal', async () => {
  const swift = await startSwift();
  const portal = await startPortal(swift.settings, storyUntil('applications'));
  onTestFinished(() => portal.stop());
  const browser = await openBrowser();
  onTestFinished(() => browser.close());
  const saba = await visit(browser, portal.url, true);
  const { page } = saba;
  const refused: string[] = [];
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) refused.push(message.text());
  });
  await page.goto('/sign-in?next=/apply');
  await signIn(saba, 'saba.woldu@injera-three.example');
  const link = (await page.locator('a[href^="/apply/"]').first().getAttribute('href')) ?? '';
  await page.goto(/^\/apply\/[0-9a-z]{20}/.exec(link)?.[0] ?? '');
  const player = page.locator('video').first();
  const film = (await player.getAttribute('src')) ?? '';
  // It is carried there within ten seconds.
  await expect
    .poll(async () => (await page.request.get(film, { maxRedirects: 0 })).status(), { timeout: 60_000 })
    .toBe(302);
  await page.reload();
  await page.waitForFunction(() => (document.querySelector('video')?.duration ?? 0) > 0);
  await player.evaluate((video: HTMLVideoElement) => {
    video.muted = true;
    return video.play();
  });
  await page.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 0) > 0.2);
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download the video' }).first().click(),
  ]);
  expect(saved.suggestedFilename()).toBe('video.mp4');
  expect(refused).toEqual([]);
  await swift.cut();
  await page.reload();
  await expectWords(saba, 'Download the video');
  expect((await page.request.get(film)).status()).toBe(503);
});
