import { invariant } from '#app/kernel/invariant.ts';
import { paths } from '#app/paths.ts';
import { letterFoot } from '#app/people/queries/contact.server.ts';
import { personById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { writeLetter } from '#app/platform/messages.server.ts';
import type { Keeper } from '#app/platform/outbox.server.ts';
import { say } from '#app/words/say.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { PlainLetter } from '#emails/plain-letter.tsx';
import { callById } from '../../call/queries/call-facts.server.ts';
import { applicationCard } from '../queries/application-card.server.ts';
import { readingLetter } from '../queries/draft-readings.server.ts';
import { answeredQuestion } from '../queries/help-inbox.server.ts';
import { neutralLetter } from '../queries/neutral-letter.server.ts';
import { entryMatter, readerOfEntry } from '../queries/staff-entries.server.ts';

/** The answer to a question that was asked from inside an application, to whoever asked. */
export const sendQuestionAnswer: Keeper = async (context, promised) => {
  const question = answeredQuestion(context, promised.subjectId);
  invariant(question !== null, 'an answer is about a question');
  const { card, call, href } = aboutApplication(context, question.applicationId);
  const asker = personById(context, question.askedBy);
  const { words, language, deadline } = wordsIn(asker?.language ?? 'en');
  const { help } = words;
  return writeLetter(context, promised, {
    to: asker?.email ?? '',
    neutral: neutralLetter(context, card.id, language),
    subject: say(language, help.letterAnsweredSubject, { reference: card.reference }),
    partnerId: call.partnerId,
    applicationId: card.id,
    body: PlainLetter({
      title: help.letterAnsweredTitle,
      before: [say(language, help.letterAnsweredLead, { question: question.text })],
      quote: question.answer,
      after: [say(language, help.letterAnsweredNext, { closes: deadline(call.closesAt, call.timeZone) })],
      button: { label: help.letterAnsweredButton, href: href(paths.applyHelp({ applicationId: card.id })) },
      sender: letterFoot(context, call.partnerId, language),
      language,
    }),
  });
};

/** Offers help to somebody with a draft and no help: once, and never again. */
export const sendHelpOffer: Keeper = async (context, promised) => {
  const { card, call, applicant, href } = aboutApplication(context, promised.subjectId);
  // Sent or taken back meanwhile: nobody is offered help with what is over.
  if (card.state !== 'draft') return () => undefined;
  const { words, language } = wordsIn(applicant.language);
  const { help } = words;
  return writeLetter(context, promised, {
    to: applicant.email,
    neutral: neutralLetter(context, card.id),
    subject: say(language, help.letterOfferedSubject, { reference: card.reference }),
    partnerId: call.partnerId,
    applicationId: card.id,
    body: PlainLetter({
      title: help.letterOfferedTitle,
      before: [say(language, help.letterOfferedLead, { title: call.title }), help.letterOfferedHow],
      after: [help.letterOfferedEnd],
      button: { label: help.letterOfferedButton, href: href(paths.applyHelp({ applicationId: card.id })) },
      sender: letterFoot(context, call.partnerId, language),
      language,
    }),
  });
};

/** Tells a writer that the draft was read; what was said stands on the page, not in a mailbox. */
export const sendDraftComments: Keeper = async (context, promised) => {
  const reading = readingLetter(context, promised.subjectId);
  invariant(reading !== null, 'comments are about a draft that was lent');
  const { card, call, href } = aboutApplication(context, reading.applicationId);
  const asker = personById(context, reading.askedBy);
  const { words, language, deadline } = wordsIn(asker?.language ?? 'en');
  const { help } = words;
  return writeLetter(context, promised, {
    to: asker?.email ?? '',
    neutral: neutralLetter(context, card.id, language),
    subject: say(language, help.letterCommentedSubject, { reference: card.reference }),
    partnerId: call.partnerId,
    applicationId: card.id,
    body: PlainLetter({
      title: help.letterCommentedTitle,
      before: [
        help.letterCommentedLead,
        say(language, help.letterCommentedGone, { closes: deadline(call.closesAt, call.timeZone) }),
      ],
      button: { label: help.letterCommentedButton, href: href(paths.applyReading({ applicationId: card.id })) },
      sender: letterFoot(context, call.partnerId, language),
      language,
    }),
  });
};

/** Tells somebody that an application is written down for them, and how they read it and say yes. */
export const sendEntryBegun: Keeper = async (context, promised) => {
  const { card, call, href } = aboutApplication(context, promised.subjectId);
  const entry = entryMatter(context, card.id);
  const reader = readerOfEntry(context, card);
  invariant(entry !== null && reader !== null, 'a promise about an entry names one');
  const { words, language } = wordsIn(reader.language);
  const text = words.writtenDown;
  return writeLetter(context, promised, {
    to: reader.email,
    neutral: neutralLetter(context, card.id),
    subject: say(language, text.letterSubject, { reference: card.reference }),
    partnerId: call.partnerId,
    applicationId: card.id,
    body: PlainLetter({
      title: text.letterTitle,
      before: [say(language, text.letterLead, { staff: entry.staffName, call: call.title }), text.letterNext],
      after: [text.letterNot],
      button: { label: text.letterButton, href: href(paths.applyConfirm({ applicationId: card.id })) },
      sender: letterFoot(context, call.partnerId, language),
      language,
    }),
  });
};

function aboutApplication(context: Context, applicationId: string) {
  const card = applicationCard(context, applicationId);
  const call = card === null ? null : callById(context, card.callId);
  const applicant = card === null ? null : personById(context, card.applicantId);
  invariant(card !== null && call !== null && applicant !== null, 'a promise names an application that exists');
  return { card, call, applicant, href: (path: string) => new URL(path, context.env.PUBLIC_URL).href };
}
