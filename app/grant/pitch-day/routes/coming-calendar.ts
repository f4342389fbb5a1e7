import type { LoaderFunctionArgs } from '@remix-run/node';
import { HOUR } from '#app/kernel/instant.ts';
import { paths } from '#app/paths.ts';
import { found } from '#app/people/request.server.ts';
import { calendarFile } from '../../call/rules/icalendar.ts';
import { comingPage } from '../queries/coming-page.server.ts';

/** Longer than a day like this lasts: nobody is called away by their calendar before the result. */
const LASTS = 4 * HOUR;

/** The day, for the calendar of whoever wants to come. */
export function loader({ params, context }: LoaderFunctionArgs) {
  const { portal } = context;
  const { call, event } = found(comingPage(portal, params.slug ?? ''));
  const { id, title, startsAt, place, address, accessNotes } = found(event);
  const site = portal.env.PUBLIC_URL;
  const file = calendarFile({
    name: title,
    language: call.language,
    events: [
      {
        uid: `${id}@${new URL(site).hostname}`,
        // The stamp of a published file is when it was made: a calendar takes a day that was moved since.
        changedAt: portal.now,
        startsAt,
        endsAt: startsAt + LASTS,
        summary: title,
        description: accessNotes,
        place: `${place}, ${address}`,
        language: call.language,
        url: new URL(paths.callPitchDay({ slug: call.slug }), site).href,
      },
    ],
  });
  return new Response(file, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': `attachment; filename="${call.slug}-pitch-day.ics"`,
    },
  });
}
