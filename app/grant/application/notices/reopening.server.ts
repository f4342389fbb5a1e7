import { invariant } from '#app/kernel/invariant.ts';
import { paths } from '#app/paths.ts';
import { letterFoot } from '#app/people/queries/contact.server.ts';
import { personById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { writeLetter } from '#app/platform/messages.server.ts';
import type { Keeper, Promised } from '#app/platform/outbox.server.ts';
import { say } from '#app/words/say.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { PlainLetter } from '#emails/plain-letter.tsx';
import { callById } from '../../call/queries/call-facts.server.ts';
import { applicationCard } from '../queries/application-card.server.ts';
import { neutralLetter } from '../queries/neutral-letter.server.ts';
import { numberForTexts } from '../queries/number-for-texts.server.ts';
import { reopeningById } from '../queries/reopening-by-id.server.ts';

/** What may be changed, why, until when, and what to do next. */
export const sendReopened: Keeper = async (context, promised) => {
  const { reopening, card, call, applicant, href } = subjectOf(context, promised);
  const { words, language, deadline, list } = wordsIn(applicant.language);
  const text = words.reopening;
  const { whole } = words.application;
  const details = reopening.details.map((name) => (name === 'amountMinor' ? whole.amount : whole[name]));
  const questions = call.questions.filter(({ id }) => reopening.questionIds.includes(id)).map(({ label }) => label);
  return writeLetter(context, promised, {
    to: applicant.email,
    neutral: neutralLetter(context, card.id),
    subject: say(language, text.letterOpenedSubject, { reference: card.reference }),
    short: {
      to: numberForTexts(context, card.id, applicant.id),
      words: say(language, text.textOpened, {
        product: words.common.product,
        reference: card.reference,
        when: deadline(reopening.untilAt, call.timeZone),
        url: href,
      }),
    },
    partnerId: call.partnerId,
    applicationId: card.id,
    body: PlainLetter({
      title: text.letterOpenedTitle,
      sender: letterFoot(context, call.partnerId, language),
      language,
      before: [
        say(language, text.letterOpenedLead, {
          name: applicant.name,
          title: card.title,
          reference: card.reference,
        }),
      ],
      quote: reopening.reason,
      after: [
        say(language, text.letterOpenedParts, { parts: list([...details, ...questions]) }),
        say(language, text.letterOpenedUntil, { when: deadline(reopening.untilAt, call.timeZone) }),
        text.letterOpenedNothing,
      ],
      button: { label: text.letterOpenedButton, href },
    }),
  });
};

/** The receipt of what was sent again. */
export const sendAgainReceipt: Keeper = async (context, promised) => {
  const { reopening, card, call, applicant, href } = subjectOf(context, promised);
  const { words, language, deadline } = wordsIn(applicant.language);
  const text = words.reopening;
  return writeLetter(context, promised, {
    to: applicant.email,
    neutral: neutralLetter(context, card.id),
    subject: say(language, text.letterAgainSubject, { reference: card.reference }),
    partnerId: call.partnerId,
    applicationId: card.id,
    body: PlainLetter({
      title: text.letterAgainTitle,
      sender: letterFoot(context, call.partnerId, language),
      language,
      before: [
        say(language, text.letterAgainLead, {
          name: applicant.name,
          title: card.title,
          when: deadline(reopening.sentAt ?? context.now, call.timeZone),
        }),
        text.letterAgainNext,
      ],
      button: { label: text.letterAgainButton, href },
    }),
  });
};

/** Says that nothing need be changed any more, and that no word is lost. */
export const sendReopeningClosed: Keeper = async (context, promised) => {
  const { card, call, applicant, href } = subjectOf(context, promised);
  const { words, language } = wordsIn(applicant.language);
  const text = words.reopening;
  return writeLetter(context, promised, {
    to: applicant.email,
    neutral: neutralLetter(context, card.id),
    subject: say(language, text.letterClosedSubject, { reference: card.reference }),
    partnerId: call.partnerId,
    applicationId: card.id,
    body: PlainLetter({
      title: text.letterClosedTitle,
      sender: letterFoot(context, call.partnerId, language),
      language,
      before: [
        say(language, text.letterClosedLead, { name: applicant.name, title: card.title, reference: card.reference }),
        text.letterClosedWords,
      ],
      button: { label: text.letterClosedButton, href },
    }),
  });
};

function subjectOf(context: Context, promised: Promised) {
  const reopening = reopeningById(context, promised.subjectId);
  const card = reopening === null ? null : applicationCard(context, reopening.applicationId);
  const call = card === null ? null : callById(context, card.callId);
  const applicant = card === null ? null : personById(context, card.applicantId);
  invariant(
    reopening !== null && card !== null && call !== null && applicant !== null,
    'a promise names a reopening that exists',
  );
  const href = new URL(paths.applyApplication({ applicationId: card.id }), context.env.PUBLIC_URL).href;
  return { reopening, card, call, applicant, href };
}
