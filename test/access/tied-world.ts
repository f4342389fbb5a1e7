import { inviteToTeam } from '#app/grant/application/commands/invite-to-team.server.ts';
import { joinTeam } from '#app/grant/application/commands/join-team.server.ts';
import { applicationCard } from '#app/grant/application/queries/application-card.server.ts';
import { answerInvitation } from '#app/grant/assessment/commands/answer-invitation.server.ts';
import { markAttendance } from '#app/grant/assessment/commands/attend-meeting.server.ts';
import { closeScoring } from '#app/grant/assessment/commands/close-scoring.server.ts';
import { conductMeeting } from '#app/grant/assessment/commands/conduct-meeting.server.ts';
import { declareConflicts } from '#app/grant/assessment/commands/declare-conflicts.server.ts';
import { giveOut } from '#app/grant/assessment/commands/give-out.server.ts';
import { invitePanelMember } from '#app/grant/assessment/commands/invite-panel-member.server.ts';
import { openMeeting } from '#app/grant/assessment/commands/open-meeting.server.ts';
import { raiseTie } from '#app/grant/assessment/commands/raise-tie.server.ts';
import { savePhase } from '#app/grant/assessment/commands/save-phase.server.ts';
import { saveScores } from '#app/grant/assessment/commands/save-scores.server.ts';
import { giveOutPlan } from '#app/grant/assessment/queries/give-out-plan.server.ts';
import { scoringSheet } from '#app/grant/assessment/queries/scoring-sheet.server.ts';
import { WITHOUT_PHASES } from '#app/grant/assessment/rules/review-phases.ts';
import type { SeatLink } from '#app/grant/assessment/rules/seat-terms.ts';
import { findMember, membersOf } from '#app/grant/assessment/store/panel.server.ts';
import { callById } from '#app/grant/call/queries/call-facts.server.ts';
import type { Id } from '#app/kernel/id.ts';
import { DAY } from '#app/kernel/instant.ts';
import { insertDuty } from '#app/people/store.server.ts';
import { readEnv } from '#app/platform/env.server.ts';
import { messagesOf } from '#test/world/messages-of.ts';
import { type StoryWorld, storyWorld, told } from '#test/world/play/story-world.ts';
import { TIED_CASTING, type Tied } from './personas.ts';
import { NOTHING, type Records } from './row.ts';
import { joinTheCast, type Prepared, prepareWorld } from './world.ts';

export type TiedPeople = Prepared['people'] & Readonly<Record<Tied, Id>>;

export type TiedWorld = {
  readonly people: TiedPeople;
  readonly records: Records;
  readonly reference: string;
  readonly criterionIds: readonly Id[];
};

/** The panel scores what was given out to it, and everybody who is tied to the application has been found out. */
export async function prepareTied(folder: string): Promise<TiedWorld> {
  const prepared = await prepareWorld(folder, 'panel');
  const { applicationId, callId, partnerId } = prepared.records;
  const world = worldIn(folder, prepared.people);
  try {
    const manager = world.as('manager');
    const reference = applicationCard(manager, applicationId)?.reference ?? '';
    const memberId = findMember(world.db, callId, world.id('panel member whom staff keep away'))?.id ?? '';
    const hard = { memberId, reference, level: 'hard', reason: 'Their landlord is your employer.' } as const;
    told('a tie that staff know of', raiseTie(manager, callId, hard));
    const phase = { ...WITHOUT_PHASES, allows: 'score', name: 'Alone', scope: 'assigned' } as const;
    const [startsAt, endsAt] = [world.now(), world.now() + 7 * DAY];
    told('a phase', savePhase(manager, callId, null, { ...phase, startsAt, endsAt }));
    // What is begun stays on a desk, whatever the plan says.
    for (const persona of ['panel member', 'panel member with a soft tie'] as const) {
      if (scoringSheet(world.as(persona), applicationId)?.sheet !== null) continue;
      told('beginning', saveScores(world.as(persona), applicationId, { scores: {}, strength: '', concern: '' }));
    }
    const plan = giveOutPlan(manager, callId, 'nothing');
    told('giving out', giveOut(manager, callId, 'nothing', plan?.key ?? ''));
    const soft = { applicationId, reason: 'We met at an evening once.', level: 'soft' } as const;
    told('a soft tie', declareConflicts(world.as('panel member with a soft tie'), callId, [soft]));
    seatANewcomer(world, callId, 'panel member with nothing given out to her');
    const host = applicationCard(manager, applicationId)?.hostName ?? '';
    seatANewcomer(world, callId, 'panel member who works for its host', [
      { kind: 'organisation', name: `${host} Ltd` },
    ]);
    joinTheTeam(world, 'manager in the team', applicationId);
    insertDuty(world.db, world.id('manager in the team'), partnerId, 'manager');
    await world.keepPromises();
    const tied = Object.fromEntries(Object.keys(TIED_CASTING).map((persona) => [persona, world.id(persona)]));
    joinTheCast({ DATA_DIR: folder }, tied);
    const criterionIds = callById(manager, callId)?.criteria.map(({ id }) => id) ?? [];
    const people = { ...prepared.people, ...tied } as TiedPeople;
    const about = messagesOf(world, [partnerId], 1_000).find((letter) => letter.applicationId === applicationId);
    const records = { ...prepared.records, messageId: about?.id ?? NOTHING };
    return { people, records, reference, criterionIds };
  } finally {
    world.close();
  }
}

/** Scoring has ended, the whole panel sits in one room, and the application is called. */
export function callToTheTable(folder: string, { people, records }: TiedWorld): void {
  const { applicationId, callId } = records;
  const world = worldIn(folder, people);
  try {
    const manager = world.as('manager');
    told('closing', closeScoring(manager, callId));
    told('opening', openMeeting(manager, callId));
    for (const { id, state } of membersOf(world.db, callId)) {
      if (state === 'accepted') told('coming', markAttendance(manager, callId, id, 'here'));
    }
    told('calling', conductMeeting(manager, callId, { press: 'call', applicationId }, null));
  } finally {
    world.close();
  }
}

/** All that was written to somebody, by letter. */
export function lettersTo(folder: string, { people, records }: TiedWorld, persona: Tied): string[] {
  const world = worldIn(folder, people);
  try {
    return messagesOf(world, [records.partnerId], 1_000)
      .filter(({ recipient }) => recipient === TIED_CASTING[persona].email)
      .map(({ subject, text }) => `${subject}\n${text}`);
  } finally {
    world.close();
  }
}

/** The same folder, with everybody by what they are to the table. */
function worldIn(folder: string, people: Readonly<Record<string, Id>>): StoryWorld {
  const env = readEnv({ DATA_DIR: folder, DEMO: '1', LOG_LEVEL: 'error', NODE_ENV: 'test' });
  const world = storyWorld(env, Date.now());
  for (const [persona, person] of Object.entries(TIED_CASTING)) world.ids.set(persona, world.meet(person));
  for (const [persona, personId] of Object.entries(people)) world.ids.set(persona, personId);
  return world;
}

/** She takes her seat after everything was given out. */
function seatANewcomer(world: StoryWorld, callId: Id, persona: Tied, links: readonly SeatLink[] = []): void {
  const { name, email } = TIED_CASTING[persona];
  told('asking one more', invitePanelMember(world.as('manager'), callId, { name, email, kind: 'participant' }));
  const newcomer = world.as(persona);
  const terms = { reads: ['en'], minutesMax: 600, minutesPerDay: 120, payChoice: 'none', links } as const;
  const needs = { needsChildcare: false, needsTravel: false };
  told('taking the seat', answerInvitation(newcomer, callId, { ...terms, ...needs }));
  told('knowing nobody', declareConflicts(newcomer, callId, []));
}

/** Somebody comes into the team before they come to work for the partner: staff are not let in. */
export function joinTheTeam(world: StoryWorld, who: string, applicationId: Id): void {
  const draft = { invitationId: world.newId(), kind: 'team', role: 'view', email: null, usesMax: 1 } as const;
  const { token } = told('inviting', inviteToTeam(world.as('applicant'), applicationId, draft));
  told('joining', joinTeam(world.as(who), token));
}
