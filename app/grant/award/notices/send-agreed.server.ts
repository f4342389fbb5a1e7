import { invariant } from '#app/kernel/invariant.ts';
import { paths } from '#app/paths.ts';
import { letterFoot } from '#app/people/queries/contact.server.ts';
import { personById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { writeLetter } from '#app/platform/messages.server.ts';
import type { Promised } from '#app/platform/outbox.server.ts';
import { say } from '#app/words/say.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { DecisionLetter } from '#emails/assessment/decision.tsx';
import { applicationCard } from '../../application/queries/application-card.server.ts';
import { neutralLetter } from '../../application/queries/neutral-letter.server.ts';
import { type DecidedLetter, feedbackInLetter } from '../../assessment/queries/decided-letter.server.ts';
import { callById } from '../../call/queries/call-facts.server.ts';
import { linkTo } from './award-of.server.ts';

/** The letter as two people agreed on it. */
export function sendAgreed(context: Context, promised: Promised, kept: DecidedLetter) {
  return sendAnswer(context, promised, kept, feedbackInLetter(kept));
}

/** An answer without an offer: its words, and the page where the group finds them again. */
export function sendAnswer(
  context: Context,
  promised: Promised,
  letter: { readonly language: string; readonly subject: string; readonly body: string },
  feedback: ReturnType<typeof feedbackInLetter>,
) {
  const card = applicationCard(context, promised.subjectId);
  const call = card === null ? null : callById(context, card.callId);
  const applicant = card === null ? null : personById(context, card.applicantId);
  invariant(card && call && applicant, 'a letter about a decision follows its release');
  const { words, language } = wordsIn(letter.language);
  const text = words.decisionLetter;
  return writeLetter(context, promised, {
    to: applicant.email,
    neutral: neutralLetter(context, card.id, language),
    partnerId: call.partnerId,
    applicationId: card.id,
    subject: letter.subject,
    body: DecisionLetter({
      title: letter.subject,
      body: letter.body,
      button: { label: text.button, href: linkTo(context, paths.applyDecision({ applicationId: card.id })) },
      feedback,
      sender: letterFoot(context, call.partnerId, language, say(language, text.sender, { partner: call.partnerName })),
      language,
    }),
  });
}
