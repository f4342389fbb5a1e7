import { invariant } from '#app/kernel/invariant.ts';
import { paths } from '#app/paths.ts';
import { letterFoot } from '#app/people/queries/contact.server.ts';
import { partnerById, personById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { type Letter, writeLetter } from '#app/platform/messages.server.ts';
import type { Keeper, Promised } from '#app/platform/outbox.server.ts';
import { say } from '#app/words/say.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { DecisionLetter } from '#emails/assessment/decision.tsx';
import { PlainLetter } from '#emails/plain-letter.tsx';
import { applicationCard } from '../../application/queries/application-card.server.ts';
import { neutralLetter } from '../../application/queries/neutral-letter.server.ts';
import { callById } from '../../call/queries/call-facts.server.ts';
import { decidedLetter, feedbackInLetter } from '../queries/decided-letter.server.ts';
import { decisionLockOf } from '../queries/decision-lock.server.ts';
import { shortlistingOf } from '../queries/panel-ranking.server.ts';
import { draftedLetter } from '../queries/shortlist-letters.server.ts';

/** Asks somebody to be the second pair of eyes. A lock that was taken off again meanwhile asks nobody. */
export const tellOfLock: Keeper = async (context, promised) => {
  const { personId = '', stage } = promised.detail;
  const call = callById(context, promised.subjectId);
  const reader = personById(context, personId);
  const lock = stage === 'award' || stage === 'shortlist' ? decisionLockOf(context, promised.subjectId, stage) : null;
  invariant(call !== null && reader !== null, 'somebody was asked to look at the decision of a call');
  if (lock === null || lock.confirmedAt !== null) return () => undefined;
  const { words, language } = wordsIn('en');
  const text = words.decisionDesk;
  const path =
    stage === 'award'
      ? paths.staffConfirmDecision({ callId: call.id })
      : paths.staffShortlistCheck({ callId: call.id });
  return writeLetter(context, promised, {
    to: reader.email,
    partnerId: call.partnerId,
    applicationId: null,
    subject: say(language, text.noticeSubject, { call: call.title }),
    body: PlainLetter({
      title: text.noticeTitle,
      sender: words.common.product,
      before: [
        say(language, text.noticeLead, { call: call.title, name: personById(context, lock.lockedBy)?.name ?? '' }),
        text.noticeDo,
      ],
      button: { label: text.noticeButton, href: new URL(path, context.env.PUBLIC_URL).href },
    }),
  });
};

/** Tells a group whether it is on the shortlist, in the words that two people agreed on. */
export const sendShortlistDecision: Keeper = async (context, promised) => {
  const about = aboutOf(context, promised);
  const { card, call } = about;
  const decided = shortlistingOf(context, card.id);
  invariant(decided !== null, 'a letter about the shortlist follows its release');
  // What was decided before letters were kept is told as the portal would write it.
  const kept = decidedLetter(context, call.id, card.id, 'shortlist');
  const letter = kept ?? draftedLetter(context, call, card, decided);
  const { language } = wordsIn(letter.language);
  return writeLetter(context, promised, {
    ...envelope(context, about, language),
    subject: letter.subject,
    body: DecisionLetter({
      title: letter.subject,
      body: letter.body,
      button: buttonTo(context, about, language),
      feedback: kept === null ? null : feedbackInLetter(kept),
      sender: footOf(context, about, language),
      language,
    }),
  });
};

/** Brings what reviewers wrote, on the day that was set for it. */
export const sendFeedback: Keeper = async (context, promised) => {
  const about = aboutOf(context, promised);
  const { card, call, partner } = about;
  const stage = promised.detail.stage === 'award' ? 'award' : 'shortlist';
  const letter = decidedLetter(context, call.id, card.id, stage);
  invariant(letter !== null, 'feedback is due after a decision was released');
  if (letter.feedback === '') return () => undefined;
  const { words, language } = wordsIn(letter.language);
  const text = words.decisionLetter;
  const named = { reference: card.reference, title: card.title };
  return writeLetter(context, promised, {
    ...envelope(context, about, language),
    subject: say(language, text.feedbackSubject, named),
    body: DecisionLetter({
      title: say(language, text.feedbackSubject, named),
      body: [say(language, text.feedbackLead, named), say(language, text.feedbackAsk, { email: partner.email })].join(
        '\n\n',
      ),
      button: buttonTo(context, about, language),
      feedback: { title: text.feedbackTitle, lead: text.feedbackWords, text: letter.feedback },
      sender: footOf(context, about, language),
      language,
    }),
  });
};

type About = ReturnType<typeof aboutOf>;

function aboutOf(context: Context, promised: Promised) {
  const card = applicationCard(context, promised.subjectId);
  const call = card === null ? null : callById(context, card.callId);
  const applicant = card === null ? null : personById(context, card.applicantId);
  const partner = call === null ? null : partnerById(context, call.partnerId);
  invariant(card && call && applicant && partner, 'a decision is about an application of a call');
  return { card, call, applicant, partner };
}

function envelope(context: Context, { card, call, applicant }: About, language: string) {
  return {
    to: applicant.email,
    neutral: neutralLetter(context, card.id, language),
    partnerId: call.partnerId,
    applicationId: card.id,
  } satisfies Partial<Letter>;
}

function buttonTo(context: Context, { card }: About, language: string) {
  const href = new URL(paths.applyDecision({ applicationId: card.id }), context.env.PUBLIC_URL).href;
  return { label: wordsIn(language).words.decisionLetter.button, href };
}

function footOf(context: Context, { call, partner }: About, language: string): string {
  const { decisionLetter } = wordsIn(language).words;
  return letterFoot(context, call.partnerId, language, say(language, decisionLetter.sender, { partner: partner.name }));
}
