import type { LoaderFunctionArgs } from '@remix-run/node';
import { paths } from '#app/paths.ts';
import { found, signedIn } from '#app/people/request.server.ts';
import { say } from '#app/words/say.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { calendarFile } from '../../call/rules/icalendar.ts';
import { oneToOnes } from '../queries/one-to-ones.server.ts';

/** The booked time, for a calendar. */
export function loader({ params, request, context }: LoaderFunctionArgs) {
  const portal = signedIn(context, request);
  const { application, call, booked } = found(oneToOnes(portal, params.applicationId ?? ''));
  const slot = found(booked);
  const { words, language } = wordsIn(portal.language);
  const site = portal.env.PUBLIC_URL;
  const name = say(language, words.help.eventTitle, { partner: call.partnerName });
  const event = {
    uid: `${slot.bookingId}@${new URL(site).hostname}`,
    changedAt: slot.bookedAt,
    startsAt: slot.startsAt,
    endsAt: slot.endsAt,
    summary: name,
    description: call.title,
    place: slot.place,
    language: call.language,
    url: new URL(paths.applyTalk({ applicationId: application.id }), site).href,
  };
  return new Response(calendarFile({ name, language, events: [event] }), {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': `attachment; filename="${application.reference}-talk.ics"`,
    },
  });
}
