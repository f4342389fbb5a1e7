import { saveAnswer } from '#app/grant/application/commands/save-answer.server.ts';
import { startApplication } from '#app/grant/application/commands/start-application.server.ts';
import { DAY, HOUR, type Instant } from '#app/kernel/instant.ts';
import { story } from '#db/story/index.ts';
import type { AnyApplication } from '#db/story/types.ts';
import { hourOn } from './calendar.ts';
import { playCall } from './play-call.ts';
import { judgedOf } from './play-panel.ts';
import { playInterests, playOffer } from './play-panel-offer.ts';
import { usualDates } from './play-plan.ts';
import { type StoryWorld, told } from './story-world.ts';

const SLUG = 'friendlier-city-second-round';

/**
 * A second round that is open today, so that whoever tries the demonstration can apply.
 * Three groups that were not chosen the first time have begun to write again.
 */
export function playOpenRound(world: StoryWorld, now: Instant): void {
  const call = story.calls[0];
  if (call === undefined) throw new Error('the story has a call');
  // At the hours people expect: opening in the morning, closing at noon.
  const opensAt = hourOn(now - 9 * DAY, '09:00', call.timeZone);
  const closesAt = hourOn(now + 33 * DAY, '12:00', call.timeZone);
  world.beginRound(opensAt - 15 * DAY);
  const callId = playCall(world, call, {
    slug: SLUG,
    title: `${call.title}: second round`,
    opensAt,
    closesAt,
    dates: usualDates(call, opensAt, closesAt),
  });
  world.moveTo(opensAt + 2 * DAY);
  const again: AnyApplication[] = judgedOf(call)
    .filter((application) => application.fate === 'not-awarded' || application.fate === 'reserve')
    .slice(0, 3);
  for (const application of again) {
    const applicant = world.as(application.lead.key);
    const { applicationId } = told(
      `${application.key} tries again`,
      startApplication(applicant, callId, {
        title: application.title,
        oneLine: application.oneLine,
        groupName: application.groupName,
        city: application.city,
        language: application.language,
      }),
    );
    const [question] = call.questions;
    const answer = question === undefined ? undefined : (application.answers as Record<string, unknown>)[question.key];
    if (question !== undefined && typeof answer === 'string') {
      told(
        `${application.key} begins to answer`,
        saveAnswer(applicant, applicationId, world.id(`${SLUG}/question/${question.key}`), answer),
      );
    }
    world.moveTo(world.now() + 5 * HOUR);
  }
  playOffer(world, call, SLUG);
  playInterests(world, SLUG);
  world.moveTo(now);
}
