import type { Locator } from 'playwright-core';
import { beforeEach, expect } from 'vitest';
import { expectAccessible, type Visitor } from './browser.ts';

/** Makes the tests of a `describe` one path: after a step that failed, the rest is not walked. */
export function stepByStep(): void {
  let hasFailed = false;
  beforeEach((step) => {
    step.skip(hasFailed, 'an earlier step failed');
    step.onTestFailed(() => {
      hasFailed = true;
    });
  });
}

/** Each step ends on a page that has loaded, and that axe has looked at. */
export async function go(visitor: Visitor, address: string): Promise<void> {
  // A page that follows the pitch day may load itself again at the very moment it is left: then the browser drops the
  // address asked for, takes it and goes back, or waits for ever. Anybody would type it once more.
  const { page } = visitor;
  const isThere = await page.goto(address, { timeout: 30_000 }).then(
    (answer) => answer === null || pathOf(answer.url()) === pathOf(page.url()),
    (error: unknown) => {
      if (error instanceof Error && /net::ERR_ABORTED|Timeout/.test(error.message)) return false;
      throw error;
    },
  );
  if (!isThere) await page.goto(address);
  await expectAccessible(visitor);
}

function pathOf(address: string): string {
  return new URL(address).pathname;
}

export async function follow(visitor: Visitor, link: string | RegExp): Promise<void> {
  await followThis(visitor, visitor.page.getByRole('link', { name: link, exact: true }).first());
}

export async function followThis(visitor: Visitor, control: Locator): Promise<void> {
  await Promise.all([visitor.page.waitForEvent('load'), control.click()]);
  await expectAccessible(visitor);
}

/** Presses a button that leads to another page, or back to this one with words about what is wrong. */
export async function press(visitor: Visitor, button: string | RegExp): Promise<void> {
  await followThis(visitor, visitor.page.getByRole('button', { name: button, exact: true }));
}

export async function write(visitor: Visitor, label: string | RegExp, text: string): Promise<void> {
  await visitor.page
    .getByLabel(label, { exact: true })
    .filter({ visible: true })
    .fill(text)
    .catch(async (error: unknown) => {
      const shown = await visitor.page.locator('body').innerText();
      throw new Error(`nowhere to write "${label}" on ${visitor.page.url()}, which shows: ${shown}`, { cause: error });
    });
}

export async function tick(visitor: Visitor, label: string | RegExp): Promise<void> {
  await visitor.page.getByRole('checkbox', { name: label, exact: true }).check();
}

export async function choose(visitor: Visitor, label: string | RegExp): Promise<void> {
  await visitor.page.getByRole('radio', { name: label, exact: true }).check();
}

/**
 * Signs in as anybody would: with the code from the e-mail, which the demonstration shows.
 *
 * @param name  what to answer when the portal does not know the person yet
 */
export async function signIn(visitor: Visitor, email: string, name?: string): Promise<void> {
  await write(visitor, 'Your e-mail address', email);
  await press(visitor, 'Send me a code');
  await typeCodeShown(visitor, 'Sign in');
  if (name === undefined) return;
  await write(visitor, 'Your name', name);
  await press(visitor, 'Continue');
}

/** Types the code that went to a mailbox, which a demonstration shows on the page. */
export async function typeCodeShown(visitor: Visitor, button: string): Promise<void> {
  const shown = await visitor.page.getByText('Demonstration: your code is').innerText();
  await write(visitor, 'The six numbers', shown.replace(/\D/g, ''));
  await press(visitor, button);
}

/** Opens a letter on the page of messages, where it arrives a moment after what it tells of. */
export async function openLetter(manager: Visitor, subject: string | RegExp): Promise<void> {
  const letters = manager.page.getByRole('link', { name: subject, exact: true });
  await expect
    .poll(
      async () => {
        await manager.page.goto('/staff/outbox');
        return letters.count();
      },
      { timeout: 20_000 },
    )
    .toBeGreaterThan(0);
  await expectAccessible(manager);
  await follow(manager, subject);
}

/** Who applies, and for what: the first part of every application. */
export async function fillDetails(visitor: Visitor): Promise<void> {
  await write(visitor, 'Name of your group', 'Friday Table');
  await write(visitor, 'Name of your project', 'A table for everybody');
  await write(visitor, 'Your idea in one sentence', 'We cook together on Fridays.');
  await visitor.page.getByLabel('What is it about?').selectOption('Community empowerment');
  await write(visitor, 'Where will it happen?', 'Coventry');
  await write(visitor, 'How much money do you need?', '2,200');
}

/** The page's only main heading, as it is read out. */
export async function expectHeading(visitor: Visitor, heading: string | RegExp): Promise<void> {
  const headings = await visitor.page.getByRole('heading', { level: 1 }).allInnerTexts();
  expect(headings).toHaveLength(1);
  expect(headings[0]).toMatch(typeof heading === 'string' ? new RegExp(`^${quoted(heading)}$`) : heading);
}

/** Waits until these words can be seen on the page. */
export async function expectWords(visitor: Visitor, ...sentences: readonly (string | RegExp)[]): Promise<void> {
  for (const sentence of sentences) {
    await visitor.page.getByText(sentence).filter({ visible: true }).first().waitFor();
  }
}

/** The player is there, its file comes in parts as players ask for it, and the browser can read it. */
export async function expectPlayable({ page, withScripts }: Visitor, label: string | RegExp): Promise<void> {
  const player = page.getByLabel(label).first();
  const part = await page.request.get((await player.getAttribute('src')) ?? '', { headers: { Range: 'bytes=0-99' } });
  expect(part.status()).toBe(206);
  expect((await part.body()).byteLength).toBe(100);
  if (withScripts) await page.waitForFunction(() => (document.querySelector('video')?.duration ?? 0) > 0);
}

function quoted(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
