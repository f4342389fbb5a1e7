import type { LoaderFunctionArgs } from '@remix-run/node';
import { found } from '#app/people/request.server.ts';
import { say } from '#app/words/say.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { publishedCall } from '../queries/public-calls.server.ts';
import { calendarFile } from '../rules/icalendar.ts';
import { milestonesOf } from '../rules/timeline.ts';
import { eventsOf } from '../ui/calendar-events.ts';

/** Every date of one published call, for a calendar. */
export function loader({ params, context }: LoaderFunctionArgs) {
  const { portal } = context;
  const call = found(publishedCall(portal, params.slug ?? ''));
  const { words, language } = wordsIn(portal.language);
  const name = say(language, words.plan.calendarOf, { title: call.title });
  const events = eventsOf(call, milestonesOf(call), portal.env.PUBLIC_URL, language);
  return new Response(calendarFile({ name, language, events }), {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': `attachment; filename="${call.slug}-dates.ics"`,
    },
  });
}
