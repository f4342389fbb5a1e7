import { saveAnswer } from '#app/grant/application/commands/save-answer.server.ts';
import { startApplication } from '#app/grant/application/commands/start-application.server.ts';
import { submitApplication } from '#app/grant/application/commands/submit-application.server.ts';
import { answerInvitation } from '#app/grant/assessment/commands/answer-invitation.server.ts';
import { closeScoring } from '#app/grant/assessment/commands/close-scoring.server.ts';
import { declareConflicts } from '#app/grant/assessment/commands/declare-conflicts.server.ts';
import { invitePanelMember } from '#app/grant/assessment/commands/invite-panel-member.server.ts';
import { openScoring } from '#app/grant/assessment/commands/open-scoring.server.ts';
import { submitScores } from '#app/grant/assessment/commands/submit-scores.server.ts';
import { decideByTwo } from '#app/grant/assessment/decide-by-two.testing.ts';
import { TERMS } from '#app/grant/assessment/trial-panel.testing.ts';
import { acceptAward } from '#app/grant/award/commands/accept-award.server.ts';
import { offerAwards } from '#app/grant/award/commands/offer-awards.server.ts';
import { decideAwardsByTwo } from '#app/grant/award/decide-by-two.testing.ts';
import { awardOfApplication } from '#app/grant/award/queries/award-card.server.ts';
import { offerPage } from '#app/grant/award/queries/offer-page.server.ts';
import type { Choice } from '#app/grant/award/rules/deciding.ts';
import type { TranchePlan } from '#app/grant/award/rules/tranche-plan.ts';
import type { NewCall } from '#app/grant/call/commands/create-call.server.ts';
import type { CallFacts } from '#app/grant/call/queries/call-facts.server.ts';
import type { Id } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import type { Outcome } from '#app/kernel/outcome.ts';
import type { TestWorld } from './test-world.ts';
import { trialAnswer } from './trial-application.ts';
import { openCall } from './trial-call.ts';

/** Who applies, what she asks for in minor units, and the score the panel gives on every criterion. */
export type TrialGroup = { readonly name: string; readonly askedMinor: number; readonly score: number };

export type TrialRound = {
  readonly call: CallFacts;
  readonly partnerId: Id;
  /** Grace manages, Finn makes payments, Farah checks them. */
  readonly staff: Readonly<Record<'Grace' | 'Finn' | 'Farah', Id>>;
  /** Person and application by first name. */
  readonly people: Readonly<Record<string, Id>>;
  readonly applications: Readonly<Record<string, Id>>;
  /** Bo assesses. */
  readonly assessorId: Id;
};

export const TRIAL_GROUPS: readonly TrialGroup[] = [
  { name: 'Amina', askedMinor: 300_000, score: 5 },
  { name: 'Bilal', askedMinor: 200_000, score: 4 },
  { name: 'Chen', askedMinor: 250_000, score: 3 },
  { name: 'Dara', askedMinor: 100_000, score: 2 },
];

function must<Value>(outcome: Outcome<Value, string>): Value {
  invariant(outcome.ok, `the trial must go on: ${outcome.ok ? '' : outcome.reason}`);
  return outcome.value;
}

/**
 * A call without a pitch day, judged and shortlisted through the real commands.
 * Whoever scores 2 or less is not shortlisted.
 *
 * @param beforeSending  what else somebody does with her draft
 */
export function shortlistedCall(
  world: TestWorld,
  groups: readonly TrialGroup[] = TRIAL_GROUPS,
  changes: Partial<NewCall> = {},
  beforeSending: BeforeSending = () => undefined,
): TrialRound {
  const { partnerId, staff } = world.partner(changes.slug ?? 'common-ground', {
    Grace: ['manager'],
    Finn: ['finance'],
    Farah: ['finance'],
  });
  const grace = staff.Grace ?? '';
  const call = openCall(world, grace, partnerId, {
    hasPitchDay: false,
    panelWeightPercent: 100,
    publicWeightPercent: 0,
    potMinor: 600_000,
    awardsPlanned: 2,
    ...changes,
  });
  const people: Record<string, Id> = {};
  const applications: Record<string, Id> = {};
  for (const { name, askedMinor } of groups) {
    const applicant = world.person(name);
    people[name] = applicant;
    applications[name] = apply(world, call, applicant, { name, askedMinor }, beforeSending);
  }
  world.moveTo(call.closesAt);
  const manager = world.as(grace);
  must(invitePanelMember(manager, call.id, { name: 'Bo', email: 'bo@people.example', kind: 'participant' }));
  const bo = world.person('Bo');
  must(answerInvitation(world.as(bo), call.id, TERMS));
  must(declareConflicts(world.as(bo), call.id, []));
  must(openScoring(manager, call.id));
  for (const { name, score } of groups) {
    const scores = Object.fromEntries(call.criteria.map((criterion) => [criterion.id, score]));
    must(submitScores(world.as(bo), applications[name] ?? '', { scores, strength: 'People.', concern: 'Time.' }));
  }
  must(closeScoring(manager, call.id));
  must(
    decideByTwo(
      manager,
      world.as(staff.Farah ?? ''),
      call.id,
      groups.map(({ name, score }) => ({
        applicationId: applications[name] ?? '',
        decision: score > 2 ? ('shortlisted' as const) : ('not-shortlisted' as const),
        reason: `The panel gave it ${score}.`,
      })),
    ),
  );
  return {
    call,
    partnerId,
    staff: { Grace: grace, Finn: staff.Finn ?? '', Farah: staff.Farah ?? '' },
    people,
    applications,
    assessorId: bo,
  };
}

export type BeforeSending = (name: string, applicationId: Id, call: CallFacts) => void;

function apply(
  world: TestWorld,
  call: CallFacts,
  applicant: Id,
  { name, askedMinor }: Pick<TrialGroup, 'name' | 'askedMinor'>,
  beforeSending: BeforeSending,
): Id {
  const context = world.as(applicant);
  const { applicationId } = must(
    startApplication(context, call.id, {
      title: `${name}’s plan`,
      oneLine: `What ${name} wants to try.`,
      groupName: `${name} and friends`,
      theme: call.themes[0] ?? '',
      city: 'Coventry',
      amountMinor: askedMinor,
      moneyHolder: 'host',
      hostName: `The ${name} Street Trust`,
      language: 'en',
    }),
  );
  for (const question of call.questions)
    must(saveAnswer(context, applicationId, question.id, trialAnswer(question, 'We will meet.')));
  beforeSending(name, applicationId, call);
  must(submitApplication(context, applicationId));
  return applicationId;
}

/** What Grace decides of the trial groups when she follows the rule: two awards, a reserve, and Dara declined. */
export function trialChoices(round: TrialRound): Choice[] {
  const choice = (name: string, rest: Partial<Choice>): Choice => ({
    applicationId: round.applications[name] ?? '',
    outcome: 'declined',
    amountMinor: null,
    reason: '',
    nearly: false,
    ...rest,
  });
  return [
    choice('Amina', { outcome: 'awarded', amountMinor: 300_000 }),
    choice('Bilal', { outcome: 'awarded', amountMinor: 200_000 }),
    choice('Chen', { outcome: 'reserve' }),
    choice('Dara', { reason: 'Ask five people to plan it with you.', nearly: true }),
  ];
}

/** The trial call with its awards offered: to Amina as planned by `plan`, to Bilal at once. */
export function offeredRound(
  world: TestWorld,
  plan: TranchePlan = 'at-once',
  changes: Partial<NewCall> = {},
): TrialRound {
  const round = shortlistedCall(world, TRIAL_GROUPS, changes);
  const grace = world.as(round.staff.Grace);
  must(
    decideAwardsByTwo(grace, world.as(round.staff.Farah), round.call.id, {
      choices: trialChoices(round),
      publicReason: '',
    }),
  );
  must(offerAwards(grace, round.call.id, { [round.applications.Amina ?? '']: plan }));
  return round;
}

/** The same with Amina's offer accepted. */
export function acceptedRound(
  world: TestWorld,
  plan: TranchePlan = 'at-once',
  changes: Partial<NewCall> = {},
): TrialRound & { readonly awardId: Id } {
  const round = offeredRound(world, plan, changes);
  return { ...round, awardId: accept(world, round, 'Amina') };
}

/** Somebody accepts the offer on her page. */
export function accept(world: TestWorld, round: TrialRound, name: string): Id {
  const context = world.as(round.people[name] ?? '');
  const offer = offerPage(context, round.applications[name] ?? '');
  const award = awardOfApplication(context, round.applications[name] ?? '');
  invariant(offer !== null && award !== null, 'the trial group has an offer');
  must(acceptAward(context, award.id, { typedName: name, agreementHash: offer.agreementHash }));
  return award.id;
}
