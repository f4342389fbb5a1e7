import type { Instant } from '#app/kernel/instant.ts';
import { paths } from '#app/paths.ts';
import { say } from '#app/words/say.ts';
import { wordsIn } from '#app/words/use-words.ts';
import type { CallFacts } from '../queries/call-facts.server.ts';
import type { CalendarEvent } from '../rules/icalendar.ts';
import type { Milestone } from '../rules/timeline.ts';

type Told = Pick<CallFacts, 'id' | 'slug' | 'language' | 'title' | 'summary'> & { readonly changedAt: Instant };

/** Dates of a published call as a calendar shows them; the site is where the portal is reached from outside. */
export function eventsOf(call: Told, milestones: readonly Milestone[], site: string, reader: string): CalendarEvent[] {
  const { words, language } = wordsIn(reader);
  return milestones.map((date) => ({
    // Opening and closing have no id of their own: a call has one of each.
    uid: `${date.id === date.kind ? `${call.id}-${date.kind}` : date.id}@${new URL(site).hostname}`,
    changedAt: call.changedAt,
    startsAt: date.startsAt,
    endsAt: date.endsAt,
    summary: say(language, words.plan.eventTitle, { what: words.plan.kinds[date.kind], title: call.title }),
    description: call.summary,
    place: date.place,
    language: call.language,
    url: new URL(paths.call({ slug: call.slug }), site).href,
  }));
}
