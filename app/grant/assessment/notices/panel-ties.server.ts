import { invariant } from '#app/kernel/invariant.ts';
import { paths } from '#app/paths.ts';
import { personById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { writeLetter } from '#app/platform/messages.server.ts';
import type { Keeper } from '#app/platform/outbox.server.ts';
import { say } from '#app/words/say.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { PlainLetter } from '#emails/plain-letter.tsx';
import { callById } from '../../call/queries/call-facts.server.ts';
import { panelSeat } from '../queries/panel-seat.server.ts';
import { tabledFor } from '../queries/tabled.server.ts';
import { tieOfSeat } from '../queries/tie-of-seat.server.ts';

/** Tells a member that there is something new on her desk. */
export const sendWorkGiven: Keeper = async (context, promised) => {
  const { person, call } = memberOf(context, promised.subjectId);
  const { words, language } = wordsIn(person.language);
  const { panelTies } = words;
  return writeLetter(context, promised, {
    to: person.email,
    partnerId: call.partnerId,
    applicationId: null,
    subject: say(language, panelTies.letterGivenSubject, { call: call.title }),
    body: PlainLetter({
      title: panelTies.letterGivenTitle,
      language,
      sender: say(language, panelTies.letterSender, { partner: call.partnerName }),
      before: [say(language, panelTies.letterGivenLead, { call: call.title }), panelTies.letterGivenClose],
      button: {
        label: panelTies.letterGivenButton,
        href: new URL(paths.panelCall({ callId: call.id }), context.env.PUBLIC_URL).href,
      },
    }),
  });
};

/** Tells a member what staff have written down about her and a group, and why; nothing of a group she must not know of. */
export const sendTieRaised: Keeper = async (context, promised) => {
  const { person, call } = memberOf(context, promised.subjectId);
  const { applicationId = '' } = promised.detail;
  const card = tabledFor(context, call.id, person.id).find(({ id }) => id === applicationId);
  const tie = tieOfSeat(context, promised.subjectId, applicationId);
  if (card === undefined || tie === null) return () => undefined;
  const { words, language } = wordsIn(person.language);
  const { panelTies } = words;
  // Who is shut out of it is not sent its title either: a letter stays where it is.
  const lead =
    tie.level === 'hard'
      ? say(language, panelTies.letterTieLeadHard, { reference: card.reference })
      : say(language, panelTies.letterTieLead, { title: card.title, group: card.publicName });
  return writeLetter(context, promised, {
    to: person.email,
    partnerId: call.partnerId,
    applicationId: card.id,
    subject: say(language, panelTies.letterTieSubject, { call: call.title }),
    body: PlainLetter({
      title: panelTies.letterTieTitle,
      language,
      sender: say(language, panelTies.letterSender, { partner: call.partnerName }),
      before: [lead],
      quote: tie.reason,
      after: [tie.level === 'soft' ? panelTies.letterTieSoft : panelTies.letterTieHard, panelTies.letterTieAsk],
      button: {
        label: panelTies.letterTieButton,
        href: new URL(paths.panelConflicts({ callId: call.id }), context.env.PUBLIC_URL).href,
      },
    }),
  });
};

function memberOf(context: Context, memberId: string) {
  const seat = panelSeat(context, memberId);
  const person = seat === null ? null : personById(context, seat.personId);
  const call = seat === null ? null : callById(context, seat.callId);
  invariant(seat && person && call, 'a seat belongs to a person and a call');
  return { person, call };
}
