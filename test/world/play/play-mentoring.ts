import { addMentor } from '#app/grant/mentoring/commands/add-mentor.server.ts';
import { addMilestone } from '#app/grant/mentoring/commands/add-milestone.server.ts';
import { agreePlan } from '#app/grant/mentoring/commands/agree-plan.server.ts';
import { answerCheckIn } from '#app/grant/mentoring/commands/answer-check-in.server.ts';
import { matchMentor } from '#app/grant/mentoring/commands/match-mentor.server.ts';
import { recordCheckIn } from '#app/grant/mentoring/commands/record-check-in.server.ts';
import { signOffMilestone } from '#app/grant/mentoring/commands/sign-off-milestone.server.ts';
import { tranchesOf } from '#app/grant/payment/queries/tranches-of.server.ts';
import { DAY, HOUR } from '#app/kernel/instant.ts';
import { story } from '#db/story/index.ts';
import type { AnyCall, CheckIn, MentoringStory } from '#db/story/types.ts';
import { type Judged, judgedOf } from './play-panel.ts';
import { staffKey } from './play-people.ts';
import { type StoryWorld, told } from './story-world.ts';

type Plan = { readonly application: Judged; readonly told: MentoringStory };

function plansOf(call: AnyCall): Plan[] {
  return story.mentoring.flatMap((plan) => {
    const application = judgedOf(call).find((candidate) => candidate.key === plan.application);
    return application === undefined ? [] : [{ application, told: plan }];
  });
}

/** The partner lists its mentors, whether or not any group has met them yet. */
export function playMentors(world: StoryWorld, call: AnyCall): void {
  for (const mentor of story.mentors.filter((candidate) => candidate.partner === call.partner)) {
    const { mentorId } = told(
      `listing ${mentor.name}`,
      addMentor(world.as(staffKey(call.partner, 'manager')), world.id(call.partner), {
        name: mentor.name,
        email: mentor.email,
        about: mentor.about,
        skills: mentor.skills,
        languages: mentor.speaks,
        city: mentor.city,
        hoursAMonth: mentor.hoursAMonth,
      }),
    );
    world.ids.set(`${mentor.key}/mentor`, mentorId);
  }
}

/** Matches the mentors of the story and writes down the milestones they agreed on. */
export async function playMatches(world: StoryWorld, call: AnyCall): Promise<void> {
  const start = world.now();
  for (const { application, told: plan } of plansOf(call)) {
    const awardId = world.id(`${application.key}/award`);
    world.moveTo(world.now() + 2 * HOUR);
    told(
      `matching ${application.key}`,
      matchMentor(world.as(staffKey(call.partner, 'manager')), awardId, world.id(`${plan.mentor}/mentor`)),
    );
    const waiting = tranchesOf(world.as(null), awardId).filter((tranche) => tranche.waitsForMilestone).length;
    for (const [place, milestone] of plan.milestones.entries()) {
      const { milestoneId } = told(
        `${application.key} plans ${milestone.key}`,
        addMilestone(world.as(plan.mentor), awardId, {
          title: milestone.title,
          dueAt: start + milestone.dueDaysAfterAward * DAY,
          releasesTranche: place < waiting,
        }),
      );
      world.ids.set(`${application.key}/milestone/${milestone.key}`, milestoneId);
    }
    told(`${application.key} agrees with the plan`, agreePlan(world.as(application.lead.key), awardId));
  }
  await world.keepPromises();
}

/**
 * The check-ins in the order of their days. Each group confirms, and the manager signs off what was met;
 * the very last check-in still waits for its group, so that there is something to see.
 */
export async function playCheckIns(world: StoryWorld, call: AnyCall): Promise<void> {
  const start = world.now();
  const all = plansOf(call)
    .flatMap((plan) => plan.told.checkIns.map((checkIn) => ({ ...plan, checkIn })))
    .sort((one, other) => one.checkIn.daysAfterAward - other.checkIn.daysAfterAward);
  const met = new Set<string>();
  for (const [place, { application, told: plan, checkIn }] of all.entries()) {
    world.moveTo(Math.max(world.now() + HOUR, start + checkIn.daysAfterAward * DAY));
    const milestone = `${application.key}/milestone/${checkIn.milestone}`;
    const says = met.has(milestone) || checkIn.feels === 'hard' ? null : world.id(milestone);
    const checkInId = record(world, application, plan, checkIn, says);
    if (place === all.length - 1) break;
    world.moveTo(world.now() + HOUR);
    told(
      `${application.key} confirms`,
      answerCheckIn(world.as(application.lead.key), checkInId, { isRight: true, note: '' }),
    );
    if (says === null) continue;
    met.add(milestone);
    told(`signing off ${milestone}`, signOffMilestone(world.as(staffKey(call.partner, 'manager')), says));
  }
  await world.keepPromises();
}

function record(
  world: StoryWorld,
  application: Judged,
  plan: MentoringStory,
  checkIn: CheckIn,
  milestoneId: string | null,
): string {
  const { promised, happened, changed, helpNeeded, feels } = checkIn;
  return told(
    `${plan.mentor} meets ${application.key}`,
    recordCheckIn(world.as(plan.mentor), world.id(`${application.key}/award`), {
      heldAt: world.now() - HOUR / 2,
      promised,
      happened,
      changed,
      helpNeeded,
      feels,
      milestoneId,
    }),
  ).checkInId;
}
