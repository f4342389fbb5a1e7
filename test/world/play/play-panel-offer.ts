import { putNameDown } from '#app/grant/assessment/commands/put-name-down.server.ts';
import { saveOffer } from '#app/grant/assessment/commands/save-offer.server.ts';
import { DAY, HOUR } from '#app/kernel/instant.ts';
import { story } from '#db/story/index.ts';
import type { AnyCall } from '#db/story/types.ts';
import { hourOn } from './calendar.ts';
import { staffKey } from './play-people.ts';
import { type StoryWorld, told } from './story-world.ts';

/** Says what the panel of a call asks and gives, and takes names for it. */
export function playOffer(world: StoryWorld, call: AnyCall, callSlug: string): void {
  const { interested: _, ...given } = story.panelOffer;
  const noon = (days: number) => hourOn(world.now() + days * DAY, '12:00', call.timeZone);
  told(
    `offering seats on the panel of ${callSlug}`,
    saveOffer(world.as(staffKey(call.partner, 'manager')), world.id(callSlug), {
      ...given,
      isRecruiting: true,
      payChoices: ['cash', 'voucher', 'none'],
      termFrom: noon(7),
      termUntil: noon(120),
    }),
  );
}

/** Two people who would like to decide with others. */
export function playInterests(world: StoryWorld, callSlug: string): void {
  for (const { key, name, email, language, ...said } of story.panelOffer.interested) {
    world.meet({ key, name, email, language });
    world.moveTo(world.now() + 3 * HOUR);
    told(`${name} puts their name down`, putNameDown(world.as(key), world.id(callSlug), said));
  }
}
