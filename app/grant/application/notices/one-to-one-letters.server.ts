import { invariant } from '#app/kernel/invariant.ts';
import { paths } from '#app/paths.ts';
import { letterFoot } from '#app/people/queries/contact.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { type Letter, writeLetter } from '#app/platform/messages.server.ts';
import type { Keeper } from '#app/platform/outbox.server.ts';
import { say } from '#app/words/say.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { PlainLetter } from '#emails/plain-letter.tsx';
import { neutralLetter } from '../queries/neutral-letter.server.ts';
import { numberForTexts } from '../queries/number-for-texts.server.ts';
import { bookingMatter } from '../queries/one-to-ones.server.ts';
import { DRAFT_ENDS, type DraftEnd } from '../rules/one-to-one.ts';

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

/**
 * To both: whoever gave it back has it in writing, and the other one hears of it. A time that ended with its draft was
 * given back by nobody, and both are told why.
 */
export const sendCancelled: Keeper = async (context, promised) => {
  const matter = matterOf(context, promised.subjectId);
  const { helpDesk: desk } = wordsIn('en').words;
  const { reference } = matter.application;
  const why = DRAFT_ENDS.find((end) => end === promised.detail.why);
  const isTakenByHost = matter.slot.withdrawnAt !== null && matter.booking.cancelledBy !== matter.booker.id;
  const toBooker = await writeLetter(context, promised, cancelledLetter(context, matter, why ?? isTakenByHost));
  if (isTakenByHost && why === undefined) return toBooker;
  const lead = why === undefined ? desk.letterHostCancelledLead : desk.letterHostEndedLead;
  const letter = hostLetter(matter, desk.letterHostCancelledTitle, say('en', lead, { reference, when: matter.when }));
  const toHost = await writeLetter(context, promised, letter);
  return (tx) => {
    toBooker(tx);
    toHost(tx);
  };
};

/** @param why  how its draft ended; otherwise whether the host took it back */
function cancelledLetter(context: Context, matter: Matter, why: DraftEnd | boolean): Letter {
  const { booker, call, application } = matter;
  const { language, when } = matter.toBooker;
  const { help } = matter.toBooker.words;
  const said =
    typeof why === 'string'
      ? {
          subject: help.letterEndedSubject,
          title: help.letterEndedTitle,
          before: [say(language, help.letterEndedLead[why], { when }), help.letterEndedNext[why]],
          button: {
            label: help.letterEndedButton,
            href: matter.href(paths.applyApplication({ applicationId: application.id })),
          },
        }
      : {
          subject: help.letterCancelledSubject,
          title: why ? help.letterCancelledTitle : help.letterGivenBackTitle,
          before: [
            say(language, why ? help.letterCancelledLead : help.letterGivenBackLead, {
              partner: call.partnerName,
              when,
            }),
            help.letterCancelledNext,
          ],
          button: {
            label: help.letterCancelledButton,
            href: matter.href(paths.applyTalk({ applicationId: application.id })),
          },
        };
  const { subject, ...body } = said;
  return {
    to: booker.email,
    neutral: neutralLetter(context, application.id, language),
    subject: say(language, subject, { when }),
    partnerId: call.partnerId,
    applicationId: application.id,
    body: PlainLetter({ ...body, sender: letterFoot(context, call.partnerId, language), language }),
  };
}

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
