import { expect } from 'vitest';
import { become, type Visitor } from './browser.ts';
import { expectPlayable, expectWords, follow, go, press, tick, write } from './steps.ts';

const LINE = 'Borrow a meter for two weeks, and bring the facts to your landlord.';

/** A group in the running order says what people see of its pitch, and a visitor finds it on the page of the day. */
export async function showPitch(group: Visitor, visitor: Visitor): Promise<void> {
  await become(group, 'Yonas Tesfay');
  await go(group, '/apply');
  await follow(group, /Damp detectives/);
  await follow(group, 'Your pitch: what people see of it');
  await expectWords(group, 'Nobody sees this yet.');
  await write(group, 'Your idea in one line', '');
  await write(group, 'A link to the text of your pitch', 'http://example.org/words');
  await tick(group, /^Show this to everybody/);
  await press(group, 'Save');
  await expectWords(group, 'Enter a whole link that starts with https://.');
  await write(group, 'A link to the text of your pitch', 'https://example.org/words');
  await press(group, 'Save');
  await expectWords(group, 'Write one line before everybody can see this.');
  await write(group, 'Your idea in one line', LINE);
  await group.page
    .getByRole('group', { name: /^A film, / })
    .getByRole('radio')
    .nth(1)
    .check();
  await press(group, 'Save');
  await expectWords(group, 'Saved.', 'Everybody can see this.');
  await go(visitor, '/calls/social-innovation/pitch-day');
  await expectWords(visitor, 'Who pitches', LINE, 'In English');
  expect(await visitor.page.getByRole('link', { name: /^Text of the pitch/ }).getAttribute('href')).toBe(
    'https://example.org/words',
  );
  await visitor.page.getByText(/^Watch the film/).click();
  await expectPlayable({ ...visitor, withScripts: false }, 'Damp detectives');
}

/** The facilitator goes on to that pitch: the wall has its line, and the way to its film. */
export async function seeItOnTheWall(facilitator: Visitor, hall: Visitor): Promise<void> {
  const onStage = facilitator.page
    .locator('.card')
    .getByText(/^Damp detectives/)
    .first();
  while (!(await onStage.isVisible())) await press(facilitator, 'Next pitch');
  await expectWords(hall, LINE, 'In English');
  const film = (await hall.page.getByRole('link', { name: 'Watch the film' }).getAttribute('href')) ?? '';
  expect((await hall.page.request.head(film)).status()).toBe(200);
}

/** While people vote the booth has the line; the group takes everything down all the same, and it is gone at once. */
export async function takeItDown(group: Visitor, voter: Visitor): Promise<void> {
  await go(voter, voter.page.url());
  await expectWords(voter, LINE);
  const shown = group.page.url().replace(/\?.*/, '');
  await go(group, shown);
  await expectWords(group, /^The vote is open\. /);
  await write(group, 'Your idea in one line', 'Vote for us!');
  await press(group, 'Save');
  await expectWords(group, 'The vote is open. What voters see stays as it is until it is closed.');
  await go(group, shown);
  await group.page.getByRole('checkbox', { name: 'Show this to everybody' }).uncheck();
  await press(group, 'Save');
  await expectWords(group, 'Nobody sees this yet.');
  const applicationId = /apply\/([^/]+)\//.exec(shown)?.[1] ?? '';
  for (const part of ['film', 'picture', 'poster', 'captions'])
    expect((await voter.page.request.get(`/pitches/${applicationId}/${part}`)).status()).toBe(404);
  await go(voter, voter.page.url());
  expect(await voter.page.getByText(LINE).count()).toBe(0);
}
