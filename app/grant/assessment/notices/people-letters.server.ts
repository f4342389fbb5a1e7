import { invariant } from '#app/kernel/invariant.ts';
import { paths } from '#app/paths.ts';
import { letterFoot } from '#app/people/queries/contact.server.ts';
import { personById } from '#app/people/queries/people.server.ts';
import { writeLetter } from '#app/platform/messages.server.ts';
import type { Keeper } from '#app/platform/outbox.server.ts';
import { say } from '#app/words/say.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { PlainLetter } from '#emails/plain-letter.tsx';
import { callById } from '../../call/queries/call-facts.server.ts';
import { missingSheets, scoresDueOf } from '../queries/missing-sheets.server.ts';
import { interestById, isPanelClosed, panelSeat } from '../queries/panel-seat.server.ts';

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

/** Reminds a member of what is missing, unless they have finished, left or are too late in the meantime. */
export const sendPanelReminder: Keeper = async (context, promised) => {
  const seat = panelSeat(context, promised.subjectId);
  const person = seat === null ? null : personById(context, seat.personId);
  const call = seat === null ? null : callById(context, seat.callId);
  invariant(person && call, 'a seat belongs to a person and a call');
  const left = missingSheets(context, call.id).find(({ memberId }) => memberId === promised.subjectId);
  if (left === undefined || left.missing === 0 || isPanelClosed(context, call.id)) return () => undefined;
  const { words, language, deadline } = wordsIn(person.language);
  const text = words.panelReminders;
  const dueAt = scoresDueOf(context, call.id);
  const ends =
    dueAt === null
      ? []
      : context.now >= dueAt
        ? [text.letterOver]
        : [say(language, text.letterEnds, { when: deadline(dueAt, call.timeZone) })];
  return writeLetter(context, promised, {
    to: person.email,
    partnerId: call.partnerId,
    applicationId: null,
    subject: say(language, text.letterSubject, { call: call.title }),
    body: PlainLetter({
      language,
      title: text.letterTitle,
      sender: letterFoot(context, call.partnerId, language),
      before: [
        say(language, text.letterLead, { name: person.name, call: call.title }),
        say(language, text.letterMissing, { missing: left.missing, done: left.handedIn }),
        ...(left.hasDeclared ? [] : [text.letterDeclare]),
        ...ends,
      ],
      after: [text.letterLess],
      button: {
        label: text.letterButton,
        href: new URL(paths.panelCall({ callId: call.id }), context.env.PUBLIC_URL).href,
      },
    }),
  });
};
