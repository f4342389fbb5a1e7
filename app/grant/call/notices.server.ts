import { invariant } from '#app/kernel/invariant.ts';
import { paths } from '#app/paths.ts';
import { partnerStaff } from '#app/people/queries/people.server.ts';
import { writeLetter } from '#app/platform/messages.server.ts';
import type { Keeper } from '#app/platform/outbox.server.ts';
import { say } from '#app/words/say.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { DatesNearLetter } from '#emails/call/dates-near.tsx';
import { callById } from './queries/call-facts.server.ts';
import { milestonesOf } from './rules/timeline.ts';

/** Tells the managers of a call which of its dates are near; a date that has come meanwhile is left out. */
export const sendDatesNear: Keeper = async (context, promised) => {
  const call = callById(context, promised.subjectId);
  invariant(call !== null, 'a reminder is about a call');
  const wanted = new Set((promised.detail.dates ?? '').split(' '));
  const near = milestonesOf(call).filter((date) => wanted.has(date.id) && date.startsAt > context.now);
  const [first] = near;
  if (first === undefined) return () => undefined;
  const { words, language, deadline } = wordsIn('en');
  const { plan, planDesk } = words;
  const when = (date: (typeof near)[number]) => deadline(date.startsAt, call.timeZone);
  const { title } = call;
  const letter = {
    partnerId: call.partnerId,
    applicationId: null,
    subject:
      near.length === 1
        ? say(language, planDesk.letterOneSubject, { what: plan.kinds[first.kind], when: when(first), title })
        : say(language, planDesk.letterSomeSubject, { count: near.length, title }),
    body: DatesNearLetter({
      title: planDesk.letterTitle,
      lead: say(language, planDesk.letterLead, { count: near.length, title }),
      sender: words.common.product,
      dates: near.map((date) => ({
        date: say(language, plan.letterLine, { what: plan.kinds[date.kind], when: when(date) }),
        next: planDesk.letterNext[date.kind],
      })),
      button: {
        label: planDesk.letterButton,
        href: new URL(paths.staffCall({ callId: call.id }), context.env.PUBLIC_URL).href,
      },
    }),
  };
  const managers = partnerStaff(context, call.partnerId).filter(({ duty }) => duty === 'manager');
  const letters = await Promise.all(
    managers.map(({ email }) => writeLetter(context, promised, { ...letter, to: email })),
  );
  return (tx) => {
    for (const write of letters) write(tx);
  };
};
