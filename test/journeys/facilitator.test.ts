import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mustBe } from '#app/grant/pitch-day/ballot-box/trial-poll.testing.ts';
import { freezeVote } from '#app/grant/pitch-day/commands/settle-vote.server.ts';
import { phoneBallot, pollIdOf, withSheets } from '#app/grant/pitch-day/pitch-evening.testing.ts';
import { DAY, MINUTE } from '#app/kernel/instant.ts';
import { insertDuty } from '#app/people/store.server.ts';
import { expectAccessible, openBrowser, type Visitor, visit } from './browser.ts';
import { type RunningPortal, startPortal } from './portal.ts';
import { expectWords, go, press, signIn, stepByStep, tick } from './steps.ts';
import { worldOf } from './trial-folder.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
});

describe('a facilitator with a phone', () => {
  stepByStep();
  const evening = withSheets();
  const { world, round, callId, eventId } = evening;
  mustBe(freezeVote(world.as(round.staff.Grace), callId));
  // Whoever takes over is of the same partner.
  insertDuty(world.db, round.staff.Farah, round.call.partnerId, 'manager');
  world.pass(DAY);
  const control = `/staff/events/${eventId}/control`;
  const pollId = pollIdOf(evening);
  let now = world.now();
  let portal: RunningPortal;
  let grace: Visitor;
  let farah: Visitor;
  let wall: Visitor;

  const pass = (time: number) => {
    now += time;
    portal.moveTo(now);
  };
  const arrive = async (name: string) => {
    const visitor = await visit(browser, portal.url, true);
    await go(visitor, '/sign-in');
    await signIn(visitor, `${name.toLowerCase()}@people.example`);
    await go(visitor, control);
    return visitor;
  };
  const pitchOnWall = (place: number) => wall.page.getByText(`Pitch ${place} of 4`).waitFor();

  beforeAll(async () => {
    portal = await startPortal({}, worldOf(world));
    portal.moveTo(now);
    [grace, farah] = [await arrive('Grace'), await arrive('Farah')];
    wall = await visit(browser, portal.url, true);
    await wall.page.setViewportSize({ width: 1280, height: 720 });
    await go(wall, `/stage/${eventId}`);
  });

  afterAll(async () => {
    for (const visitor of [grace, farah, wall]) await visitor?.leave();
    await portal?.stop();
  });

  test('brings up one pitch after the other, and the wall follows by itself', async () => {
    await expectWords(wall, 'Pitch evening');
    await press(grace, 'Next pitch');
    await pitchOnWall(1);
    await press(grace, 'Start the timer');
    await wall.page.locator('[data-timer-started]').waitFor();
    await expectAccessible(grace);
    await press(grace, 'Next pitch');
    await pitchOnWall(2);
  });

  test('presses in a dead corner of the hall: told so, and the same press counts once when it arrives', async () => {
    await grace.context.setOffline(true);
    const next = grace.page.getByRole('button', { name: 'Next pitch' });
    await next.click();
    await expectWords(grace, /^No connection\. Your press may not have arrived/);
    await grace.context.setOffline(false);
    await Promise.all([grace.page.waitForEvent('load'), next.dblclick()]);
    await pitchOnWall(3);
    await expectAccessible(grace);
    expect(await grace.page.locator('[data-lost]').isVisible()).toBe(false);
  });

  test('is not needed by the wall: it loses its network, goes on showing, and catches up', async () => {
    await wall.context.setOffline(true);
    await press(grace, 'Previous pitch');
    await pitchOnWall(3);
    await wall.context.setOffline(false);
    await pitchOnWall(2);
  });

  test('hands over: a second operator goes on, and a page from before cannot undo it', async () => {
    await go(grace, control);
    const stale = await grace.page.locator('input[name=version]').first().inputValue();
    await grace.context.setOffline(true);
    await press(farah, 'Next pitch');
    await pitchOnWall(3);
    await press(farah, 'Next pitch');
    await pitchOnWall(4);
    // Her phone wakes up with the page of before, and her thumb is quicker than its stream.
    await grace.context.setOffline(false);
    const answer = await grace.page.request.post(control, {
      form: { press: 'previous', version: stale },
      headers: { Origin: portal.url },
      maxRedirects: 0,
    });
    expect(answer.status()).toBe(422);
    expect(await answer.text()).toContain('Somebody else has gone on since you opened this page.');
    await pitchOnWall(4);
    await grace.page.getByText('Pitch 4 of 4').first().waitFor();
    await press(grace, 'Previous pitch');
    await pitchOnWall(3);
  });

  test('opens the vote, sees who has voted by number only, and closes it with a tick', async () => {
    await press(grace, 'Open the vote');
    for (const sheet of [0, 1, 2]) {
      const { pollId: __, ...ballot } = phoneBallot(evening, sheet, [1, 2, 3].slice(sheet));
      const cast = await fetch(`${portal.url}/vote/${pollId}/cast`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Origin: portal.url },
        body: JSON.stringify(ballot),
      });
      expect(cast.status).toBe(200);
    }
    await grace.page.locator('[data-count=ballots]', { hasText: '3' }).waitFor();
    await press(farah, 'Close the vote');
    await expectWords(farah, 'Please look at this again');
    await tick(farah, 'Everybody who wants to has voted');
    await press(farah, 'Close the vote');
    await wall.page.locator('.stage-seal').first().waitFor();
  });

  test('reveals the result a minute later, and shows it', async () => {
    // The clock of the server goes on by itself, and the close was some seconds after `now`.
    pass(2 * MINUTE);
    await go(grace, control);
    await press(grace, 'Reveal the result');
    await expectAccessible(grace);
    await expectWords(wall, 'The room has decided');
  });
});
