import type { Id } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import type { Outcome } from '#app/kernel/outcome.ts';
import type { TestWorld } from '#test/world/test-world.ts';
import { trialAnswer } from '#test/world/trial-application.ts';
import { openCall } from '#test/world/trial-call.ts';
import { saveAnswer } from '../application/commands/save-answer.server.ts';
import { startApplication } from '../application/commands/start-application.server.ts';
import { submitApplication } from '../application/commands/submit-application.server.ts';
import type { CallFacts } from '../call/queries/call-facts.server.ts';
import { answerInvitation } from './commands/answer-invitation.server.ts';
import { declareConflicts } from './commands/declare-conflicts.server.ts';
import { invitePanelMember } from './commands/invite-panel-member.server.ts';
import { openScoring } from './commands/open-scoring.server.ts';
import type { MemberKind } from './rules/composition.ts';
import type { NamedConflict } from './rules/conflicts.ts';
import type { Score } from './rules/panel-score.ts';
import type { SheetEntries } from './rules/scoring.ts';
import type { SeatAgreement } from './rules/seat-terms.ts';

export type TrialPanel = {
  readonly call: CallFacts;
  /** Grace runs the panel. */
  readonly grace: Id;
  /** Applications by the first name of who applied: Amina, Yusuf, Hana. */
  readonly applications: Readonly<Record<string, Id>>;
  /** Members by name: Bo and Nadia are participants, Helen is a funder. */
  readonly members: Readonly<Record<string, Id>>;
};

/** What most who sit on a trial panel agree to. */
export const TERMS: SeatAgreement = {
  reads: ['en'],
  minutesMax: 600,
  minutesPerDay: 120,
  payChoice: 'none',
  needsChildcare: false,
  needsTravel: false,
  links: [],
};

const MEMBERS: Readonly<Record<string, MemberKind>> = { Bo: 'participant', Nadia: 'participant', Helen: 'funder' };
const APPLICANTS = ['Amina', 'Yusuf', 'Hana'];

export function must<Value>(outcome: Outcome<Value, string>): Value {
  invariant(outcome.ok, `the trial must go on: ${outcome.ok ? '' : outcome.reason}`);
  return outcome.value;
}

/** An application of each of these people in, the call just closed, nobody invited yet. */
export function closedCall(
  world: TestWorld,
  applicants: readonly string[] = APPLICANTS,
  changes: Parameters<typeof openCall>[3] = {},
): Omit<TrialPanel, 'members'> {
  const { partnerId, staff } = world.partner('common-ground', { Grace: ['manager'], Daniel: ['finance'] });
  const grace = staff.Grace ?? '';
  const call = openCall(world, grace, partnerId, changes);
  const applications = Object.fromEntries(applicants.map((name) => [name, applied(world, call, name)]));
  world.moveTo(call.closesAt);
  return { call, grace, applications };
}

/** The same with three people on the panel who have not declared anything. */
export function seatedPanel(world: TestWorld): TrialPanel {
  const round = closedCall(world);
  const members = Object.fromEntries(
    Object.entries(MEMBERS).map(([name, kind]) => [name, seated(world, round, name, kind)]),
  );
  return { ...round, members };
}

/** The same with scoring open and everybody's conflicts declared. */
export function scoringPanel(
  world: TestWorld,
  conflicts: Readonly<Record<string, readonly NamedConflict[]>> = {},
): TrialPanel {
  const round = seatedPanel(world);
  for (const [name, personId] of Object.entries(round.members)) {
    must(declareConflicts(world.as(personId), round.call.id, conflicts[name] ?? []));
  }
  must(openScoring(world.as(round.grace), round.call.id));
  return round;
}

export function seated(world: TestWorld, round: { call: CallFacts; grace: Id }, name: string, kind: MemberKind): Id {
  const personId = world.person(name);
  const email = `${name.toLowerCase()}@people.example`;
  must(invitePanelMember(world.as(round.grace), round.call.id, { name, email, kind }));
  must(answerInvitation(world.as(personId), round.call.id, TERMS));
  return personId;
}

/** A whole sheet: one score per criterion in the order of the call; the last is used for the rest. */
export function entries(call: CallFacts, ...scores: Score[]): SheetEntries {
  return {
    scores: Object.fromEntries(call.criteria.map(({ id }, place) => [id, scores[place] ?? scores.at(-1) ?? null])),
    strength: 'They have done it before.',
    concern: 'One person does everything.',
  };
}

function applied(world: TestWorld, call: CallFacts, name: string): Id {
  const applicant = world.as(world.person(name));
  const { applicationId } = must(
    startApplication(applicant, call.id, {
      title: `${name}’s plan`,
      oneLine: `What ${name} wants to try.`,
      groupName: `${name} and friends`,
      theme: call.themes[0] ?? '',
      city: 'Coventry',
      amountMinor: 250_000,
      moneyHolder: 'host',
      hostName: `The ${name} Street Trust Ltd`,
      language: 'en',
    }),
  );
  for (const question of call.questions) {
    const answer = trialAnswer(question, `${name} will cook on Fridays.`);
    must(saveAnswer(applicant, applicationId, question.id, answer));
  }
  must(submitApplication(applicant, applicationId));
  return applicationId;
}
