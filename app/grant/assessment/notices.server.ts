import { invariant } from '#app/kernel/invariant.ts';
import { paths } from '#app/paths.ts';
import { letterFoot } from '#app/people/queries/contact.server.ts';
import { partnerById, personById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { writeLetter } from '#app/platform/messages.server.ts';
import type { Keeper } from '#app/platform/outbox.server.ts';
import { say } from '#app/words/say.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { InvitationLetter } from '#emails/assessment/invitation.tsx';
import { ScoringOpenedLetter } from '#emails/assessment/scoring-opened.tsx';
import { ShortlistLetter } from '#emails/assessment/shortlist.tsx';
import { applicationCard } from '../application/queries/application-card.server.ts';
import { neutralLetter } from '../application/queries/neutral-letter.server.ts';
import { callById } from '../call/queries/call-facts.server.ts';
import { shortlistingOf } from './queries/panel-ranking.server.ts';
import { panelSeat } from './queries/panel-seat.server.ts';

/** Asks somebody onto the panel. */
export const sendPanelInvitation: Keeper = async (context, promised) => {
  const { words, language } = wordsIn('en');
  const { assessment } = words;
  const { seat, person, call } = seatOf(context, promised.subjectId);
  return writeLetter(context, promised, {
    to: person.email,
    partnerId: call.partnerId,
    applicationId: null,
    subject: say(language, assessment.letterInvitationSubject, { call: call.title }),
    body: InvitationLetter({
      href: new URL(paths.panelCall({ callId: call.id }), context.env.PUBLIC_URL).href,
      words: {
        title: assessment.letterInvitationTitle,
        lead: say(language, assessment.letterInvitationLead, { partner: call.partnerName, call: call.title }),
        work: assessment.letterInvitationWork,
        seat: say(language, assessment.letterInvitationAs, { kind: assessment.kinds[seat.kind] }),
        answer: assessment.letterInvitationAnswer,
        button: assessment.letterInvitationButton,
        sender: say(language, assessment.letterSender, { partner: call.partnerName }),
      },
    }),
  });
};

/** Tells a member that the applications are open. */
export const sendScoringOpened: Keeper = async (context, promised) => {
  const { words, language } = wordsIn('en');
  const { assessment } = words;
  const { person, call } = seatOf(context, promised.subjectId);
  return writeLetter(context, promised, {
    to: person.email,
    partnerId: call.partnerId,
    applicationId: null,
    subject: say(language, assessment.letterOpenedSubject, { call: call.title }),
    body: ScoringOpenedLetter({
      href: new URL(paths.panelCall({ callId: call.id }), context.env.PUBLIC_URL).href,
      words: {
        title: assessment.letterOpenedTitle,
        lead: say(language, assessment.letterOpenedLead, { call: call.title }),
        conflicts: assessment.letterOpenedConflicts,
        button: assessment.letterOpenedButton,
        sender: say(language, assessment.letterSender, { partner: call.partnerName }),
      },
    }),
  });
};

/** Tells a group whether it is on the shortlist, and why. */
export const sendShortlistDecision: Keeper = async (context, promised) => {
  const { words, language } = wordsIn('en');
  const { assessment } = words;
  const decided = shortlistingOf(context, promised.subjectId);
  const card = applicationCard(context, promised.subjectId);
  const call = card === null ? null : callById(context, card.callId);
  const applicant = card === null ? null : personById(context, card.applicantId);
  const partner = call === null ? null : partnerById(context, call.partnerId);
  invariant(decided && card && call && applicant && partner, 'a decision is about an application of a call');
  const isShortlisted = decided.decision === 'shortlisted';
  const about = { title: card.title, reference: card.reference, call: call.title };
  const next = !isShortlisted
    ? say(language, assessment.letterNotShortlistedAsk, { email: partner.email })
    : call.hasPitchDay
      ? assessment.letterShortlistedPitch
      : say(language, assessment.letterShortlistedNoPitch, { partner: partner.name });
  return writeLetter(context, promised, {
    to: applicant.email,
    neutral: neutralLetter(context, card.id),
    partnerId: call.partnerId,
    applicationId: card.id,
    subject: say(
      language,
      isShortlisted ? assessment.letterShortlistedSubject : assessment.letterNotShortlistedSubject,
      { title: card.title },
    ),
    body: ShortlistLetter({
      words: {
        title: isShortlisted ? assessment.letterShortlistedTitle : assessment.letterNotShortlistedTitle,
        lead: say(
          language,
          isShortlisted ? assessment.letterShortlistedLead : assessment.letterNotShortlistedLead,
          about,
        ),
        reason: say(language, assessment.letterReason, { reason: decided.reason }),
        next,
        sender: letterFoot(
          context,
          call.partnerId,
          language,
          say(language, assessment.letterSender, { partner: partner.name }),
        ),
      },
    }),
  });
};

function seatOf(context: Context, memberId: string) {
  const seat = panelSeat(context, memberId);
  const person = seat === null ? null : personById(context, seat.personId);
  const call = seat === null ? null : callById(context, seat.callId);
  invariant(seat && person && call, 'a seat belongs to a person and a call');
  return { seat, person, call };
}
