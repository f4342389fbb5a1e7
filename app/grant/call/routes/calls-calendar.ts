import type { LoaderFunctionArgs } from '@remix-run/node';
import { say } from '#app/words/say.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { openAndComingCalls } from '../queries/public-calls.server.ts';
import { calendarFile } from '../rules/icalendar.ts';
import { milestonesOf } from '../rules/timeline.ts';
import { eventsOf } from '../ui/calendar-events.ts';

const SHOWN = new Set(['opens', 'closes', 'information-session']);

/** When one can apply, and where one can ask: of every open and coming call, for calendars that subscribe. */
export function loader({ context }: LoaderFunctionArgs) {
  const { portal } = context;
  const { words, language } = wordsIn(portal.language);
  const events = openAndComingCalls(portal).flatMap((call) =>
    eventsOf(
      call,
      milestonesOf(call).filter(({ kind }) => SHOWN.has(kind)),
      portal.env.PUBLIC_URL,
      language,
    ),
  );
  const name = say(language, words.plan.calendarTitle, { product: words.common.product });
  return new Response(calendarFile({ name, language, events }), {
    headers: { 'Content-Type': 'text/calendar; charset=utf-8', 'Content-Disposition': 'inline; filename="calls.ics"' },
  });
}
