import { paths } from '#app/paths.ts';
import { letterFoot } from '#app/people/queries/contact.server.ts';
import { personById } from '#app/people/queries/people.server.ts';
import { writeLetter } from '#app/platform/messages.server.ts';
import type { Keeper } from '#app/platform/outbox.server.ts';
import { say } from '#app/words/say.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { PlainLetter } from '#emails/plain-letter.tsx';
import { callById } from '../../call/queries/call-facts.server.ts';
import { windowOf } from '../../call/rules/window.ts';
import { applicationCard } from '../queries/application-card.server.ts';
import { neutralLetter } from '../queries/neutral-letter.server.ts';

/** Tells a group that agreed to it of another call, unless that has closed in the meantime. */
export const sendInviteAgain: Keeper = async (context, promised) => {
  const card = applicationCard(context, promised.subjectId);
  const call = callById(context, promised.detail.toCallId ?? '');
  const applicant = card === null ? null : personById(context, card.applicantId);
  if (card === null || call === null || applicant === null) return () => undefined;
  if (windowOf(call, context.now) !== 'open') return () => undefined;
  const { words, language, deadline } = wordsIn(applicant.language);
  const text = words.carrying;
  return writeLetter(context, promised, {
    to: applicant.email,
    neutral: neutralLetter(context, card.id),
    subject: say(language, text.letterSubject, { call: call.title }),
    partnerId: call.partnerId,
    applicationId: card.id,
    body: PlainLetter({
      title: text.letterTitle,
      sender: letterFoot(context, call.partnerId, language),
      language,
      before: [
        say(language, text.letterLead, { name: applicant.name, title: card.title, call: call.title }),
        say(language, text.letterUntil, { when: deadline(call.closesAt, call.timeZone) }),
      ],
      after: [text.letterWords, text.letterStop],
      button: {
        label: text.letterButton,
        href: new URL(paths.applyCarry({ applicationId: card.id }), context.env.PUBLIC_URL).href,
      },
    }),
  });
};
