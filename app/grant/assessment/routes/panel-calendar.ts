import type { LoaderFunctionArgs } from '@remix-run/node';
import { paths } from '#app/paths.ts';
import { found, signedIn } from '#app/people/request.server.ts';
import { say } from '#app/words/say.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { calendarFile } from '../../call/rules/icalendar.ts';
import { type PanelDate, panelDates } from '../queries/panel-dates.server.ts';

/** The dates of a panel, for the calendar of one who sits on it. Where it meets stays behind the sign-in. */
export function loader({ params, request, context }: LoaderFunctionArgs) {
  const portal = signedIn(context, request);
  const { call, dates } = found(panelDates(portal, params.callId ?? ''));
  const { words, language } = wordsIn(portal.language);
  const text = words.panelReminders;
  const site = portal.env.PUBLIC_URL;
  const { title } = call;
  const summaryOf = ({ kind, name }: PanelDate): string =>
    ({
      phase: say(language, text.phase, { name, title }),
      'scoring-ends': say(language, text.scoringEnds, { title }),
      meeting: say(language, text.meeting, { title }),
      'term-begins': say(language, text.termBegins, { title }),
      'term-ends': say(language, text.termEnds, { title }),
    })[kind];
  const events = dates.map((date) => ({
    uid: `${date.key}@${new URL(site).hostname}`,
    // The stamp of a published file is when it was made (RFC 5545): a calendar takes a date that was moved since.
    changedAt: portal.now,
    startsAt: date.startsAt,
    endsAt: date.endsAt,
    summary: summaryOf(date),
    description: '',
    place: '',
    url: new URL(paths.panelCall({ callId: call.id }), site).href,
  }));
  return new Response(calendarFile({ name: say(language, text.calendarOf, { title }), language, events }), {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': `attachment; filename="${call.slug}-panel.ics"`,
    },
  });
}
