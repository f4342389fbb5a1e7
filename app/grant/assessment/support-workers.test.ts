import { describe, expect, it } from 'vitest';
import { type TestWorld, testWorld } from '#test/world/test-world.ts';
import { endMembership, findMember, insertMember } from '../application/store/team.server.ts';
import { declareConflicts } from './commands/declare-conflicts.server.ts';
import { openScoring } from './commands/open-scoring.server.ts';
import { submitScores } from './commands/submit-scores.server.ts';
import { scoringSheet } from './queries/scoring-sheet.server.ts';
import { entries, must, seatedPanel } from './trial-panel.testing.ts';

/** Bo, who is on the panel, helped Amina to write; scoring is open and Bo has named nobody. */
function panelWithASupportWorker(world: TestWorld, hasLeft = false) {
  const round = seatedPanel(world);
  const bo = round.members.Bo ?? '';
  const helped = round.applications.Amina ?? '';
  const joins = { role: 'edit', kind: 'support', joinedAt: world.now(), invitationId: null } as const;
  insertMember(world.db, { id: world.newId(), applicationId: helped, personId: bo, ...joins });
  const member = findMember(world.db, helped, bo);
  if (hasLeft) endMembership(world.db, member?.id ?? '', bo, world.now());
  for (const personId of Object.values(round.members)) {
    must(declareConflicts(world.as(personId), round.call.id, []));
  }
  must(openScoring(world.as(round.grace), round.call.id));
  return { ...round, bo, helped, other: round.applications.Yusuf ?? '' };
}

describe.each([
  ['who still helps', false],
  ['who has stopped helping', true],
])('a support worker on the panel, %s,', (_, hasLeft) => {
  it('neither reads nor scores what she helped with, although she named no tie', () => {
    const world = testWorld();
    const { call, bo, helped } = panelWithASupportWorker(world, hasLeft);
    expect(scoringSheet(world.as(bo), helped)).toBeNull();
    expect(submitScores(world.as(bo), helped, entries(call, 5))).toMatchObject({ ok: false });
  });

  it('reads and scores all others', () => {
    const world = testWorld();
    const { call, bo, other } = panelWithASupportWorker(world, hasLeft);
    expect(scoringSheet(world.as(bo), other)).not.toBeNull();
    expect(submitScores(world.as(bo), other, entries(call, 4)).ok).toBe(true);
  });

  it('leaves it to the others of the panel', () => {
    const world = testWorld();
    const { call, members, helped } = panelWithASupportWorker(world, hasLeft);
    const nadia = members.Nadia ?? '';
    expect(submitScores(world.as(nadia), helped, entries(call, 3)).ok).toBe(true);
  });
});
