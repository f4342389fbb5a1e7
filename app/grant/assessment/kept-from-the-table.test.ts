import { describe, expect, it } from 'vitest';
import type { Id } from '#app/kernel/id.ts';
import { insertDuty } from '#app/people/store.server.ts';
import { type TestWorld, testWorld } from '#test/world/test-world.ts';
import { inTeam } from '#test/world/trial-team.ts';
import { endMembership } from '../application/commands/end-membership.server.ts';
import { closeScoring } from './commands/close-scoring.server.ts';
import { confirmShortlist } from './commands/confirm-shortlist.server.ts';
import { declareConflicts } from './commands/declare-conflicts.server.ts';
import { leavePanel } from './commands/leave-panel.server.ts';
import { lockShortlist } from './commands/lock-shortlist.server.ts';
import { openMeeting } from './commands/open-meeting.server.ts';
import { openScoring } from './commands/open-scoring.server.ts';
import { raiseTie } from './commands/raise-tie.server.ts';
import { submitScores } from './commands/submit-scores.server.ts';
import { answerAsItIs, chooseShortlist } from './decide-by-two.testing.ts';
import { blindDesk } from './queries/blind-desk.server.ts';
import { chairOf } from './queries/chair.server.ts';
import { fairnessDesk } from './queries/fairness.server.ts';
import { witnessOf } from './queries/lottery.server.ts';
import { rankingDesk } from './queries/ranking-desk.server.ts';
import { mayGiveOut, runPanel } from './queries/run-panel.server.ts';
import { shortlistCheck } from './queries/shortlist-check.server.ts';
import { tieDesk } from './queries/tie-desk.server.ts';
import { entries, must, scoringPanel, seated, seatedPanel, type TrialPanel } from './trial-panel.testing.ts';

const NOT_FOUND = { ok: false, reason: 'not-found' };

/** A second manager of the partner whose call it is. */
function colleague(world: TestWorld, round: Pick<TrialPanel, 'call'>, name = 'Gail'): Id {
  const personId = world.person(name);
  insertDuty(world.db, personId, round.call.partnerId, 'manager');
  return personId;
}

/** What somebody sees of a closed panel: one entry for each desk that is open to her. */
function desksOf(world: TestWorld, personId: Id, callId: Id): string[] {
  const context = world.as(personId);
  const desks = {
    ranking: rankingDesk(context, callId, 10),
    fairness: fairnessDesk(context, callId),
    ties: tieDesk(context, callId),
    meeting: chairOf(context, callId),
    lottery: witnessOf(context, callId),
    giving: mayGiveOut(context, callId) ? 'open' : null,
  };
  return Object.entries(desks).flatMap(([name, desk]) => (desk === null ? [] : [name]));
}

describe('a manager who is in a team that applies', () => {
  function closed() {
    const world = testWorld();
    const round = scoringPanel(world);
    const [kitchen = '', garden = ''] = [round.applications.Amina, round.applications.Yusuf];
    // Staff join no team that applies to their own partner; Gail was in one before she was staff.
    inTeam(world, world.person('Amina'), kitchen, world.person('Gail'), 'view');
    const gail = colleague(world, round);
    must(submitScores(world.as(round.members.Bo ?? ''), kitchen, entries(round.call, 4)));
    must(closeScoring(world.as(round.grace), round.call.id));
    return { world, round, gail, kitchen, garden, callId: round.call.id };
  }

  it('neither chairs the meeting nor sees what the panel gave; a colleague does', () => {
    const { world, round, gail, callId } = closed();
    expect(desksOf(world, round.grace, callId)).toEqual([
      'ranking',
      'fairness',
      'ties',
      'meeting',
      'lottery',
      'giving',
    ]);
    expect(desksOf(world, gail, callId)).toEqual([]);
    expect(openMeeting(world.as(gail), callId)).toEqual(NOT_FOUND);
    const tie = { memberId: '', reference: '', level: 'hard', reason: 'They know each other.' } as const;
    expect(raiseTie(world.as(gail), callId, tie)).toEqual(NOT_FOUND);
  });

  it('does not come back to it by leaving the team', () => {
    const { world, gail, kitchen, callId } = closed();
    must(endMembership(world.as(gail), kitchen, gail));
    expect(desksOf(world, gail, callId)).toEqual([]);
  });

  it('does not write what the panel reads of her own application, and may of another', () => {
    const { world, gail, kitchen, garden, round } = closed();
    expect(blindDesk(world.as(gail), kitchen)).toBeNull();
    expect(blindDesk(world.as(gail), garden)).not.toBeNull();
    expect(blindDesk(world.as(round.grace), kitchen)).not.toBeNull();
  });
});

describe('somebody of the staff who has left the panel', () => {
  /** Daniel sits on the panel, does something there while it scores, leaves, and Grace locks the shortlist. */
  function locked(before: (world: TestWorld, round: TrialPanel, daniel: Id) => void) {
    const world = testWorld();
    const round = seatedPanel(world);
    const daniel = seated(world, round, 'Daniel', 'staff');
    for (const member of Object.values(round.members)) must(declareConflicts(world.as(member), round.call.id, []));
    must(openScoring(world.as(round.grace), round.call.id));
    must(submitScores(world.as(round.members.Bo ?? ''), round.applications.Amina ?? '', entries(round.call, 4)));
    before(world, round, daniel);
    must(leavePanel(world.as(daniel), round.call.id));
    const grace = world.as(round.grace);
    must(closeScoring(grace, round.call.id));
    const decisions = Object.values(round.applications).map((applicationId) => {
      return { applicationId, decision: 'shortlisted' as const, reason: 'Well done.' };
    });
    must(chooseShortlist(grace, round.call.id, decisions));
    must(answerAsItIs(grace, round.call.id));
    must(lockShortlist(grace, round.call.id, null));
    const hash = shortlistCheck(grace, round.call.id, null)?.lock?.contentHash ?? '';
    return { world, round, daniel, callId: round.call.id, hash };
  }

  function scored(world: TestWorld, round: TrialPanel, daniel: Id) {
    must(declareConflicts(world.as(daniel), round.call.id, []));
    must(submitScores(world.as(daniel), round.applications.Yusuf ?? '', entries(round.call, 5)));
  }

  function tied(world: TestWorld, round: TrialPanel, daniel: Id) {
    const tie = { applicationId: round.applications.Amina ?? '', reason: 'She is my sister.' };
    must(declareConflicts(world.as(daniel), round.call.id, [tie]));
  }

  it.each([
    ['scores that count', scored],
    ['a tie that stands', tied],
  ])('with %s looks over no decision, reads no dice and runs no panel', (_left, before) => {
    const { world, daniel, callId, hash, round } = locked(before);
    expect(shortlistCheck(world.as(daniel), callId, null)).toBeNull();
    expect(confirmShortlist(world.as(daniel), callId, hash)).toEqual(NOT_FOUND);
    expect(witnessOf(world.as(daniel), callId)).toBeNull();
    colleague(world, round, 'Daniel');
    expect(runPanel(world.as(daniel), callId)).toBeNull();
    expect(lockShortlist(world.as(daniel), callId, null)).toEqual(NOT_FOUND);
    const other = colleague(world, round);
    expect(confirmShortlist(world.as(other), callId, hash)).toEqual({ ok: true, value: 'confirmed' });
  });

  it('before anything was done there is the second pair of eyes like anybody', () => {
    const { world, daniel, callId, hash } = locked(() => undefined);
    expect(witnessOf(world.as(daniel), callId)).toBe(daniel);
    expect(confirmShortlist(world.as(daniel), callId, hash)).toEqual({ ok: true, value: 'confirmed' });
  });
});
