import { describe, expect, it } from 'vitest';
import type { Id } from '#app/kernel/id.ts';
import { newId } from '#app/platform/ids.server.ts';
import { type TestWorld, testWorld } from '#test/world/test-world.ts';
import { withdrawApplication } from '../application/commands/withdraw-application.server.ts';
import { closeScoring } from './commands/close-scoring.server.ts';
import { declareConflicts } from './commands/declare-conflicts.server.ts';
import { leavePanel } from './commands/leave-panel.server.ts';
import { lockShortlist } from './commands/lock-shortlist.server.ts';
import { releaseShortlist } from './commands/release-shortlist.server.ts';
import { saveScores } from './commands/save-scores.server.ts';
import { submitScores } from './commands/submit-scores.server.ts';
import { agreeOnShortlist, answerAsItIs, chooseShortlist } from './decide-by-two.testing.ts';
import { entries, must, scoringPanel } from './trial-panel.testing.ts';

/** What the database refuses whoever asks it, with the commands out of the way. */
function attempt(world: TestWorld, sql: string, ...values: (string | number | null)[]): string {
  try {
    const { changes } = world.db.$client.prepare(sql).run(...values);
    return changes === 0 ? 'changed nothing' : 'done';
  } catch (error) {
    return (error as Error).message;
  }
}

function memberId(world: TestWorld, personId: Id | undefined): Id {
  return world.db.$client.prepare('select id from panel_member where person_id = ?').pluck().get(personId) as Id;
}

const INSERT_SHEET =
  "insert into scoresheet (id, member_id, application_id, state, strength, concern, saved_at) values (?, ?, ?, 'draft', '', '', 1)";

describe('the copy without names in the database', () => {
  const INSERT_COPY = "insert into blind_copy values (?, ?, '{}', 1, ?)";

  it('has versions that follow each other, and all of them are kept', () => {
    const world = testWorld();
    const { applications, grace } = scoringPanel(world);
    const plan = applications.Amina ?? '';
    const order = 'versions of a copy follow each other';
    expect(attempt(world, INSERT_COPY, plan, 2, grace)).toBe(order);
    expect(attempt(world, INSERT_COPY, plan, 1, grace)).toBe('done');
    expect(attempt(world, INSERT_COPY, plan, 1, grace)).toBe(order);
    expect(attempt(world, INSERT_COPY, plan, 3, grace)).toBe(order);
    expect(attempt(world, INSERT_COPY, plan, 2, grace)).toBe('done');
    const kept = 'what members could read is kept';
    expect(attempt(world, "update blind_copy set texts = '[]'")).toBe(kept);
    expect(attempt(world, 'delete from blind_copy')).toBe(kept);
  });

  it('lies beside a sheet in a version that is there, and stays written down', () => {
    const world = testWorld();
    const { call, applications, members, grace } = scoringPanel(world);
    must(submitScores(world.as(members.Bo ?? ''), applications.Amina ?? '', entries(call, 3)));
    const sheet = world.db.$client.prepare('select id from scoresheet').pluck().get() as Id;
    const beside = (version: number) => attempt(world, 'insert into sheet_copy values (?, ?, 1)', sheet, version);
    expect(beside(1)).toBe('a sheet is written beside a version that is there');
    attempt(world, INSERT_COPY, applications.Amina ?? '', 1, grace);
    expect([beside(0), beside(1)]).toEqual(['done', 'done']);
    expect(beside(2)).toBe('a sheet is written beside a version that is there');
    const kept = 'what members could read is kept';
    expect(attempt(world, 'update sheet_copy set version = 0')).toBe(kept);
    expect(attempt(world, 'delete from sheet_copy')).toBe(kept);
  });
});

describe('a sheet in the database', () => {
  it('cannot be begun by a member with a conflict, without a declaration, or about her own application', async () => {
    const world = testWorld();
    const round = scoringPanel(world);
    const { call, applications, members } = round;
    const bo = memberId(world, members.Bo);
    must(
      declareConflicts(world.as(members.Bo ?? ''), call.id, [
        { applicationId: applications.Amina ?? '', reason: 'We are cousins.' },
      ]),
    );
    const refusal = 'only a seated member without a conflict begins a sheet';
    expect(attempt(world, INSERT_SHEET, newId(), bo, applications.Amina ?? '')).toBe(refusal);
    expect(attempt(world, INSERT_SHEET, newId(), bo, applications.Yusuf ?? '')).toBe('done');
    must(leavePanel(world.as(members.Nadia ?? ''), call.id));
    expect(attempt(world, INSERT_SHEET, newId(), memberId(world, members.Nadia), applications.Yusuf ?? '')).toBe(
      refusal,
    );
    must(await withdrawApplication(world.as(world.person('Hana')), applications.Hana ?? ''));
    expect(attempt(world, INSERT_SHEET, newId(), bo, applications.Hana ?? '')).toBe(refusal);
  });

  it('is frozen with its scores once it is handed in', () => {
    const world = testWorld();
    const { call, applications, members } = scoringPanel(world);
    must(submitScores(world.as(members.Bo ?? ''), applications.Amina ?? '', entries(call, 3)));
    const frozen = 'a submitted sheet is frozen';
    expect(attempt(world, "update scoresheet set strength = 'better'")).toBe(frozen);
    expect(attempt(world, "update scoresheet set state = 'draft', submitted_at = null")).toBe(frozen);
    expect(attempt(world, "update scoresheet set state = 'set-aside', concern = 'none'")).toBe(frozen);
    expect(attempt(world, 'update score set value = 5')).toBe(frozen);
    expect(attempt(world, 'delete from score')).toBe(frozen);
    expect(attempt(world, 'delete from scoresheet')).toMatch(/a sheet is never deleted|FOREIGN KEY/);
    const sheetId = world.db.$client.prepare('select id from scoresheet').pluck().get() as string;
    const again = 'insert or replace into score (sheet_id, criterion_id, value) values (?, ?, 5)';
    expect(attempt(world, again, sheetId, call.criteria[0]?.id ?? '')).toBe(frozen);
  });

  it('is not handed in with a criterion or a comment missing', () => {
    const world = testWorld();
    const { call, applications, members } = scoringPanel(world);
    const whole = entries(call, 3);
    const first = call.criteria[0]?.id ?? '';
    must(saveScores(world.as(members.Bo ?? ''), applications.Amina ?? '', { ...whole, scores: { [first]: 3 } }));
    const submit = "update scoresheet set state = 'submitted', submitted_at = 1";
    expect(attempt(world, submit)).toBe('a submitted sheet answers every criterion');
    must(saveScores(world.as(members.Bo ?? ''), applications.Amina ?? '', { ...whole, concern: '' }));
    expect(attempt(world, submit)).toContain('scoresheet_submitted');
    must(saveScores(world.as(members.Bo ?? ''), applications.Amina ?? '', whole));
    expect(attempt(world, submit)).toBe('done');
  });

  it('holds scores from 1 to 5 and "I cannot judge this", and no others', () => {
    const world = testWorld();
    const { call, applications, members } = scoringPanel(world);
    must(saveScores(world.as(members.Bo ?? ''), applications.Amina ?? '', entries(call, 3)));
    for (const value of [0, 6, 3.5])
      expect(attempt(world, 'update score set value = ?', value)).toContain('score_value');
    for (const value of [1, 5, null]) expect(attempt(world, 'update score set value = ?', value)).toBe('done');
  });

  it('takes nothing after the end of scoring', () => {
    const world = testWorld();
    const { call, grace, applications, members } = scoringPanel(world);
    must(submitScores(world.as(members.Bo ?? ''), applications.Amina ?? '', entries(call, 3)));
    must(saveScores(world.as(members.Bo ?? ''), applications.Yusuf ?? '', entries(call, 3)));
    must(closeScoring(world.as(grace), call.id));
    expect(attempt(world, "update scoresheet set strength = 'late' where state = 'draft'")).toBe(
      'sheets are written while the panel scores',
    );
    expect(attempt(world, INSERT_SHEET, newId(), memberId(world, members.Bo), applications.Hana ?? '')).toBe(
      'only a seated member without a conflict begins a sheet',
    );
  });
});

describe('a conflict in the database', () => {
  it('is never taken back', () => {
    const world = testWorld();
    const { call, applications, members } = scoringPanel(world);
    const tie = { applicationId: applications.Amina ?? '', reason: 'We are cousins.' };
    must(declareConflicts(world.as(members.Bo ?? ''), call.id, [tie]));
    const kept = 'a declared conflict is never taken back';
    expect(attempt(world, "update conflict set level = 'none', reason = '' where level = 'hard'")).toBe(kept);
    expect(attempt(world, "update conflict set reason = 'other' where level = 'hard'")).toBe(kept);
    expect(attempt(world, 'delete from conflict')).toBe(kept);
  });

  it('leaves no live sheet, handed in or not', () => {
    const world = testWorld();
    const { call, applications, members } = scoringPanel(world);
    must(submitScores(world.as(members.Bo ?? ''), applications.Amina ?? '', entries(call, 3)));
    must(saveScores(world.as(members.Bo ?? ''), applications.Yusuf ?? '', entries(call, 3)));
    for (const application of [applications.Amina, applications.Yusuf]) {
      expect(
        attempt(
          world,
          "update conflict set level = 'hard', reason = 'x' where application_id = ? and member_id = ?",
          application ?? '',
          memberId(world, members.Bo),
        ),
      ).toBe('a conflict leaves no live sheet');
    }
  });

  it('is never "none" about a member’s own application', () => {
    const world = testWorld();
    const { call, grace, applications } = scoringPanel(world);
    const insertMember =
      "insert into panel_member (id, call_id, person_id, kind, state, invited_by, invited_at, answered_at) values (?, ?, ?, 'participant', 'accepted', ?, 1, 1)";
    const amina = newId();
    expect(attempt(world, insertMember, amina, call.id, world.person('Amina'), grace)).toBe('done');
    const insert =
      "insert into conflict (member_id, application_id, level, reason, raised_by, declared_at) values (?, ?, 'none', '', 'member', 1)";
    expect(attempt(world, insert, amina, applications.Amina ?? '')).toBe(
      'nobody is free of conflict about her own application',
    );
    expect(attempt(world, insert, amina, applications.Yusuf ?? '')).toBe('done');
  });
});

describe('a panel and its shortlist in the database', () => {
  it('go one way', () => {
    const world = testWorld();
    const { call, grace, applications, members } = scoringPanel(world);
    const oneWay = 'a panel moves from preparing to scoring to closed';
    expect(attempt(world, "update panel set state = 'preparing', opened_at = null")).toBe(oneWay);
    must(submitScores(world.as(members.Bo ?? ''), applications.Amina ?? '', entries(call, 3)));
    const decide =
      "insert into shortlisting (application_id, call_id, decision, reason, sheets, decided_by, decided_at) values (?, ?, 'shortlisted', 'x', 0, ?, 1)";
    const alone = 'a shortlist is what two people have agreed on';
    expect(attempt(world, decide, applications.Amina ?? '', call.id, grace)).toBe(alone);
    must(closeScoring(world.as(grace), call.id));
    expect(attempt(world, "update panel set state = 'scoring', closed_at = null")).toBe(oneWay);
    expect(attempt(world, decide, applications.Amina ?? '', call.id, grace)).toBe(alone);
    const decisions = Object.values(applications).map((applicationId) => ({
      applicationId,
      decision: 'shortlisted' as const,
      reason: 'Good.',
    }));
    must(chooseShortlist(world.as(grace), call.id, decisions));
    must(answerAsItIs(world.as(grace), call.id));
    must(lockShortlist(world.as(grace), call.id, null));
    expect(attempt(world, decide, applications.Amina ?? '', call.id, grace)).toBe(alone);
    const locked = 'a decision that is locked is not changed';
    expect(attempt(world, "update pending_shortlist set reason = 'x'")).toBe(locked);
    expect(attempt(world, 'delete from pending_shortlist')).toBe(locked);
    expect(attempt(world, "update decision_letter set body = 'x'")).toBe(locked);
    expect(attempt(world, 'delete from decision_letter')).toBe(locked);
    const self = 'update decision_lock set confirmed_at = 2, confirmed_by = locked_by';
    expect(attempt(world, self)).toContain('decision_lock_two');
    must(agreeOnShortlist(world.as(world.person('Daniel')), call.id));
    // Its reason is not what the second person saw.
    expect(attempt(world, decide, applications.Amina ?? '', call.id, grace)).toBe(alone);
    must(releaseShortlist(world.as(grace), call.id));
    const rewritten = 'a shortlist decision is never rewritten';
    expect(attempt(world, "update shortlisting set decision = 'not-shortlisted'")).toBe(rewritten);
    expect(attempt(world, 'delete from shortlisting')).toBe(rewritten);
    expect(attempt(world, 'delete from decision_lock')).toContain('taken off before that');
  });

  it('seats a person once', () => {
    const world = testWorld();
    const { members } = scoringPanel(world);
    expect(
      attempt(
        world,
        "insert into panel_member select 'another', call_id, person_id, kind, state, invited_by, invited_at, answered_at from panel_member where person_id = ?",
        members.Bo ?? '',
      ),
    ).toContain('UNIQUE');
    expect(attempt(world, 'delete from panel_member')).toMatch(/never deleted|FOREIGN KEY/);
  });
});
