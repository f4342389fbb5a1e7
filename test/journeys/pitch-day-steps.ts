import { expect } from 'vitest';
import { MINUTE } from '#app/kernel/instant.ts';
import type { Visitor } from './browser.ts';
import { expectHeading, expectWords, follow, go, press, tick, write } from './steps.ts';

export const PITCH_DAY = 'Pitch day in the library';

/**
 * The manager plans a pitch day that starts soon, prints ballot sheets and freezes the vote.
 *
 * @param call          title of a call whose shortlist is decided
 * @param beforeFixing  what else is done on the page of the day, which it comes back to
 * @returns             the codes on the sheets
 */
export async function planPitchDay(
  manager: Visitor,
  call: string,
  sheets: number,
  beforeFixing: () => Promise<void> = async () => undefined,
): Promise<string[]> {
  await go(manager, '/staff');
  await follow(manager, call);
  await follow(manager, 'Pitch day');
  await follow(manager, 'Plan the day');
  await write(manager, 'Name of the event', PITCH_DAY);
  await write(manager, 'Place', 'Foleshill Library');
  await write(manager, 'Address', 'Broad Street, Coventry');
  await write(manager, 'Access', 'No steps. A quiet room. Children are welcome.');
  await write(manager, 'Minutes for questions after each pitch', '2');
  // The day that applicants were promised stands there already.
  expect(await manager.page.getByLabel('Date and time').inputValue()).not.toBe('');
  await write(manager, 'Date and time', '');
  await press(manager, 'Save');
  await expectWords(manager, 'Please look at this again');
  await write(manager, 'Date and time', localTime(Date.now() + 20 * MINUTE));
  await press(manager, 'Save');
  await expectWords(manager, 'The call announced another day. Tick the box if you mean this one.');
  await tick(manager, ANOTHER_DAY);
  await press(manager, 'Save');
  await putSecondFirst(manager);
  await press(manager, 'Draw the order by lot');
  await expectWords(manager, /^Drawn by lot on /);
  await beforeFixing();
  await press(manager, 'Fix the ballot paper');
  await follow(manager, 'Make ballot sheets');
  await write(manager, 'How many sheets?', String(sheets));
  await press(manager, 'Show the sheets to print');
  await expectWords(manager, 'Please look at this again');
  await tick(manager, 'My printer is ready');
  await press(manager, 'Show the sheets to print');
  const codes = await manager.page.locator('.sheet-code').allInnerTexts();
  await follow(manager, 'They are printed. Go back.');
  await tick(manager, 'All sheets are printed, and nothing will change');
  await press(manager, 'Freeze the vote');
  await expectHeading(manager, 'Pitch day');
  await expectWords(manager, 'Open and close the vote on the control page.');
  return codes;
}

/** What a manager says who plans a day that the call did not announce. */
export const ANOTHER_DAY = 'Yes, I mean a day that the call did not announce. I will tell the groups.';

/** Drags the second pitch above the first; where nothing can be dragged, moves it by its button. */
async function putSecondFirst({ page, withScripts }: Visitor): Promise<void> {
  const titles = page.getByRole('table', { name: 'Running order' }).getByRole('rowheader');
  const [first, second, ...others] = await titles.allInnerTexts();
  const saved = page.waitForEvent('load');
  if (withScripts) {
    await titles.first().scrollIntoViewIfNeeded();
    await page.locator('[data-drag]').nth(1).hover();
    await page.mouse.down();
    const above = await titles.first().boundingBox();
    await page.mouse.move(60, (above?.y ?? 0) + 4, { steps: 8 });
    await page.mouse.up();
  } else {
    await page.getByRole('button', { name: / up$/ }).first().click();
  }
  // What was saved, and not only what is shown.
  await saved;
  expect(await titles.allInnerTexts()).toEqual([second, first, ...others]);
}

/** As a field for a date and a time wants it, on the clocks of London. */
export function localTime(at: number): string {
  return new Date(at).toLocaleString('sv-SE', { timeZone: 'Europe/London' }).slice(0, 16).replace(' ', 'T');
}
