import { invariant } from '#app/kernel/invariant.ts';
import { paths } from '#app/paths.ts';
import { letterFoot } from '#app/people/queries/contact.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { writeLetter } from '#app/platform/messages.server.ts';
import type { Keeper } from '#app/platform/outbox.server.ts';
import { say } from '#app/words/say.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { PlainLetter } from '#emails/plain-letter.tsx';
import { neutralLetter } from '../queries/neutral-letter.server.ts';
import { numberForTexts } from '../queries/number-for-texts.server.ts';
import { bookingMatter } from '../queries/one-to-ones.server.ts';

/** Where, when and with whom: to whoever booked, and a line to the host. */
export const sendBooked: Keeper = async (context, promised) => {
  const matter = matterOf(context, promised.subjectId);
  const { language, when } = matter.toBooker;
  const { help } = matter.toBooker.words;
  const { helpDesk: desk } = wordsIn('en').words;
  const letters = await Promise.all([
    writeLetter(context, promised, {
      to: matter.booker.email,
      neutral: neutralLetter(context, matter.application.id, language),
      subject: say(language, help.letterBookedSubject, { when }),
      partnerId: matter.call.partnerId,
      applicationId: matter.application.id,
      body: meetingLetter(context, matter, help.letterBookedTitle),
    }),
    writeLetter(
      context,
      promised,
      hostLetter(
        matter,
        desk.letterHostBookedTitle,
        say('en', desk.letterHostBookedLead, { reference: matter.application.reference, when: matter.when }),
      ),
    ),
  ]);
  return (tx) => {
    for (const write of letters) write(tx);
  };
};

/** The day before. A time that was given back meanwhile is not reminded of. */
export const sendNear: Keeper = async (context, promised) => {
  const matter = matterOf(context, promised.subjectId);
  if (matter.booking.cancelledAt !== null || matter.slot.startsAt <= context.now) return () => undefined;
  const { words, language, when } = matter.toBooker;
  const { help } = words;
  return writeLetter(context, promised, {
    to: matter.booker.email,
    neutral: neutralLetter(context, matter.application.id, language),
    subject: say(language, help.letterNearSubject, { when }),
    short: {
      to: numberForTexts(context, matter.application.id, matter.booker.id),
      words: say(language, help.textNear, {
        product: words.common.product,
        when,
        url: matter.href(paths.applyTalk({ applicationId: matter.application.id })),
      }),
    },
    partnerId: matter.call.partnerId,
    applicationId: matter.application.id,
    body: meetingLetter(context, matter, help.letterNearTitle),
  });
};

/** To both: whoever gave it back has it in writing, and the other one hears of it. */
export const sendCancelled: Keeper = async (context, promised) => {
  const matter = matterOf(context, promised.subjectId);
  const { booking, booker, call, application } = matter;
  const { language, when } = matter.toBooker;
  const { help } = matter.toBooker.words;
  const { helpDesk: desk } = wordsIn('en').words;
  const byApplicant = booking.cancelledBy === booker.id || matter.slot.withdrawnAt === null;
  const lead = byApplicant
    ? say(language, help.letterGivenBackLead, { when })
    : say(language, help.letterCancelledLead, { partner: call.partnerName, when });
  const toBooker = await writeLetter(context, promised, {
    to: booker.email,
    neutral: neutralLetter(context, application.id, language),
    subject: say(language, help.letterCancelledSubject, { when }),
    partnerId: call.partnerId,
    applicationId: application.id,
    body: PlainLetter({
      title: byApplicant ? help.letterGivenBackTitle : help.letterCancelledTitle,
      before: [lead, help.letterCancelledNext],
      button: {
        label: help.letterCancelledButton,
        href: matter.href(paths.applyTalk({ applicationId: application.id })),
      },
      sender: letterFoot(context, call.partnerId, language),
      language,
    }),
  });
  if (!byApplicant) return toBooker;
  const toHost = await writeLetter(
    context,
    promised,
    hostLetter(
      matter,
      desk.letterHostCancelledTitle,
      say('en', desk.letterHostCancelledLead, { reference: application.reference, when: matter.when }),
    ),
  );
  return (tx) => {
    toBooker(tx);
    toHost(tx);
  };
};

type Matter = ReturnType<typeof matterOf>;

function matterOf(context: Context, bookingId: string) {
  const matter = bookingMatter(context, bookingId);
  invariant(matter !== null, 'a promise names a booking that exists');
  const { startsAt } = matter.slot;
  const { words, language, deadline } = wordsIn(matter.booker.language);
  return {
    ...matter,
    /** For the host, who works at a desk. */
    when: wordsIn('en').deadline(startsAt, matter.call.timeZone),
    toBooker: { words, language, when: deadline(startsAt, matter.call.timeZone) },
    href: (path: string) => new URL(path, context.env.PUBLIC_URL).href,
  };
}

function meetingLetter(context: Context, matter: Matter, title: string) {
  const { slot, booking, host, call, application } = matter;
  const { language, when } = matter.toBooker;
  const { help } = matter.toBooker.words;
  const how = {
    place: say(language, help.letterBookedHow.place, { host: host.name, place: slot.place }),
    phone: say(language, help.letterBookedHow.phone, { host: host.name, phone: booking.phone }),
    video: say(language, help.letterBookedHow.video, { host: host.name, place: slot.place }),
  };
  return PlainLetter({
    title,
    before: [say(language, help.letterBookedWhen, { when, minutes: slot.minutes })],
    quote: how[slot.way],
    after: [help.letterBookedCannot],
    button: { label: help.letterBookedButton, href: matter.href(paths.applyTalk({ applicationId: application.id })) },
    sender: letterFoot(context, call.partnerId, language),
    language,
  });
}

function hostLetter({ host, call, application, href }: Matter, title: string, lead: string) {
  const { helpDesk: desk } = wordsIn('en').words;
  return {
    to: host.email,
    subject: title,
    partnerId: call.partnerId,
    applicationId: application.id,
    body: PlainLetter({
      title,
      before: [lead],
      button: { label: desk.letterHostButton, href: href(paths.staffHelpTimes({ callId: call.id })) },
      sender: call.partnerName,
    }),
  };
}
