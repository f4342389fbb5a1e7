import { invariant } from '#app/kernel/invariant.ts';
import { paths } from '#app/paths.ts';
import { actorOf, partnerById, personById } from '#app/people/queries/people.server.ts';
import { writeLetter } from '#app/platform/messages.server.ts';
import type { Keeper } from '#app/platform/outbox.server.ts';
import { say } from '#app/words/say.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { DigestLetter } from '#emails/reporting/digest.tsx';
import { digestNews } from './queries/digest-news.server.ts';
import { timeZonesOf } from './queries/time-zones.server.ts';
import { mayReadBoard } from './rules/access.ts';

/** Tells a manager what is new at a partner, unless they have left it since. */
export const sendDigest: Keeper = async (context, promised) => {
  const { partnerId = '', after, upTo } = promised.detail;
  const reader = personById(context, promised.subjectId);
  const partner = partnerById(context, partnerId);
  invariant(reader !== null && partner !== null, 'people and partners stay');
  if (!mayReadBoard(actorOf(context, reader.id), { partnerId })) return () => undefined;
  const period = { after: Number(after), upTo: Number(upTo) };
  const { calls, undelivered } = digestNews(context, partnerId, period);
  const { words, language, dateTime, deadline } = wordsIn('en');
  const text = words.digest;
  const timeZone = timeZonesOf(context, [partnerId]).get(partnerId) ?? 'UTC';
  const linkTo = (path: string) => new URL(path, context.env.PUBLIC_URL).href;
  const news = calls.filter(({ arrived, takenBack }) => arrived + takenBack > 0);
  return writeLetter(context, promised, {
    to: reader.email,
    partnerId,
    applicationId: null,
    subject: say(language, text.subject, {
      partner: partner.name,
      count: news.reduce((sum, { arrived }) => sum + arrived, 0),
    }),
    body: DigestLetter({
      title: text.letterTitle,
      sender: words.common.product,
      lead: say(language, text.letterLead, {
        from: dateTime(period.after, timeZone),
        to: dateTime(period.upTo, timeZone),
      }),
      parts: [
        ...news.map((call) => ({
          title: call.title,
          lines: [
            ...(call.arrived === 0 ? [] : [say(language, text.arrived, { count: call.arrived, all: call.submitted })]),
            ...(call.takenBack === 0 ? [] : [say(language, text.takenBack, { count: call.takenBack })]),
            ...(call.closesAt === null || call.drafts === 0
              ? []
              : [say(language, text.drafts, { count: call.drafts, when: deadline(call.closesAt, call.timeZone) })]),
          ],
          link: { label: text.openBoard, href: linkTo(paths.staffBoard({ callId: call.callId })) },
        })),
        ...(undelivered === 0
          ? []
          : [
              {
                title: say(language, text.undelivered, { count: undelivered }),
                lines: [],
                link: { label: text.openOutbox, href: linkTo(paths.staffOutbox()) },
              },
            ]),
      ],
      change: say(language, text.change, { url: linkTo(paths.staffNews()) }),
    }),
  });
};
