import { invariant } from '#app/kernel/invariant.ts';
import { letterFoot } from '#app/people/queries/contact.server.ts';
import { personById } from '#app/people/queries/people.server.ts';
import { writeLetter } from '#app/platform/messages.server.ts';
import type { Keeper } from '#app/platform/outbox.server.ts';
import { say } from '#app/words/say.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { PlainLetter } from '#emails/plain-letter.tsx';
import { callById } from '../../call/queries/call-facts.server.ts';
import { interestById } from '../queries/panel-seat.server.ts';

/** Tells somebody who has put their name down that the panel has enough people. */
export const sendTurnedDown: Keeper = async (context, promised) => {
  const interest = interestById(context, promised.subjectId);
  const person = interest === null ? null : personById(context, interest.personId);
  const call = interest === null ? null : callById(context, interest.callId);
  invariant(person && call, 'somebody put their name down for a call');
  const { words, language } = wordsIn(person.language);
  const text = words.panelPeople;
  return writeLetter(context, promised, {
    to: person.email,
    partnerId: call.partnerId,
    applicationId: null,
    subject: say(language, text.letterTurnedDownSubject, { call: call.title }),
    body: PlainLetter({
      language,
      title: text.letterTurnedDownTitle,
      sender: letterFoot(context, call.partnerId, language),
      before: [
        say(language, text.letterTurnedDownLead, { call: call.title }),
        text.letterTurnedDownWhy,
        text.letterTurnedDownNext,
      ],
    }),
  });
};
