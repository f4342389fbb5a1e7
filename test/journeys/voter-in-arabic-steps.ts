import { expect } from 'vitest';
import { wordsIn } from '#app/words/use-words.ts';
import type { Visitor } from './browser.ts';
import { expectArabic } from './english-left-on.ts';
import { expectWords, follow, go, press, write } from './steps.ts';

const { words } = wordsIn('ar');
const { pitchDay } = words;

/** Scans a sheet, changes to Arabic and votes: first with a sheet that has voted already, then with the own one. */
export async function voteInArabic(voter: Visitor, usedCode: string, code: string): Promise<void> {
  const { page, withScripts } = voter;
  await go(voter, `/vote#${usedCode}`);
  await follow(voter, 'العربية');
  const titles = await page.locator('.choice').allInnerTexts();
  await expectArabic(voter, titles);
  const field = page.getByLabel(pitchDay.boothCode);
  // Without scripts nobody reads what stands behind #; with them a change of language keeps it.
  if (withScripts) expect(await field.inputValue()).toBe(usedCode);
  else await write(voter, pitchDay.boothCode, usedCode);
  await page.getByRole('checkbox').first().check();
  await look();
  if (withScripts) await page.getByRole('button', { name: pitchDay.boothCast }).click();
  await expectWords(voter, pitchDay.castRefusals['already-used']);
  await expectArabic(voter, titles);
  await write(voter, pitchDay.boothCode, code);
  await look();
  await expectWords(voter, pitchDay.boothCheckTitle);
  await expectArabic(voter, titles);
  if (withScripts) {
    await page.getByRole('button', { name: pitchDay.boothCast }).click();
  } else {
    await press(voter, pitchDay.boothCast);
    await expectWords(voter, words.common.fieldMissing);
    await expectArabic(voter, titles);
    await write(voter, pitchDay.boothFirstWord, 'ليمون');
    await write(voter, pitchDay.boothSecondWord, 'دراجة');
    await press(voter, pitchDay.boothCast);
  }
  await expectWords(voter, pitchDay.receiptTitle);
  await expectArabic(voter, titles);

  async function look(): Promise<void> {
    if (withScripts) await page.getByRole('button', { name: pitchDay.boothContinue }).click();
    else await press(voter, pitchDay.boothContinue);
  }
}
