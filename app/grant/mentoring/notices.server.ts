import { invariant } from '#app/kernel/invariant.ts';
import { paths } from '#app/paths.ts';
import { letterFoot } from '#app/people/queries/contact.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { writeLetter } from '#app/platform/messages.server.ts';
import type { Keeper } from '#app/platform/outbox.server.ts';
import { say } from '#app/words/say.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { PlainLetter } from '#emails/plain-letter.tsx';
import { neutralLetter } from '../application/queries/neutral-letter.server.ts';
import { checkInFacts, matchFacts, milestoneFacts } from './queries/letter-facts.server.ts';

const { words, language, date } = wordsIn('en');
const { mentoring: text } = words;

/** Tells the group who its mentor is, and the mentor who her group is. */
export const introduceMentor: Keeper = async (context, promised) => {
  const facts = matchFacts(context, promised.subjectId);
  invariant(facts !== null, 'a match joins a group and a mentor');
  const { award, leadName, recipient, mentor } = facts;
  const toGroup = await writeLetter(context, promised, {
    to: recipient.email,
    neutral: neutralLetter(context, award.applicationId),
    partnerId: award.partnerId,
    applicationId: award.applicationId,
    subject: say(language, text.letterMatchedSubject, { mentor: mentor.name }),
    body: PlainLetter({
      title: text.letterMatchedTitle,
      sender: letterFoot(context, award.partnerId, language),
      before: [
        say(language, text.letterMatchedLead, { mentor: mentor.name, email: mentor.email }),
        text.letterMatchedNext,
      ],
      button: {
        label: text.letterMatchedButton,
        href: linkTo(context, paths.applyMentoring({ applicationId: award.applicationId })),
      },
    }),
  });
  const group = { group: award.groupName, title: award.title, lead: leadName, email: recipient.email };
  const toMentor = await writeLetter(context, promised, {
    to: mentor.email,
    partnerId: award.partnerId,
    applicationId: award.applicationId,
    subject: say(language, text.letterMentorSubject, { group: award.groupName }),
    body: PlainLetter({
      title: text.letterMentorTitle,
      sender: letterFoot(context, award.partnerId, language),
      before: [say(language, text.letterMentorLead, group), text.letterMentorNext],
      button: { label: text.letterMentorButton, href: linkTo(context, paths.mentorGroup({ awardId: award.id })) },
    }),
  });
  return (tx) => {
    toGroup(tx);
    toMentor(tx);
  };
};

/** Asks the group whether a check-in is right. */
export const askIfRight: Keeper = async (context, promised) => {
  const facts = checkInFacts(context, promised.subjectId);
  invariant(facts !== null, 'a check-in belongs to a group and a mentor');
  const { award, recipient, mentor, checkIn, milestone, timeZone } = facts;
  return writeLetter(context, promised, {
    to: recipient.email,
    neutral: neutralLetter(context, award.applicationId),
    partnerId: award.partnerId,
    applicationId: award.applicationId,
    subject: say(language, text.letterCheckInSubject, { mentor: mentor.name }),
    body: PlainLetter({
      title: text.letterCheckInTitle,
      sender: letterFoot(context, award.partnerId, language),
      before: [
        say(language, text.letterCheckInLead, { mentor: mentor.name, date: date(checkIn.heldAt, timeZone) }),
        ...(milestone === null ? [] : [say(language, text.letterCheckInMet, { title: milestone.title })]),
        text.letterCheckInAsk,
      ],
      button: {
        label: text.letterCheckInButton,
        href: linkTo(context, paths.applyMentoring({ applicationId: award.applicationId })),
      },
    }),
  });
};

/** Tells the mentor what the group says is not right. */
export const tellDispute: Keeper = async (context, promised) => {
  const facts = checkInFacts(context, promised.subjectId);
  invariant(facts !== null, 'a check-in belongs to a group and a mentor');
  const { award, mentor, checkIn, timeZone } = facts;
  return writeLetter(context, promised, {
    to: mentor.email,
    partnerId: award.partnerId,
    applicationId: award.applicationId,
    subject: say(language, text.letterDisputedSubject, { group: award.groupName }),
    body: PlainLetter({
      title: text.letterDisputedTitle,
      sender: letterFoot(context, award.partnerId, language),
      before: [
        say(language, text.letterDisputedLead, { group: award.groupName, date: date(checkIn.heldAt, timeZone) }),
      ],
      quote: checkIn.disputeNote,
      after: [text.letterDisputedAsk],
      button: {
        label: text.letterDisputedButton,
        href: linkTo(context, paths.mentorCheckIn({ awardId: award.id, from: checkIn.id })),
      },
    }),
  });
};

/** Tells the group that a milestone is signed off, and whether money is on its way. */
export const tellMilestoneMet: Keeper = async (context, promised) => {
  const facts = milestoneFacts(context, promised.subjectId);
  invariant(facts !== null, 'a milestone that is met rests on a check-in');
  const { award, recipient, milestone } = facts;
  return writeLetter(context, promised, {
    to: recipient.email,
    neutral: neutralLetter(context, award.applicationId),
    partnerId: award.partnerId,
    applicationId: award.applicationId,
    subject: say(language, text.letterMetSubject, { title: milestone.title }),
    body: PlainLetter({
      title: text.letterMetTitle,
      sender: letterFoot(context, award.partnerId, language),
      before: [
        say(language, text.letterMetLead, { title: milestone.title }),
        ...(promised.detail.trancheId === undefined ? [] : [text.letterMetMoney]),
      ],
      button: {
        label: text.letterMetButton,
        href: linkTo(context, paths.applyMentoring({ applicationId: award.applicationId })),
      },
    }),
  });
};

function linkTo(context: Context, path: string): string {
  return new URL(path, context.env.PUBLIC_URL).href;
}
