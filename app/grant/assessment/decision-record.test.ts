import { describe, expect, it } from 'vitest';
import type { Id } from '#app/kernel/id.ts';
import { MINUTE } from '#app/kernel/instant.ts';
import { keepPromises } from '#app/platform/outbox.server.ts';
import { keepers } from '#app/wiring.server.ts';
import { testWorld } from '#test/world/test-world.ts';
import { closeScoring } from './commands/close-scoring.server.ts';
import { endMeeting } from './commands/conduct-meeting.server.ts';
import { declareConflicts } from './commands/declare-conflicts.server.ts';
import { lockShortlist } from './commands/lock-shortlist.server.ts';
import { releaseShortlist } from './commands/release-shortlist.server.ts';
import { castPanelVote } from './commands/speak-in-meeting.server.ts';
import { submitScores } from './commands/submit-scores.server.ts';
import { agreeOnShortlist, answerAsItIs, chooseShortlist, decideByTwo } from './decide-by-two.testing.ts';
import { decisionRecord } from './queries/decision-record.server.ts';
import { rankedPanel } from './queries/ranked-panel.server.ts';
import { shortlistCheck } from './queries/shortlist-check.server.ts';
import { shortlistDesk } from './queries/shortlist-desk.server.ts';
import { everybody, inTheRoom } from './trial-meeting.testing.ts';
import { entries, must, scoringPanel } from './trial-panel.testing.ts';

const allIn = (applications: Readonly<Record<string, Id>>) =>
  Object.values(applications).map((applicationId) => {
    return { applicationId, decision: 'shortlisted' as const, reason: 'Well done.' };
  });

describe('the record of a decision', () => {
  it('is for everybody involved once all have been told, each finding her own application by its name', () => {
    const world = testWorld();
    const round = scoringPanel(world);
    const { call, grace, members, applications } = round;
    const [bo = '', daniel, amina] = [members.Bo, world.person('Daniel'), world.person('Amina')];
    for (const id of Object.values(applications)) must(submitScores(world.as(bo), id, entries(call, 4)));
    must(closeScoring(world.as(grace), call.id));
    expect(decisionRecord(world.as(grace), call.slug)).toBeNull();
    must(decideByTwo(world.as(grace), world.as(daniel), call.id, allIn(applications)));
    for (const personId of [grace, daniel, bo]) {
      const record = decisionRecord(world.as(personId), call.slug);
      expect(record?.rows.map(({ title, sheets }) => [title, sheets])).toEqual([
        [null, 1],
        [null, 1],
        [null, 1],
      ]);
      expect(record).toMatchObject({ composition: { accepted: 3, participants: 2 }, ties: { hard: 0, soft: 0 } });
      expect(record?.fairness).toHaveLength(1);
      expect(record?.agreed?.confirmedAt).not.toBeNull();
    }
    const own = decisionRecord(world.as(amina), call.slug)?.rows.map(({ title }) => title);
    expect(own?.filter((title) => title !== null)).toEqual(['Amina’s plan']);
    for (const personId of [world.person('Somebody else'), null]) {
      expect(decisionRecord(world.as(personId), call.slug)).toBeNull();
    }
  });

  it('says what the panel voted when it met, as whoever decided and whoever confirmed read it', () => {
    const room = inTheRoom(...everybody);
    const { world, call, grace, id, applications } = room;
    must(room.press({ press: 'next' }));
    for (const name of ['Bo', 'Nadia']) must(castPanelVote(world.as(id(name)), call.id, id('Amina'), 'for'));
    must(castPanelVote(world.as(id('Helen')), call.id, id('Amina'), 'against'));
    must(room.press({ press: 'clear' }));
    must(endMeeting(world.as(grace), call.id));
    const daniel = world.as(world.person('Daniel'));
    must(decideByTwo(world.as(grace), daniel, call.id, allIn(applications)));
    const said = [
      shortlistDesk(world.as(grace), call.id, null),
      shortlistCheck(daniel, call.id, null),
      decisionRecord(world.as(world.person('Amina')), call.slug),
    ].map((page) => page?.rows.flatMap(({ votes }) => (votes === null ? [] : [votes])));
    const amina = [{ for: 2, against: 1, abstain: 0, setAside: 0, entered: 0, unheard: 0 }];
    expect(said).toEqual([amina, amina, amina]);
  });

  it('cites the calculation of the very scores that were decided on, and no tie that came to light since', async () => {
    const world = testWorld();
    const { call, grace, members, applications } = scoringPanel(world);
    const as = (name: string) => world.as(members[name] ?? '');
    for (const id of Object.values(applications)) {
      must(submitScores(as('Bo'), id, entries(call, 4)));
      must(submitScores(as('Helen'), id, entries(call, 2)));
    }
    must(closeScoring(world.as(grace), call.id));
    // The ranking of the close is calculated and kept.
    expect((await keepPromises(() => world.as(null), keepers)).failed).toBe(0);
    const first = rankedPanel(world.as(null), call.id);
    expect(first?.runId).not.toBeNull();
    world.pass(MINUTE);
    const softly = [{ applicationId: applications.Yusuf ?? '', reason: 'My neighbour.', level: 'soft' as const }];
    must(declareConflicts(as('Bo'), call.id, softly));
    const decidedOn = rankedPanel(world.as(null), call.id)?.key.scoresHash;
    expect(decidedOn).not.toBe(first?.key.scoresHash);
    world.pass(MINUTE);
    must(decideByTwo(world.as(grace), world.as(world.person('Daniel')), call.id, allIn(applications)));
    const released = world.now();
    world.pass(MINUTE);
    must(declareConflicts(as('Helen'), call.id, [{ applicationId: applications.Hana ?? '', reason: 'My sister.' }]));
    must(declareConflicts(as('Bo'), call.id, [{ applicationId: applications.Yusuf ?? '', reason: 'My cousin.' }]));
    const record = decisionRecord(world.as(grace), call.slug);
    expect(record?.key.scoresHash).toBe(decidedOn);
    expect(record?.ranAt).toBe(released);
    expect(record?.ties).toEqual({ soft: 1, hard: 0 });
    expect(record?.fairness.map(({ isOfNow }) => isOfNow)).toEqual([true]);
  });

  it('cites the calculation that it was locked under, and no later one of the same scores', () => {
    const world = testWorld();
    const { call, grace, members, applications } = scoringPanel(world);
    for (const id of Object.values(applications)) must(submitScores(world.as(members.Bo ?? ''), id, entries(call, 4)));
    must(closeScoring(world.as(grace), call.id));
    const daniel = () => world.as(world.person('Daniel'));
    must(answerAsItIs(world.as(grace), call.id));
    must(chooseShortlist(world.as(grace), call.id, allIn(applications)));
    must(lockShortlist(world.as(grace), call.id, null));
    const lockedAt = world.now();
    world.pass(MINUTE);
    world.db.$client
      .prepare(
        `insert into ranking_run select 'later', call_id, method, 'another seed', scores_hash, fundable, result, refusal,
          ?, ran_by from ranking_run`,
      )
      .run(world.now());
    world.pass(MINUTE);
    must(agreeOnShortlist(daniel(), call.id));
    must(releaseShortlist(world.as(grace), call.id));
    const record = decisionRecord(world.as(grace), call.slug);
    expect(record).toMatchObject({ ranAt: lockedAt, key: { seed: call.id } });
  });
});
