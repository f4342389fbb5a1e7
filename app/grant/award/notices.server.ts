import { invariant } from '#app/kernel/invariant.ts';
import { paths } from '#app/paths.ts';
import { letterFoot } from '#app/people/queries/contact.server.ts';
import { personById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { writeLetter } from '#app/platform/messages.server.ts';
import type { Keeper, Promised } from '#app/platform/outbox.server.ts';
import { say } from '#app/words/say.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { AgreedLetter } from '#emails/award/agreed.tsx';
import { PlainLetter } from '#emails/plain-letter.tsx';
import { applicationCard } from '../application/queries/application-card.server.ts';
import { neutralLetter } from '../application/queries/neutral-letter.server.ts';
import { awardOf, linkTo } from './notices/award-of.server.ts';
import { sendAgreed, sendAnswer } from './notices/send-agreed.server.ts';
import { agreedLetter } from './queries/agreed-letter.server.ts';
import { outcomeFacts } from './queries/outcome-facts.server.ts';
import { signedAgreement } from './queries/signed-agreement.server.ts';
import { readAgreement } from './rules/agreement.ts';

/** The reason why not, with the group's own points and an open door. */
export const sendDecline: Keeper = async (context, promised) => {
  const kept = agreedLetter(context, promised.subjectId, 'declined');
  if (kept !== null) return sendAgreed(context, promised, kept);
  const { told, applicant } = outcomeOf(context, promised);
  const { words, language } = wordsIn(applicant.language);
  const text = words.decisionLetter;
  const { ranked, outcome } = told;
  const named = { call: told.callTitle, partner: told.partnerName, title: told.title };
  const paragraphs = [
    say(language, text.award.declined, named),
    text.award.declinedTitle,
    say(language, text.reason, { reason: outcome.reason }),
    ...(outcome.nearly ? [text.nearly] : []),
    ...(ranked === null
      ? []
      : [say(language, text.award.points, { points: ranked.points, position: ranked.position, count: told.places })]),
    say(language, text.award.ask, { email: told.partnerEmail }),
  ];
  const subject = say(language, text.award.subjects.declined, { title: told.title });
  return sendAnswer(context, promised, { language, subject, body: paragraphs.join('\n\n') }, null);
};

/** A place on the reserve list, with the day on which the group will know more. */
export const sendReserve: Keeper = async (context, promised) => {
  const kept = agreedLetter(context, promised.subjectId, 'reserve');
  if (kept !== null) return sendAgreed(context, promised, kept);
  const { told, applicant } = outcomeOf(context, promised);
  const { words, language, date } = wordsIn(applicant.language);
  const text = words.decisionLetter.award;
  const until = told.outcome.reserveUntil;
  const paragraphs = [
    say(language, text.reserve, { call: told.callTitle, position: told.outcome.position ?? '' }),
    ...(until === null ? [] : [say(language, text.reserveMore, { until: date(until, told.timeZone) })]),
    text.reserveTell,
  ];
  const subject = say(language, text.subjects.reserve, { title: told.title });
  return sendAnswer(context, promised, { language, subject, body: paragraphs.join('\n\n') }, null);
};

/** The group's own copy of what it agreed to. */
export const sendAgreement: Keeper = async (context, promised) => {
  const { award, call, partner, recipient } = awardOf(context, promised);
  const signed = signedAgreement(context, award.id);
  invariant(signed !== null, 'a promise of a copy follows an acceptance');
  const { words, language, dateTime } = wordsIn('en');
  const text = words.award;
  return writeLetter(context, promised, {
    to: recipient.email,
    neutral: neutralLetter(context, award.applicationId),
    partnerId: award.partnerId,
    applicationId: award.applicationId,
    subject: say(language, text.letterAgreedSubject, { partner: partner.name }),
    body: AgreedLetter({
      title: text.letterAgreedTitle,
      sender: letterFoot(
        context,
        award.partnerId,
        language,
        say(language, text.letterSender, { partner: partner.name }),
      ),
      lead: say(language, text.letterAgreedLead, {
        name: signed.typedName,
        when: dateTime(signed.acceptedAt, call.timeZone),
      }),
      agreement: readAgreement(signed.agreementText),
      fingerprint: say(language, text.letterAgreedFingerprint, { hash: signed.agreementHash }),
      button: {
        label: text.letterAgreedButton,
        href: linkTo(context, paths.applyAward({ applicationId: award.applicationId })),
      },
    }),
  });
};

/** Tells the partner's office that a place is free, and why. */
export const tellRefusal: Keeper = async (context, promised) => {
  const { award, partner } = awardOf(context, promised);
  const { words, language, money } = wordsIn('en');
  const text = words.award;
  const isWithdrawn = promised.detail.because === 'withdrawn';
  const refused = {
    group: award.groupName,
    amount: money(award.amountMinor, award.currency),
    title: award.title,
  };
  return writeLetter(context, promised, {
    to: partner.email,
    partnerId: award.partnerId,
    applicationId: award.applicationId,
    subject: say(language, isWithdrawn ? text.letterWithdrawnSubject : text.letterRefusedSubject, {
      group: award.groupName,
    }),
    body: PlainLetter({
      title: text.letterRefusedTitle,
      sender: words.common.product,
      before: [
        say(language, isWithdrawn ? text.letterWithdrawnLead : text.letterRefusedLead, refused),
        text.letterRefusedMore,
      ],
      button: {
        label: text.letterRefusedButton,
        href: linkTo(context, paths.staffAwards({ callId: award.callId })),
      },
    }),
  });
};

function outcomeOf(context: Context, promised: Promised) {
  const told = outcomeFacts(context, promised.subjectId);
  const card = applicationCard(context, promised.subjectId);
  const applicant = card === null ? null : personById(context, card.applicantId);
  invariant(told && applicant, 'a letter about a decision follows its release');
  return { told, applicant };
}
