import { invariant } from '#app/kernel/invariant.ts';
import { paths } from '#app/paths.ts';
import { letterFoot } from '#app/people/queries/contact.server.ts';
import { personById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { writeLetter } from '#app/platform/messages.server.ts';
import type { Keeper, Promised } from '#app/platform/outbox.server.ts';
import { say } from '#app/words/say.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { ReceivedLetter } from '#emails/application/received.tsx';
import { WithdrawnLetter } from '#emails/application/withdrawn.tsx';
import { callById } from '../call/queries/call-facts.server.ts';
import { windowOf } from '../call/rules/window.ts';
import { tellTakenBack } from './notices/entry-taken-back.server.ts';
import { applicationCard } from './queries/application-card.server.ts';
import { neutralLetter } from './queries/neutral-letter.server.ts';
import { numberForTexts } from './queries/number-for-texts.server.ts';
import { isTest } from './rules/reference.ts';

/** The receipt: what arrived, when, under which name, and what comes next. */
export const sendReceipt: Keeper = async (context, promised) => {
  if (isThrownAway(context, promised)) return () => undefined;
  const { card, call, applicant } = subjectOf(context, promised);
  const { words, language, deadline } = wordsIn(applicant.language);
  const text = words.application;
  return writeLetter(context, promised, {
    to: applicant.email,
    neutral: neutralLetter(context, card.id),
    subject: subjectFor(card, say(language, text.letterReceivedSubject, { reference: card.reference })),
    partnerId: call.partnerId,
    applicationId: card.id,
    short: {
      to: numberForTexts(context, card.id, applicant.id),
      words: say(language, text.textReceived, { product: words.common.product, reference: card.reference }),
    },
    body: ReceivedLetter({
      title: text.letterReceivedTitle,
      lead: say(language, text.letterReceivedLead, {
        name: applicant.name,
        title: card.title,
        when: deadline(card.submittedAt ?? context.now, call.timeZone),
      }),
      reference: say(language, text.letterReceivedReference, { reference: card.reference }),
      next: say(language, text.letterReceivedNext, { closes: deadline(call.closesAt, call.timeZone) }),
      change: text.letterReceivedChange,
      button: text.letterReceivedButton,
      href: new URL(paths.applyApplication({ applicationId: card.id }), context.env.PUBLIC_URL).href,
      equality: {
        text: text.letterReceivedEquality,
        link: text.letterReceivedEqualityLink,
        href: new URL(paths.applyEquality({ applicationId: card.id }), context.env.PUBLIC_URL).href,
      },
      sender: letterFoot(context, call.partnerId, language),
      language,
    }),
  });
};

/** Says that it was taken back, so that somebody who did not do it hears of it. A draft nobody had seen needs no letter. */
export const confirmWithdrawal: Keeper = async (context, promised) => {
  if (promised.detail.byStaff === 'yes') return tellTakenBack(context, promised);
  if (promised.detail.wasSubmitted !== 'yes') return () => undefined;
  if (isThrownAway(context, promised)) return () => undefined;
  const { card, call, applicant } = subjectOf(context, promised);
  const { words, language, deadline } = wordsIn(applicant.language);
  const text = words.application;
  return writeLetter(context, promised, {
    to: applicant.email,
    neutral: neutralLetter(context, card.id),
    subject: subjectFor(card, say(language, text.letterWithdrawnSubject, { reference: card.reference })),
    partnerId: call.partnerId,
    applicationId: card.id,
    body: WithdrawnLetter({
      title: text.letterWithdrawnTitle,
      lead: say(language, text.letterWithdrawnLead, {
        name: applicant.name,
        title: card.title,
        reference: card.reference,
      }),
      again:
        windowOf(call, context.now) === 'open'
          ? say(language, text.letterWithdrawnNew, { closes: deadline(call.closesAt, call.timeZone) })
          : null,
      notYou: text.letterWithdrawnNotYou,
      sender: letterFoot(context, call.partnerId, language),
      language,
    }),
  });
};

/** A pretend application may be gone before its letter is written; a real one stays. */
function isThrownAway(context: Context, promised: Promised): boolean {
  return applicationCard(context, promised.subjectId) === null;
}

/** The letter of a pretend application says so before it is opened. */
function subjectFor(card: { readonly reference: string }, subject: string): string {
  const { words, language } = wordsIn('en');
  return isTest(card) ? say(language, words.testDesk.letterSubject, { subject }) : subject;
}

function subjectOf(context: Context, promised: Promised) {
  const card = applicationCard(context, promised.subjectId);
  const call = card === null ? null : callById(context, card.callId);
  const applicant = card === null ? null : personById(context, card.applicantId);
  invariant(card !== null && call !== null && applicant !== null, 'a promise names an application that exists');
  return { card, call, applicant };
}
