import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type axeCore from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { chromiumPath } from '../../scripts/chromium.mjs';

/** Every page reads it anew, so in its short form: less than half of the long one, and the same rules. */
const AXE = readFileSync(resolve('node_modules/axe-core/axe.min.js'), 'utf8');

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
const EXPECTED = /status of (403|404|409|410|422)|ERR_(INTERNET_DISCONNECTED|CONNECTION_(RESET|CLOSED)|EMPTY_RESPONSE)/;

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
  // A slow machine is not a failing journey.
  context.setDefaultTimeout(90_000);
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
  const button = visitor.page.getByRole('button', { name: `Be ${name}`, exact: true });
  if (!(await button.isVisible())) await visitor.page.locator('summary', { hasText: 'Everybody else' }).click();
  await Promise.all([visitor.page.waitForEvent('load'), button.click()]);
}

/**
 * axe finds nothing on this page, and nothing sticks out at 360 px. axe itself needs scripts: a visitor without them
 * is sent the same HTML, which the path of the visitor with scripts has shown to axe.
 */
export async function expectAccessible({ page, withScripts }: Visitor): Promise<void> {
  if (withScripts) expect(await axe(page), `axe on ${page.url()}`).toEqual([]);
  expect(await page.evaluate(stickingOut), `what sticks out sideways on ${page.url()}`).toEqual([]);
}

/** In the page: what is wider than the screen, so that the whole page moves sideways. */
function stickingOut(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  return [...document.body.querySelectorAll('*')]
    .map((element) => ({ element, edge: element.getBoundingClientRect().right }))
    .filter(({ edge }) => edge > clientWidth)
    .map(
      ({ element, edge }) => `${element.tagName} ${element.className} to ${edge}: ${element.textContent.slice(0, 40)}`,
    )
    .concat(`the page, ${scrollWidth} wide`);
}

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function axe(page: Page, triesLeft = 3): Promise<string[]> {
  try {
    // Our pages hold no frames, so axe need not look for them: that takes it four times as long as the page itself.
    await page.evaluate(AXE);
    return await page.evaluate(violated, RULES);
  } catch (error) {
    // A page that follows the pitch day may load itself again while axe is looking.
    if (triesLeft === 1 || !String(error).includes('Execution context was destroyed')) throw error;
    await page.waitForLoadState();
    return axe(page, triesLeft - 1);
  }
}

/** In the page. */
async function violated(rules: string[]): Promise<string[]> {
  const axe: typeof axeCore = Reflect.get(globalThis, 'axe');
  const { violations } = await axe.run(document, {
    runOnly: { type: 'tag', values: rules },
    resultTypes: ['violations'],
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join('; ')}`);
}
