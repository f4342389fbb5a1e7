import { paths } from '#app/paths.ts';
import { letterFoot } from '#app/people/queries/contact.server.ts';
import { personById } from '#app/people/queries/people.server.ts';
import { writeLetter } from '#app/platform/messages.server.ts';
import type { Keeper } from '#app/platform/outbox.server.ts';
import { languageName } from '#app/words/language-name.ts';
import { say } from '#app/words/say.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { PlainLetter } from '#emails/plain-letter.tsx';
import { callById } from '../../call/queries/call-facts.server.ts';
import { applicationCard } from '../queries/application-card.server.ts';
import { neutralLetter } from '../queries/neutral-letter.server.ts';

/** Asks the applicant to look at what somebody else wrote beside an answer: only then do others read it. */
export const tellOfTranslation: Keeper = async (context, promised) => {
  const { questionId = '', language: translated = 'en' } = promised.detail;
  const card = applicationCard(context, promised.subjectId);
  const call = card === null ? null : callById(context, card.callId);
  const applicant = card === null ? null : personById(context, card.applicantId);
  const question = call?.questions.find(({ id }) => id === questionId);
  // Withdrawn or thrown away meanwhile: there is nothing left to look at.
  if (card === null || call === null || applicant === null || question === undefined) return () => undefined;
  const { words, language } = wordsIn(applicant.language);
  const text = words.translations;
  const href = paths.applyTranslation({ applicationId: card.id, questionId });
  return writeLetter(context, promised, {
    to: applicant.email,
    neutral: neutralLetter(context, card.id),
    subject: say(language, text.letterSubject, { title: card.title }),
    // What is written beside a draft is no business of the partner's outbox.
    partnerId: card.state === 'draft' ? undefined : call.partnerId,
    applicationId: card.id,
    body: PlainLetter({
      title: text.letterTitle,
      language,
      sender: letterFoot(context, call.partnerId, language),
      before: [
        say(language, text.letterLead, {
          name: applicant.name,
          question: question.label,
          language: languageName(translated),
        }),
        text.letterNext,
      ],
      button: { label: text.letterButton, href: new URL(href, context.env.PUBLIC_URL).href },
    }),
  });
};
