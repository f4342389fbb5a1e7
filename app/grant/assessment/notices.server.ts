import { invariant } from '#app/kernel/invariant.ts';
import { paths } from '#app/paths.ts';
import { personById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { writeLetter } from '#app/platform/messages.server.ts';
import type { Keeper } from '#app/platform/outbox.server.ts';
import { say } from '#app/words/say.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { InvitationLetter } from '#emails/assessment/invitation.tsx';
import { ScoringOpenedLetter } from '#emails/assessment/scoring-opened.tsx';
import { callById } from '../call/queries/call-facts.server.ts';
import { panelSeat } from './queries/panel-seat.server.ts';

/** Asks somebody onto the panel. */
export const sendPanelInvitation: Keeper = async (context, promised) => {
  const { seat, person, call } = seatOf(context, promised.subjectId);
  const { words, language } = wordsIn(person.language);
  const { assessment } = words;
  return writeLetter(context, promised, {
    to: person.email,
    partnerId: call.partnerId,
    applicationId: null,
    subject: say(language, assessment.letterInvitationSubject, { call: call.title }),
    body: InvitationLetter({
      language,
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
  const { person, call } = seatOf(context, promised.subjectId);
  const { words, language } = wordsIn(person.language);
  const { assessment } = words;
  return writeLetter(context, promised, {
    to: person.email,
    partnerId: call.partnerId,
    applicationId: null,
    subject: say(language, assessment.letterOpenedSubject, { call: call.title }),
    body: ScoringOpenedLetter({
      language,
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

function seatOf(context: Context, memberId: string) {
  const seat = panelSeat(context, memberId);
  const person = seat === null ? null : personById(context, seat.personId);
  const call = seat === null ? null : callById(context, seat.callId);
  invariant(seat && person && call, 'a seat belongs to a person and a call');
  return { seat, person, call };
}
