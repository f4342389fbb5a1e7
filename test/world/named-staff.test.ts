import { describe, expect, it } from 'vitest';
import { hideFrom } from '#app/grant/application/commands/hide-from.server.ts';
import { releaseShortlist } from '#app/grant/assessment/commands/release-shortlist.server.ts';
import { shortlistCheck } from '#app/grant/assessment/queries/shortlist-check.server.ts';
import { shortlistDesk } from '#app/grant/assessment/queries/shortlist-desk.server.ts';
import { offerAwards } from '#app/grant/award/commands/offer-awards.server.ts';
import { decideAwardsByTwo } from '#app/grant/award/decide-by-two.testing.ts';
import { awardsDesk } from '#app/grant/award/queries/awards-desk.server.ts';
import { decisionDesk } from '#app/grant/award/queries/decision-desk.server.ts';
import { addMilestone } from '#app/grant/mentoring/commands/add-milestone.server.ts';
import { recordCheckIn } from '#app/grant/mentoring/commands/record-check-in.server.ts';
import { awardDesk } from '#app/grant/mentoring/queries/award-desk.server.ts';
import { mentorGroup } from '#app/grant/mentoring/queries/mentor-group.server.ts';
import { mentorGroups } from '#app/grant/mentoring/queries/mentor-groups.server.ts';
import { matchDesk } from '#app/grant/mentoring/queries/mentor-list.server.ts';
import { action as pressMatch } from '#app/grant/mentoring/routes/staff-match.tsx';
import { approvePayout } from '#app/grant/payment/commands/approve-payout.server.ts';
import { makeBankFile } from '#app/grant/payment/commands/make-bank-file.server.ts';
import { bankFileSheet } from '#app/grant/payment/queries/bank-file-sheet.server.ts';
import { callBooks } from '#app/grant/payment/queries/call-books.server.ts';
import { financeDesk } from '#app/grant/payment/queries/finance-desk.server.ts';
import { payoutSheet } from '#app/grant/payment/queries/payout-sheet.server.ts';
import { approved, hashSeen, inFile, readyToPay, submitted } from '#app/grant/payment/trial-payment.testing.ts';
import { callBoard } from '#app/grant/reporting/queries/board.server.ts';
import type { Id } from '#app/kernel/id.ts';
import { DAY } from '#app/kernel/instant.ts';
import { insertDuty } from '#app/people/store.server.ts';
import { answerOf, asked as askedOf } from './ask.ts';
import { type TestWorld, testWorld } from './test-world.ts';
import { acceptedRound, offeredRound, shortlistedCall, type TrialRound, trialChoices } from './trial-award.ts';
import { mentoredRound } from './trial-mentoring.ts';

type Round = Pick<TrialRound, 'people' | 'applications'>;

/** Amina says that somebody must not see her application. */
function aminaNames(world: TestWorld, round: Round, name: string): void {
  const amina = world.as(round.people.Amina ?? '');
  const named = { kind: 'person', name, email: null } as const;
  expect(hideFrom(amina, round.applications.Amina ?? '', named).ok).toBe(true);
}

/** A second manager of the same partner: what Grace must not see, Gail sees to. */
function colleague(world: TestWorld, round: Pick<TrialRound, 'partnerId'>): Id {
  const gail = world.person('Gail');
  insertDuty(world.db, gail, round.partnerId, 'manager');
  return gail;
}

const NOT_FOUND = { ok: false, reason: 'not-found' };

describe('a manager whom an applicant has named, once the panel has spoken', () => {
  it('neither sees the application on the board nor weighs it against others; a colleague does', () => {
    const world = testWorld();
    const round = shortlistedCall(world);
    const gail = colleague(world, round);
    const [grace, callId] = [world.as(round.staff.Grace), round.call.id];
    expect(callBoard(grace, callId)?.rows).toHaveLength(4);
    aminaNames(world, round, 'Grace');
    expect(callBoard(grace, callId)?.rows.map(({ card }) => card.id)).not.toContain(round.applications.Amina);
    expect(callBoard(grace, callId)?.rows).toHaveLength(3);
    expect(shortlistDesk(grace, callId, null)).toBeNull();
    expect(shortlistCheck(grace, callId, null)).toBeNull();
    expect(releaseShortlist(grace, callId)).toEqual(NOT_FOUND);
    expect(decisionDesk(grace, callId)).toBeNull();
    const farah = world.as(round.staff.Farah);
    expect(decideAwardsByTwo(grace, farah, callId, { choices: trialChoices(round), publicReason: '' })).toEqual(
      NOT_FOUND,
    );
    expect(shortlistDesk(world.as(gail), callId, null)?.rows).toHaveLength(4);
    expect(
      decideAwardsByTwo(world.as(gail), farah, callId, { choices: trialChoices(round), publicReason: '' }).ok,
    ).toBe(true);
    expect(awardsDesk(grace, callId)?.toOffer.map(({ applicationId }) => applicationId)).toEqual([
      round.applications.Bilal,
    ]);
    expect(offerAwards(grace, callId, {})).toEqual(NOT_FOUND);
    expect(offerAwards(world.as(gail), callId, {}).ok).toBe(true);
  });

  it('finds none of its award', () => {
    const world = testWorld();
    const round = acceptedRound(world);
    const grace = world.as(round.staff.Grace);
    expect(awardDesk(grace, round.awardId)).not.toBeNull();
    aminaNames(world, round, 'Grace');
    expect(awardsDesk(grace, round.call.id)?.awards.map(({ groupName }) => groupName)).toEqual(['Bilal and friends']);
    expect(awardDesk(grace, round.awardId)).toBeNull();
    expect(matchDesk(grace, round.awardId)).toBeNull();
  });

  it('does not see who waits on the reserve list', () => {
    const world = testWorld();
    const round = offeredRound(world);
    const chen = world.as(round.people.Chen ?? '');
    const grace = world.as(round.staff.Grace);
    expect(awardsDesk(grace, round.call.id)?.waiting).toHaveLength(1);
    hideFrom(chen, round.applications.Chen ?? '', { kind: 'person', name: 'Grace', email: null });
    expect(awardsDesk(grace, round.call.id)?.waiting).toEqual([]);
  });
});

describe('a finance person whom a group has named', () => {
  it('neither sees nor signs what is paid to it; a colleague does', () => {
    const trial = readyToPay();
    const payoutId = submitted(trial);
    expect(payoutSheet(trial.as.farah(), payoutId)).not.toBeNull();
    const hash = hashSeen(trial, payoutId);
    aminaNames(trial.world, trial, 'Farah');
    expect(payoutSheet(trial.as.farah(), payoutId)).toBeNull();
    expect(approvePayout(trial.as.farah(), payoutId, hash)).toEqual(NOT_FOUND);
    expect(callBooks(trial.as.farah(), trial.call.id)?.rows).toEqual([]);
    expect(JSON.stringify(financeDesk(trial.as.farah()))).not.toContain('Amina');
    expect(payoutSheet(trial.as.finn(), payoutId)).not.toBeNull();
  });

  it('leaves it out of the bank file she makes', () => {
    const trial = readyToPay();
    approved(trial);
    aminaNames(trial.world, trial, 'Farah');
    expect(makeBankFile(trial.as.farah(), trial.call.id)).toEqual({ ok: false, reason: 'nothing-approved' });
    expect(makeBankFile(trial.as.finn(), trial.call.id).ok).toBe(true);
  });

  it('opens no bank file that pays it', () => {
    const trial = readyToPay();
    const { fileId } = inFile(trial);
    expect(callBooks(trial.as.farah(), trial.call.id)?.files).toHaveLength(1);
    aminaNames(trial.world, trial, 'Farah');
    expect(bankFileSheet(trial.as.farah(), fileId)).toBeNull();
    expect(callBooks(trial.as.farah(), trial.call.id)?.files).toEqual([]);
    expect(bankFileSheet(trial.as.finn(), fileId)).not.toBeNull();
  });
});

describe('a mentor whom her group has perhaps named', () => {
  it('is kept away until the manager has said that it is somebody else', async () => {
    const world = testWorld();
    const round = mentoredRound(world);
    const { awardId, martaId } = round;
    aminaNames(world, round, 'Martha');
    expect(mentorGroup(world.as(martaId), awardId)).toBeNull();
    const asked = matchDesk(world.as(round.staff.Grace), awardId)?.named ?? [];
    expect(asked).toMatchObject([{ member: 'Marta', named: 'Martha', isCertain: false }]);
    const say = (personId: Id) => {
      const form = { intent: 'named', hiddenId: asked[0]?.hiddenId ?? '', personId, answer: 'no' };
      return answerOf(() => pressMatch(askedOf(world, round.staff.Grace, { awardId }, form)));
    };
    expect((await say(round.staff.Finn)).status).toBe(404);
    expect((await say(martaId)).status).toBe(303);
    expect(mentorGroup(world.as(martaId), awardId)).not.toBeNull();
  });
});

describe('a mentor whom her group has named', () => {
  it('finds it no longer, and writes nothing about it', () => {
    const world = testWorld();
    const round = mentoredRound(world);
    const marta = world.as(round.martaId);
    expect(mentorGroups(marta)).toHaveLength(1);
    aminaNames(world, round, 'Marta');
    expect(mentorGroups(marta)).toEqual([]);
    expect(mentorGroup(marta, round.awardId)).toBeNull();
    const milestone = { title: 'Fifteen meters', dueAt: world.now() + 30 * DAY, releasesTranche: false };
    expect(addMilestone(marta, round.awardId, milestone)).toEqual(NOT_FOUND);
    const said = { heldAt: world.now(), promised: 'a', happened: 'b', changed: 'c', helpNeeded: '' } as const;
    expect(recordCheckIn(marta, round.awardId, { ...said, feels: 'good', milestoneId: null })).toEqual(NOT_FOUND);
  });
});
