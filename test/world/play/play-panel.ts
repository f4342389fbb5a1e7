import { answerInvitation } from '#app/grant/assessment/commands/answer-invitation.server.ts';
import { closeScoring } from '#app/grant/assessment/commands/close-scoring.server.ts';
import { declareConflicts } from '#app/grant/assessment/commands/declare-conflicts.server.ts';
import { invitePanelMember } from '#app/grant/assessment/commands/invite-panel-member.server.ts';
import { openScoring } from '#app/grant/assessment/commands/open-scoring.server.ts';
import { saveScores } from '#app/grant/assessment/commands/save-scores.server.ts';
import { submitScores } from '#app/grant/assessment/commands/submit-scores.server.ts';
import { decideByTwo } from '#app/grant/assessment/decide-by-two.testing.ts';
import type { SheetEntries } from '#app/grant/assessment/rules/scoring.ts';
import { PAY_CHOICES, type SeatAgreement } from '#app/grant/assessment/rules/seat-terms.ts';
import { DAY, HOUR, MINUTE } from '#app/kernel/instant.ts';
import type { Outcome } from '#app/kernel/outcome.ts';
import { story } from '#db/story/index.ts';
import type { AnyApplication, AnyCall, PanelMember } from '#db/story/types.ts';
import { type FirstMonday, instantOf } from './calendar.ts';
import { chance, pick } from './chance.ts';
import { playOffer } from './play-panel-offer.ts';
import { staffKey } from './play-people.ts';
import { type StoryWorld, told } from './story-world.ts';

export type Judged = Extract<AnyApplication, { strength: unknown }>;

const membersOf = (call: AnyCall) => story.panel.filter((member) => member.call === call.slug);

export function judgedOf(call: AnyCall): readonly Judged[] {
  return (story.applications[call.slug] as readonly AnyApplication[]).filter(
    (application) => 'strength' in application,
  ) as Judged[];
}

/** In turn, so that all three ways to be paid are in the demonstration. */
function payOf(member: PanelMember): SeatAgreement['payChoice'] {
  return member.seat === 'participant' ? pick(PAY_CHOICES, member.key, 'pay') : 'none';
}

/** What each member of the story reads, and the time that most of them give. */
function termsOf(member: PanelMember): SeatAgreement {
  return {
    reads: member.speaks,
    minutesMax: 900,
    minutesPerDay: 120,
    payChoice: payOf(member),
    needsChildcare: false,
    needsTravel: false,
    links: member.organisation === undefined ? [] : [{ kind: 'organisation', name: member.organisation }],
  };
}

/** Invites the panel while the call is open; everybody says yes within days. */
export async function playInvitations(world: StoryWorld, call: AnyCall): Promise<void> {
  playOffer(world, call, call.slug);
  for (const member of membersOf(call)) {
    told(
      `inviting ${member.name}`,
      invitePanelMember(world.as(staffKey(call.partner, 'manager')), world.id(call.slug), {
        name: member.name,
        email: member.email,
        kind: member.seat,
      }),
    );
  }
  await world.keepPromises();
  world.moveTo(world.now() + 2 * HOUR);
  for (const member of membersOf(call))
    told(`${member.name} answers`, answerInvitation(world.as(member.key), world.id(call.slug), termsOf(member)));
}

/**
 * Opens the scoring, has conflicts declared on names and titles, and fills in the sheets.
 *
 * @param share  of the sheets that are handed in; below 1 the panel is still at work when the story stops
 */
export async function playScoring(
  world: StoryWorld,
  call: AnyCall,
  firstMonday: FirstMonday,
  share: number,
): Promise<void> {
  world.moveTo(Math.max(world.now(), instantOf(firstMonday, call.dates.closes, call.timeZone) + 2 * DAY));
  told(
    `opening the scoring of ${call.slug}`,
    openScoring(world.as(staffKey(call.partner, 'manager')), world.id(call.slug)),
  );
  for (const member of membersOf(call)) {
    const ties = member.conflicts.filter(({ level, isFound }) => level !== 'knows' && isFound === undefined);
    told(
      `${member.name} declares`,
      declareConflicts(
        world.as(member.key),
        world.id(call.slug),
        ties.map((tie) => ({ applicationId: world.id(tie.application), reason: tie.reason })),
      ),
    );
    playSheets(world, call, member, share);
  }
  await world.keepPromises();
}

function playSheets(world: StoryWorld, call: AnyCall, member: PanelMember, share: number): void {
  const conflicted = new Set(member.conflicts.filter((tie) => tie.level !== 'knows').map((tie) => tie.application));
  const readable = judgedOf(call).filter((application) => !conflicted.has(application.key));
  const finished = Math.floor(readable.length * Math.min(1, share * (0.6 + 0.8 * chance(member.key, 'pace'))));
  for (const [place, application] of readable.slice(0, share >= 1 ? readable.length : finished + 1).entries()) {
    world.moveTo(world.now() + MINUTE);
    const entries = sheetOf(world, call, member, application);
    const isLast = share < 1 && place === finished;
    const handIn = isLast ? saveScores : submitScores;
    const outcome: Outcome<unknown, string> = handIn(world.as(member.key), world.id(application.key), entries);
    told(`${member.name} on ${application.key}`, outcome);
  }
}

/** Scores fall around the application's strength; a few people cannot judge one thing and say so. */
function sheetOf(world: StoryWorld, call: AnyCall, member: PanelMember, application: Judged): SheetEntries {
  const scores: Record<string, number | null> = {};
  for (const [key, strength] of Object.entries<number>(application.strength)) {
    const swing = chance(member.key, application.key, key);
    const drift = swing < 0.2 ? -1 : swing > 0.8 ? 1 : 0;
    const cannotJudge = chance(member.key, application.key, key, 'cannot judge') < 0.02;
    scores[world.id(`${call.slug}/criterion/${key}`)] = cannotJudge ? null : Math.max(1, Math.min(5, strength + drift));
  }
  const own = story.panelNotes.find(
    (note) => note.about?.application === application.key && note.about?.assessor === member.key,
  );
  const strengths = Object.values<number>(application.strength);
  const mean = strengths.reduce((sum, value) => sum + value, 0) / strengths.length;
  const band = mean >= 4 ? 'strong' : mean >= 3 ? 'middling' : 'weak';
  const general = story.panelNotes.filter((note) => note.about === undefined && note.band === band);
  const note = own ?? pick(general, member.key, application.key, 'note');
  return { scores: scores as SheetEntries['scores'], strength: note.strength, concern: note.concern };
}

/** Closes the scoring and decides the shortlist with the reasons of the story. */
export async function playShortlist(world: StoryWorld, call: AnyCall, firstMonday: FirstMonday): Promise<void> {
  world.moveTo(Math.max(world.now() + MINUTE, instantOf(firstMonday, call.dates.shortlistBy, call.timeZone)));
  const manager = world.as(staffKey(call.partner, 'manager'));
  told(`closing the scoring of ${call.slug}`, closeScoring(manager, world.id(call.slug)));
  const choices = judgedOf(call).map((application) => {
    const isChosen = application.fate !== 'not-shortlisted';
    const reasons = isChosen ? story.shortlistReasons : story.declineReasons;
    const reason = reasons.find((candidate) => candidate.applications.includes(application.key));
    return {
      applicationId: world.id(application.key),
      decision: isChosen ? ('shortlisted' as const) : ('not-shortlisted' as const),
      reason: reason?.text ?? story.shortlistReasons[0]?.text ?? '',
    };
  });
  const second = world.as(staffKey(call.partner, 'finance-checker'));
  told(`deciding the shortlist of ${call.slug}`, decideByTwo(manager, second, world.id(call.slug), choices));
  await world.keepPromises();
}
