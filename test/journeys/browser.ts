import AxeBuilder from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { chromiumPath } from '../../scripts/chromium.mjs';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // A camera and a microphone made of colour bars and beeps, for recording in the browser.
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream',
];

/** What the browser reports when a page is refused with words, or when a journey pulls the plug. */
const EXPECTED = /status of (404|409|422)|ERR_(INTERNET_DISCONNECTED|CONNECTION_(RESET|CLOSED)|EMPTY_RESPONSE)/;

export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath(), args: FLAGS });
}

/** Somebody at a phone: what they can do, and whether their browser runs scripts. */
export type Visitor = {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly withScripts: boolean;
  leave(): Promise<void>;
};

export async function visit(browser: Browser, baseURL: string, withScripts: boolean): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL,
    javaScriptEnabled: withScripts,
    viewport: { width: 360, height: 740 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !EXPECTED.test(message.text())) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(String(error)));
  return {
    page,
    context,
    withScripts,
    async leave() {
      await context.close();
      expect(faults, 'the browser console stayed quiet').toEqual([]);
    },
  };
}

/** Signs in through the demonstration's page of people. */
export async function become(visitor: Visitor, name: string): Promise<void> {
  await visitor.page.goto('/demo');
  await visitor.page.getByRole('button', { name: `Be ${name}`, exact: true }).click();
  await visitor.page.waitForLoadState();
}

/** axe finds nothing on this page, and nothing sticks out at 360 px. axe itself needs scripts, so without them only the width is looked at. */
export async function expectAccessible(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  if (!visitor.withScripts) return;
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  const found = violations.map(
    (violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).join('; ')}`,
  );
  expect(found, `axe on ${page.url()}`).toEqual([]);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `nothing sticks out sideways on ${page.url()}`).toBeLessThanOrEqual(0);
}
