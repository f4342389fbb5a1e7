import type { TranchePlan } from '#app/grant/award/rules/tranche-plan.ts';
import { addMentor, type NewMentor } from '#app/grant/mentoring/commands/add-mentor.server.ts';
import { matchMentor } from '#app/grant/mentoring/commands/match-mentor.server.ts';
import { openBooks } from '#app/grant/payment/commands/open-books.server.ts';
import { planTranches } from '#app/grant/payment/commands/plan-tranches.server.ts';
import type { Id } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import type { TestWorld } from './test-world.ts';
import { acceptedRound, type TrialRound } from './trial-award.ts';

/** Amina's group has accepted its award, and Marta mentors it. */
export type MentoredRound = TrialRound & { readonly awardId: Id; readonly mentorId: Id; readonly martaId: Id };

export function mentoredRound(world: TestWorld, plan: TranchePlan = 'at-once'): MentoredRound {
  const round = acceptedRound(world, plan);
  const mentorId = mentorOf(world, round, 'Marta', 'marta@mentors.example');
  const matched = matchMentor(world.as(round.staff.Grace), round.awardId, mentorId);
  invariant(matched.ok, `the trial match must be possible: ${matched.ok ? '' : matched.reason}`);
  const martaId = world.db.$client
    .prepare('select id from person where email = ?')
    .pluck()
    .get('marta@mentors.example');
  return { ...round, mentorId, martaId: martaId as Id };
}

/** Puts somebody on the partner's list of mentors: English, Coventry, eight hours a month. */
export function mentorOf(
  world: TestWorld,
  round: TrialRound,
  name: string,
  email: string,
  more: Partial<NewMentor> = {},
): Id {
  const added = addMentor(world.as(round.staff.Grace), round.partnerId, {
    name,
    email,
    about: 'Knows every bookable room.',
    skills: ['running groups'],
    languages: ['en'],
    city: 'Coventry',
    hoursAMonth: 8,
    ...more,
  });
  invariant(added.ok, `the trial mentor must be possible: ${added.ok ? '' : added.reason}`);
  return added.value.mentorId;
}

/** Money arrives for the call, and Amina's award is set aside. */
export function openTrialBooks(world: TestWorld, round: MentoredRound): void {
  const opened = openBooks(world.as(round.staff.Finn), round.call.id, {
    amountMinor: round.call.potMinor,
    statementRef: 'FUNDER-1',
    evidence: 'Bank statement, page 1',
    payer: { name: 'Common Ground', sortCode: '089999', accountNumber: '66374958' },
    hasLookedAgain: true,
  });
  invariant(opened.ok, `the trial books must open: ${opened.ok ? '' : opened.reason}`);
  const plan = planTranches(world.as(null), round.awardId);
  invariant(plan.ok, `the trial award must be planned: ${plan.ok ? '' : plan.reason}`);
}
