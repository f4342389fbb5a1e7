import { describe, expect, it } from 'vitest';
import { MINUTE } from '#app/kernel/instant.ts';
import { createSessions } from '#app/people/sessions.server.ts';
import { type TestWorld, testWorld } from '#test/world/test-world.ts';
import { closeScoring } from './commands/close-scoring.server.ts';
import { saveScores } from './commands/save-scores.server.ts';
import { submitScores } from './commands/submit-scores.server.ts';
import { fieldNames, sheetForm, sheetValues } from './forms.ts';
import { scoringSheet } from './queries/scoring-sheet.server.ts';
import * as panelAutosave from './routes/panel-autosave.ts';
import { findMember } from './store/panel.server.ts';
import { findSheet } from './store/sheets.server.ts';
import { entries, must, scoringPanel, type TrialPanel } from './trial-panel.testing.ts';

/** Bo scores Amina's application. */
function scoring(): { world: TestWorld; round: TrialPanel; plan: string; bo: string } {
  const world = testWorld();
  const round = scoringPanel(world);
  return { world, round, plan: round.applications.Amina ?? '', bo: round.members.Bo ?? '' };
}

describe('a sheet that saves itself', () => {
  async function autosave(world: TestWorld, personId: string | null, applicationId: string, posted: object) {
    const request = new Request('https://pot.example/here', {
      method: 'POST',
      body: new URLSearchParams(posted as Record<string, string>),
    });
    const context = { portal: world.as(personId), sessions: createSessions(world) };
    const response = await panelAutosave.action({ request, params: { applicationId }, context });
    return { status: response.status, body: await response.json() };
  }

  it('keeps what there is, and says which save it was', async () => {
    const { world, round, plan, bo } = scoring();
    const need = fieldNames.score(round.call.criteria[0]?.id ?? '');
    expect(await autosave(world, bo, plan, { [need]: '4', revision: '0' })).toEqual({
      status: 200,
      body: { state: 'saved', revision: 1, errors: {} },
    });
    expect(await autosave(world, bo, plan, { [need]: '4', strength: 'Warm.', revision: '1' })).toMatchObject({
      body: { revision: 2 },
    });
    expect(scoringSheet(world.as(bo), plan)?.sheet).toMatchObject({ strength: 'Warm.', meanMilli: 4_000, revision: 2 });
  });

  it('shows a window that is behind what the other one has saved, and keeps that', async () => {
    const { world, round, plan, bo } = scoring();
    must(saveScores(world.as(bo), plan, { scores: {}, strength: 'Written at home.', concern: '' }));
    const behind = await autosave(world, bo, plan, { strength: 'Written on the bus.', revision: '0' });
    expect(behind).toMatchObject({ status: 409, body: { state: 'changed-elsewhere', revision: 1, by: null } });
    expect(behind.body.stored).toEqual({
      ...Object.fromEntries(round.call.criteria.map(({ id }) => [fieldNames.score(id), ''])),
      strength: 'Written at home.',
      concern: '',
    });
    expect(scoringSheet(world.as(bo), plan)?.sheet?.strength).toBe('Written at home.');
  });

  it('answers a save that was sent twice as it did the first time', async () => {
    const { world, plan, bo } = scoring();
    const sent = { strength: 'Warm.', revision: '0' };
    await autosave(world, bo, plan, sent);
    expect(await autosave(world, bo, plan, sent)).toEqual({
      status: 200,
      body: { state: 'saved', revision: 1, errors: {} },
    });
  });

  it('says so when the sheet is handed in, when scoring is over, and to whom it is not open', async () => {
    const { world, round, plan, bo } = scoring();
    must(submitScores(world.as(bo), plan, entries(round.call, 4)));
    expect(await autosave(world, bo, plan, { strength: 'More.', revision: '1' })).toEqual({
      status: 410,
      body: { state: 'frozen' },
    });
    expect(await autosave(world, round.grace, plan, {})).toEqual({ status: 404, body: { state: 'not-found' } });
    expect(await autosave(world, null, plan, {})).toEqual({ status: 401, body: { state: 'signed-out' } });
    must(closeScoring(world.as(round.grace), round.call.id));
    expect(await autosave(world, round.members.Nadia ?? '', plan, {})).toMatchObject({ status: 410 });
  });

  it('names what cannot be right and keeps what was there', async () => {
    const { world, plan, bo } = scoring();
    const sent = { strength: 'word '.repeat(151), revision: '0' };
    expect(await autosave(world, bo, plan, sent)).toMatchObject({ status: 422, body: { state: 'refused' } });
    expect(scoringSheet(world.as(bo), plan)?.sheet).toBeNull();
  });
});

describe('two windows on one sheet', () => {
  it('cannot hand in over words that were not seen', () => {
    const { world, round, plan, bo } = scoring();
    must(saveScores(world.as(bo), plan, entries(round.call, 2), 0));
    expect(submitScores(world.as(bo), plan, entries(round.call, 5), 0)).toEqual({
      ok: false,
      reason: 'changed-elsewhere',
    });
    must(submitScores(world.as(bo), plan, entries(round.call, 5), 1));
    expect(scoringSheet(world.as(bo), plan)?.seen?.sheets[0]?.meanMilli).toBe(5_000);
  });
});

describe('when a sheet was begun', () => {
  it('is the first save, whatever is saved later', () => {
    const { world, round, plan, bo } = scoring();
    const begun = world.now();
    must(saveScores(world.as(bo), plan, entries(round.call, 2)));
    world.moveTo(begun + 10 * MINUTE);
    must(submitScores(world.as(bo), plan, entries(round.call, 3)));
    const memberId = findMember(world.db, round.call.id, bo)?.id ?? '';
    expect(findSheet(world.db, memberId, plan)).toMatchObject({ begunAt: begun, submittedAt: begun + 10 * MINUTE });
  });
});

describe('the fields of a sheet', () => {
  it('are read back as they were shown', () => {
    const { round } = scoring();
    const { criteria } = round.call;
    const whole = { ...entries(round.call, 3, null, 5), strength: 'One.', concern: 'Two.' };
    const read = sheetForm(criteria, 'submit', 'en').parse({ ...sheetValues(criteria, whole), revision: '7' });
    expect(read).toEqual({ entries: whole, revision: 7 });
  });
});
