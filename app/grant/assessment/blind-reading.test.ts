import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '#app/kernel/instant.ts';
import { setName } from '#app/people/commands/set-name.server.ts';
import { type TestWorld, testWorld } from '#test/world/test-world.ts';
import { saveSafety } from '../application/commands/save-safety.server.ts';
import { savePhase } from './commands/save-phase.server.ts';
import { saveScores } from './commands/save-scores.server.ts';
import { submitScores } from './commands/submit-scores.server.ts';
import { writeBlindCopy } from './commands/write-blind-copy.server.ts';
import { blindCopies } from './queries/blind-copies.server.ts';
import { blindDesk } from './queries/blind-desk.server.ts';
import { conflictList } from './queries/conflict-list.server.ts';
import { panelWork } from './queries/panel-work.server.ts';
import { scoringSheet } from './queries/scoring-sheet.server.ts';
import type { PhaseDraft } from './rules/planning-phases.ts';
import { entries, must, scoringPanel, type TrialPanel } from './trial-panel.testing.ts';

const blind: PhaseDraft = {
  name: 'Score without names',
  startsAt: 0,
  endsAt: 0,
  allows: 'score',
  names: 'hidden',
  others: 'never',
  reviewerNames: false,
  scope: 'assigned',
  recordings: 'transcript',
};

/** The panel scores, in a phase that began an hour from its opening and lasts ten days. */
function inPhase(rules: Partial<PhaseDraft> = {}): { world: TestWorld; round: TrialPanel; bo: string; plan: string } {
  const world = testWorld();
  const round = scoringPanel(world);
  const opened = world.now();
  const phase = { ...blind, startsAt: opened + HOUR, endsAt: opened + 10 * DAY, ...rules };
  must(savePhase(world.as(round.grace), round.call.id, null, phase));
  world.moveTo(opened + HOUR);
  return { world, round, bo: round.members.Bo ?? '', plan: round.applications.Amina ?? '' };
}

describe('while names are hidden', () => {
  it('shows no name on the sheet, in the list of work and in the list of ties', () => {
    const { world, round, bo, plan } = inPhase();
    const sheet = scoringSheet(world.as(bo), plan);
    expect(sheet?.application).toMatchObject({ title: '[name]’s plan', oneLine: 'What [name] wants to try.' });
    expect(sheet?.answers.some(({ shown }) => shown.as === 'text' && shown.text.startsWith('[name] will cook'))).toBe(
      true,
    );
    const seen = JSON.stringify([
      sheet,
      panelWork(world.as(bo), round.call.id),
      conflictList(world.as(bo), round.call.id),
    ]);
    for (const name of ['Amina', 'Yusuf', 'Hana', 'and friends', 'Street Trust']) expect(seen).not.toContain(name);
  });

  it('hides who would hold the money, wherever it is named', () => {
    const { world, plan } = inPhase();
    const copy = blindCopies(world.as(null), [plan]).get(plan);
    expect(copy?.masked('Our money lies with THE AMINA STREET TRUST LTD.')).toBe('Our money lies with [name].');
  });

  it('shows the copy that somebody wrote, and names again when the phase is over and the next one shows them', () => {
    const { world, round, bo, plan } = inPhase();
    const [question] = round.call.questions;
    const grace = world.as(round.grace);
    must(writeBlindCopy(grace, plan, { title: 'A plan', [question?.id ?? '']: 'She will cook on Fridays.' }));
    const sheet = () => scoringSheet(world.as(bo), plan);
    expect(sheet()?.application.title).toBe('A plan');
    expect(sheet()?.answers[0]?.shown).toEqual({ as: 'text', text: 'She will cook on Fridays.' });
    must(writeBlindCopy(grace, plan, { title: '' }));
    expect(sheet()?.application.title).toBe('[name]’s plan');
    const { startsAt, endsAt } = { startsAt: world.now() + 10 * DAY, endsAt: world.now() + 20 * DAY };
    must(savePhase(grace, round.call.id, null, { ...blind, names: 'shown', recordings: 'all', startsAt, endsAt }));
    world.moveTo(startsAt - HOUR);
    expect(sheet()?.application.title).toBe('[name]’s plan');
    world.moveTo(startsAt);
    expect(sheet()?.application).toMatchObject({ title: 'Amina’s plan', groupName: 'Amina and friends' });
  });

  it('tells staff which texts a person should read, until somebody has written them', () => {
    const { world, round, plan } = inPhase();
    const grace = world.as(round.grace);
    const titled = () => blindDesk(grace, plan)?.parts.find(({ part }) => part === 'title')?.isUnsure;
    expect(titled()).toBe(false);
    must(setName(world.as(world.person('Amina')), 'Amina Li'));
    expect(titled()).toBe(true);
    must(writeBlindCopy(grace, plan, { title: 'A plan' }));
    expect(titled()).toBe(false);
  });

  it('lets nobody but a manager of the partner write the copy', () => {
    const { world, bo, plan } = inPhase();
    expect(writeBlindCopy(world.as(bo), plan, { title: 'A plan' })).toEqual({ ok: false, reason: 'not-found' });
  });
});

describe('the copy without names, once somebody scores beside it', () => {
  it('is changed only where a name goes; each version stays, and which of them lay beside a sheet', () => {
    const { world, round, bo, plan } = inPhase();
    const [question] = round.call.questions;
    const part = question?.id ?? '';
    const grace = () => world.as(round.grace);
    must(writeBlindCopy(grace(), plan, { [part]: 'Umm Ali will cook for all.' }));
    const begunAt = world.now();
    must(saveScores(world.as(bo), plan, entries(round.call, 4)));
    world.pass(HOUR);
    expect(writeBlindCopy(grace(), plan, { [part]: 'She will cook on Fridays.' })).toMatchObject({
      reason: 'sheet-begun',
    });
    expect(writeBlindCopy(grace(), plan, { [part]: '' })).toMatchObject({ reason: 'sheet-begun' });
    expect(scoringSheet(world.as(bo), plan)?.copyChangedAt).toBeNull();
    must(writeBlindCopy(grace(), plan, { [part]: '[name] will cook for all.' }));
    const seen = scoringSheet(world.as(bo), plan);
    expect(seen?.answers[0]?.shown).toEqual({ as: 'text', text: '[name] will cook for all.' });
    expect(seen?.copyChangedAt).toBe(begunAt + HOUR);
    // Helen begins now: nothing has changed for her.
    const helen = world.as(round.members.Helen ?? '');
    must(submitScores(helen, plan, entries(round.call, 3)));
    expect(scoringSheet(helen, plan)?.copyChangedAt).toBeNull();
    must(submitScores(world.as(bo), plan, entries(round.call, 4)));
    const versions = blindDesk(grace(), plan)?.versions.map(({ version, begunBeside, texts }) => [
      version,
      begunBeside,
      texts.map(({ text }) => text),
    ]);
    expect(versions).toEqual([
      [2, 1, ['[name] will cook for all.']],
      [1, 1, ['Umm Ali will cook for all.']],
    ]);
    const beside = world.db.$client
      .prepare('select version, since from sheet_copy order by version, since')
      .raw()
      .all();
    expect(beside).toEqual([
      [1, begunAt],
      [2, begunAt + HOUR],
      [2, begunAt + HOUR],
    ]);
  });

  it('makes no version of what is saved as it was', () => {
    const { world, round, plan } = inPhase();
    const grace = world.as(round.grace);
    must(writeBlindCopy(grace, plan, { title: '[name]’s plan' }));
    expect(blindDesk(grace, plan)?.versions).toEqual([]);
    for (const title of ['A plan', 'A plan']) must(writeBlindCopy(grace, plan, { title }));
    expect(blindDesk(grace, plan)?.versions).toHaveLength(1);
  });

  it('says nothing of sheets that were begun while names were shown, and changes no more for them', () => {
    const { world, round, bo, plan } = inPhase({ names: 'shown', recordings: 'all' });
    must(saveScores(world.as(bo), plan, entries(round.call, 4)));
    expect(world.db.$client.prepare('select count(*) from sheet_copy').pluck().get()).toBe(0);
    expect(writeBlindCopy(world.as(round.grace), plan, { title: 'A plan' })).toMatchObject({ reason: 'sheet-begun' });
  });

  it('is counted from what the portal hides alone, where nobody has written it', () => {
    const { world, round, bo, plan } = inPhase();
    const grace = () => world.as(round.grace);
    must(saveScores(world.as(bo), plan, entries(round.call, 4)));
    world.pass(HOUR);
    must(writeBlindCopy(grace(), plan, { title: '[name]’s [name]' }));
    expect(blindDesk(grace(), plan)).toMatchObject({ begunBesideNone: 1, versions: [{ version: 1, begunBeside: 0 }] });
    expect(scoringSheet(world.as(bo), plan)).toMatchObject({ application: { title: '[name]’s [name]' } });
    expect(scoringSheet(world.as(bo), plan)?.copyChangedAt).toBe(world.now());
  });
});

describe('a phase that keeps reviewers apart', () => {
  it('shows a member her own sheet and nobody else’s', () => {
    const { world, round, bo, plan } = inPhase();
    must(submitScores(world.as(round.members.Helen ?? ''), plan, entries(round.call, 2)));
    must(submitScores(world.as(bo), plan, entries(round.call, 4)));
    expect(scoringSheet(world.as(bo), plan)?.seen).toMatchObject({ sheets: [{ isMine: true }], together: null });
  });
  it('shows sheets without whose they are', () => {
    const { world, round, bo, plan } = inPhase({ others: 'always' });
    must(submitScores(world.as(round.members.Helen ?? ''), plan, entries(round.call, 2)));
    expect(scoringSheet(world.as(bo), plan)?.seen).toMatchObject({
      sheets: [{ isMine: false, by: null, meanMilli: 2_000 }],
      together: { sheets: 1 },
    });
  });
});

describe('outside the hours of a phase', () => {
  it('nothing is open before the first, and nobody scores after the last', () => {
    const { world, round, bo, plan } = inPhase();
    world.moveTo(world.now() - 1);
    expect(scoringSheet(world.as(bo), plan)).toBeNull();
    expect(panelWork(world.as(bo), round.call.id)).toMatchObject({ counts: { toDo: 0, handedIn: 0 } });
    world.moveTo(world.now() + 1);
    must(saveScores(world.as(bo), plan, entries(round.call, 4)));
    world.moveTo(world.now() + 10 * DAY);
    expect(saveScores(world.as(bo), plan, entries(round.call, 5))).toEqual({ ok: false, reason: 'not-scoring' });
    expect(scoringSheet(world.as(bo), plan)?.application.title).toBe('[name]’s plan');
  });
});

describe('a title that is the name of its group', () => {
  it('is told apart by its reference', () => {
    const { world, round, bo, plan } = inPhase();
    const settings = {
      publicName: 'Amina’s plan',
      contactWay: 'either',
      contactNote: '',
      neutralSubject: false,
    } as const;
    must(saveSafety(world.as(world.person('Amina')), plan, settings, 0));
    const sheet = scoringSheet(world.as(bo), plan);
    expect(sheet?.application.title).toBe(sheet?.application.reference);
    expect(panelWork(world.as(bo), round.call.id)?.work.some(({ title, reference }) => title === reference)).toBe(true);
  });
});
