import { ownerOf } from '#app/grant/application/queries/team.server.ts';
import type { AwardCard } from '#app/grant/award/queries/award-card.server.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { paths } from '#app/paths.ts';
import { letterFoot } from '#app/people/queries/contact.server.ts';
import { partnerById, personById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { writeLetter } from '#app/platform/messages.server.ts';
import type { Keeper, Promised } from '#app/platform/outbox.server.ts';
import { say } from '#app/words/say.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { MoneyLetter } from '#emails/payment/money-letter.tsx';
import { neutralLetter } from '../application/queries/neutral-letter.server.ts';
import { runningAudit } from './queries/auditing.server.ts';
import { payeeNews, payoutNews } from './queries/money-news.server.ts';

const { language, words, money, deadline, date } = wordsIn('en');
const text = words.payment;

/** Tells the recipient that her money is on its way, where it goes and what to look for. */
export const sendPayoutSent: Keeper = async (context, promised) => {
  const { award, amountMinor, currency, reference, ending } = payoutNews(context, promised.subjectId);
  const amount = money(amountMinor, currency);
  return writeMoneyLetter(context, promised, award, {
    subject: say(language, text.letterSentSubject, { amount }),
    title: text.letterSentTitle,
    lines: (name) => [
      say(language, text.letterSentLead, { name, amount, title: award.title }),
      ...(ending === null
        ? [text.letterSentOther]
        : [say(language, text.letterSentBank, { ending }), say(language, text.letterSentReference, { reference })]),
    ],
  });
};

/** Tells the recipient that the details were changed, in case it was somebody else who did. */
export const sendPayeeChanged: Keeper = async (context, promised) => {
  const { award, heldUntil, timeZone } = payeeNews(context, promised.subjectId);
  const partner = partnerById(context, award.partnerId);
  return writeMoneyLetter(context, promised, award, {
    subject: text.letterChangedSubject,
    title: text.letterChangedTitle,
    lines: (name) => [
      say(language, text.letterChangedLead, { name, title: award.title }),
      say(language, text.letterChangedWait, { when: deadline(heldUntil, timeZone) }),
      say(language, text.letterChangedNotYou, { email: partner?.email ?? '' }),
    ],
  });
};

/** Tells the recipient that her money came back, and what to look at. */
export const sendPayoutCameBack: Keeper = async (context, promised) => {
  const { award, amountMinor, currency } = payoutNews(context, promised.subjectId);
  return writeMoneyLetter(context, promised, award, {
    subject: text.letterBackSubject,
    title: text.letterBackTitle,
    lines: (name) => [
      say(language, text.letterBackLead, { name, amount: money(amountMinor, currency), title: award.title }),
      text.letterBackDo,
    ],
  });
};

/** Tells an auditor what she may read, until when, and that her reading is known. */
export const askAuditor: Keeper = async (context, promised) => {
  const audit = runningAudit(context, promised.subjectId);
  // Ended before the letter went out: there is nothing to read.
  if (audit === null) return () => undefined;
  const auditor = personById(context, audit.personId);
  const by = personById(context, audit.appointedBy);
  const partner = partnerById(context, audit.partnerId)?.name ?? '';
  invariant(auditor !== null, 'an auditor is known');
  const { auditing } = words;
  return writeLetter(context, promised, {
    to: auditor.email,
    subject: say(language, auditing.letterSubject, { partner }),
    partnerId: audit.partnerId,
    applicationId: null,
    body: MoneyLetter({
      title: auditing.letterTitle,
      lines: [
        say(language, auditing.letterLead, { name: auditor.name, by: by?.name ?? '', partner }),
        say(language, auditing.letterWhat, { date: date(audit.untilAt, 'UTC') }),
        auditing.letterKnown,
      ],
      button: auditing.letterButton,
      href: new URL(paths.audit(), context.env.PUBLIC_URL).href,
      sender: letterFoot(context, audit.partnerId, language),
    }),
  });
};

function writeMoneyLetter(
  context: Context,
  promised: Promised,
  award: AwardCard,
  letter: { subject: string; title: string; lines: (name: string) => readonly string[] },
) {
  const recipient = personById(context, ownerOf(context, award.applicationId));
  invariant(recipient !== null, 'an award has a recipient');
  const href = new URL(paths.applyPayment({ applicationId: award.applicationId }), context.env.PUBLIC_URL).href;
  return writeLetter(context, promised, {
    to: recipient.email,
    neutral: neutralLetter(context, award.applicationId),
    subject: letter.subject,
    partnerId: award.partnerId,
    applicationId: award.applicationId,
    body: MoneyLetter({
      title: letter.title,
      lines: letter.lines(recipient.name),
      button: text.letterButton,
      href,
      sender: letterFoot(context, award.partnerId, language),
    }),
  });
}
