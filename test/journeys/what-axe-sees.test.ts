import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible, openBrowser, visit } from './browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test('A page with a picture that nobody describes, or that moves sideways, is no page of ours', async () => {
  const visitor = await visit(browser, 'http://localhost', true);
  const page = (words: string) =>
    visitor.page.setContent(
      `<!DOCTYPE html><html lang="en"><title>Here</title><main><h1>Here</h1>${words}</main></html>`,
    );
  await page('<p>Two words.</p>');
  await expectAccessible(visitor);
  await page('<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">');
  await expect(expectAccessible(visitor)).rejects.toThrow('image-alt');
  await page(`<p>${'word'.repeat(100)}</p>`);
  await expect(expectAccessible(visitor)).rejects.toThrow('sticks out');
  await visitor.leave();
});
