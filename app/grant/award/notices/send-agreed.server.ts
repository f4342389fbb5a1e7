import { invariant } from '#app/kernel/invariant.ts';
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
import type { DecidedLetter } from '../../assessment/queries/decided-letter.server.ts';
import { callById } from '../../call/queries/call-facts.server.ts';

/** The letter as two people agreed on it. */
export function sendAgreed(context: Context, promised: Promised, kept: DecidedLetter) {
  const card = applicationCard(context, promised.subjectId);
  const call = card === null ? null : callById(context, card.callId);
  const applicant = card === null ? null : personById(context, card.applicantId);
  invariant(card && call && applicant, 'a letter about a decision follows its release');
  const { words, language } = wordsIn(kept.language);
  const sender = say(language, words.decisionLetter.sender, { partner: call.partnerName });
  return writeLetter(context, promised, {
    to: applicant.email,
    neutral: neutralLetter(context, card.id, language),
    partnerId: call.partnerId,
    applicationId: card.id,
    subject: kept.subject,
    body: DecisionLetter({
      title: kept.subject,
      body: kept.body,
      feedback: null,
      sender: letterFoot(context, call.partnerId, language, sender),
      language,
    }),
  });
}

export function paragraphsOf(text: string): string[] {
  return text.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== '');
}
