import { invariant } from '#app/kernel/invariant.ts';
import { letterFoot } from '#app/people/queries/contact.server.ts';
import { writeLetter } from '#app/platform/messages.server.ts';
import type { Keeper } from '#app/platform/outbox.server.ts';
import { say } from '#app/words/say.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { PlainLetter } from '#emails/plain-letter.tsx';
import { callById } from '../../call/queries/call-facts.server.ts';
import { windowOf } from '../../call/rules/window.ts';
import { applicationCard } from '../queries/application-card.server.ts';
import { neutralLetter } from '../queries/neutral-letter.server.ts';
import { entryAftermath, readerOfEntry } from '../queries/staff-entries.server.ts';

/** Tells somebody that what staff wrote down for them was taken back, by whom and why. */
export const tellTakenBack: Keeper = async (context, promised) => {
  const card = applicationCard(context, promised.subjectId);
  const call = card === null ? null : callById(context, card.callId);
  const reader = card === null ? null : readerOfEntry(context, card);
  const { takenBack } = entryAftermath(context, promised.subjectId);
  invariant(card !== null && call !== null && reader !== null && takenBack !== null, 'what was taken back is kept');
  const { words, language, deadline } = wordsIn(reader.language);
  const text = words.writtenDown;
  const again = say(language, words.application.letterWithdrawnNew, { closes: deadline(call.closesAt, call.timeZone) });
  return writeLetter(context, promised, {
    to: reader.email,
    neutral: neutralLetter(context, card.id),
    subject: say(language, text.letterBackSubject, { reference: card.reference }),
    partnerId: call.partnerId,
    applicationId: card.id,
    body: PlainLetter({
      title: text.letterBackTitle,
      before: [
        say(language, text.letterBackLead, { name: reader.name, staff: takenBack.by, reference: card.reference }),
        text.letterBackWhy,
      ],
      quote: takenBack.reason,
      after: [text.letterBackNext, ...(windowOf(call, context.now) === 'open' ? [again] : [])],
      sender: letterFoot(context, call.partnerId, language),
      language,
    }),
  });
};
