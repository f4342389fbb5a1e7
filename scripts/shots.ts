/** `npm run shots`: plays the story, opens the main screens as the people who use them, and keeps the pictures. */
import '#app/platform/node-version.server.ts';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { readEnv } from '#app/platform/env.server.ts';
import { playStory } from '#test/world/play-story.ts';
import { chromiumPath, ensureChromium } from './chromium.mjs';

const INTO = 'docs/screens';
const DESK = { width: 1100, height: 760 };
const PHONE = { width: 360, height: 760 };

type Shot = {
  readonly name: string;
  /** Null is a visitor. */
  readonly who: string | null;
  readonly start: string;
  /** The links to follow from there, by their words. */
  readonly follow?: readonly RegExp[];
  readonly size: { width: number; height: number };
  readonly dark?: boolean;
};

const SHOTS: readonly Shot[] = [
  { name: 'first-page', who: null, start: '/', size: DESK },
  { name: 'call', who: null, start: '/calls/friendlier-city-second-round', size: DESK },
  { name: 'standing', who: 'Amina Osman', start: '/apply', follow: [/Saturday health table/], size: PHONE },
  {
    name: 'money',
    who: 'Amina Osman',
    start: '/apply',
    follow: [/Saturday health table/, /Where is my money/],
    size: PHONE,
  },
  { name: 'board', who: 'Grace Okafor', start: '/staff', follow: [/^Ideas for a friendlier city$/], size: DESK },
  { name: 'payments', who: 'Harpreet Gill', start: '/finance', size: DESK },
  { name: 'register', who: null, start: '/awards', size: DESK, dark: true },
];

await ensureChromium();
mkdirSync(INTO, { recursive: true });
const folder = mkdtempSync(join(tmpdir(), 'common-pot-shots-'));
process.stderr.write('Playing the story…\n');
await playStory(readEnv({ DATA_DIR: folder, DEMO: '1', LOG_LEVEL: 'error' }), 'mentoring', Date.now());
const server = spawn(process.execPath, ['build/server/index.js'], {
  env: { ...process.env, DATA_DIR: folder, PORT: '0', DEMO: '1', LOG_LEVEL: 'error' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const baseURL = await new Promise<string>((resolve) => {
  server.stdout.on('data', (chunk: Buffer) => {
    const ready = /ready at (\S+)/.exec(chunk.toString())?.[1];
    if (ready !== undefined) resolve(ready);
  });
});
const browser = await chromium.launch({
  executablePath: chromiumPath(),
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
try {
  for (const shot of SHOTS) {
    await take(browser, shot);
    process.stderr.write(`  ${INTO}/${shot.name}.png\n`);
  }
} finally {
  await browser.close();
  server.kill();
  rmSync(folder, { recursive: true, force: true });
}

async function take(from: Browser, shot: Shot): Promise<void> {
  const context = await from.newContext({
    baseURL,
    viewport: shot.size,
    colorScheme: shot.dark === true ? 'dark' : 'light',
    locale: 'en-GB',
  });
  const page = await context.newPage();
  if (shot.who !== null) {
    await page.goto('/demo');
    const button = page.getByRole('button', { name: `Be ${shot.who}`, exact: true });
    if (!(await button.isVisible())) await page.locator('summary', { hasText: 'Everybody else' }).click();
    await button.click();
    await page.waitForURL((url) => url.pathname !== '/demo');
  }
  await page.goto(shot.start);
  for (const words of shot.follow ?? []) {
    await page.getByRole('link', { name: words }).first().click();
    await page.waitForLoadState();
  }
  await page.screenshot({ path: join(INTO, `${shot.name}.png`) });
  await context.close();
}
