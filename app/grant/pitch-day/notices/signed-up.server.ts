import { paths } from '#app/paths.ts';
import { letterFoot } from '#app/people/queries/contact.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { writeLetter } from '#app/platform/messages.server.ts';
import type { Keeper, Promised } from '#app/platform/outbox.server.ts';
import { say } from '#app/words/say.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { PitchLetter } from '#emails/pitch-day/pitch-letter.tsx';
import { type SignUpLetter, signUpLetter, type TooLate } from '../queries/sign-up-letter.server.ts';
import { showBallotCode } from '../rules/ballot-code.ts';

/** The letter with a code of level C, to an address that somebody typed: it may be a stranger's, and says so. */
export const sendSignUpCode: Keeper = async (context, promised) => {
  const matter = signUpLetter(context, promised.subjectId, tooLateIn(promised.detail));
  if (matter === null) return () => undefined;
  if (matter.code === null) return writeNoneLeft(context, promised, matter);
  const { event, call } = matter;
  const { words, language, deadline } = wordsIn(matter.language);
  const { openVote } = words;
  const code = showBallotCode({ secret: matter.code, level: 'C' });
  const page = new URL(paths.booth({ pollId: event.pollId }), context.env.PUBLIC_URL);
  // After `#` no server hears it: opening the link, as scanners of mail do, uses nothing up.
  page.hash = code;
  const told = { event: event.title };
  return writeLetter(context, promised, {
    to: matter.address,
    // Whoever has the code can vote: it is for nobody's outbox page, and for no copy of the database.
    secret: true,
    turn: 'last',
    subject: say(language, openVote.letterSubject, told),
    body: PitchLetter({
      language,
      title: openVote.letterTitle,
      sender: letterFoot(context, call.partnerId, language),
      lead: say(language, openVote.letterLead, told),
      facts: [
        { name: openVote.letterCode, value: code },
        {
          name: openVote.letterUntil,
          value: say(language, openVote.letterUntilText, { end: deadline(matter.closesAt, call.timeZone) }),
        },
      ],
      after: [openVote.letterWorth, openVote.letterLink],
      button: { label: openVote.letterButton, href: page.href },
    }),
  });
};

/** Says that no code was left: whoever asked would wait for one else. The page says nothing, for it would tell who has one. */
function writeNoneLeft(context: Context, promised: Promised, { address, event, call, language: reader }: SignUpLetter) {
  const { words, language } = wordsIn(reader);
  const { openVote } = words;
  const told = { event: event.title };
  const board = new URL(paths.board({ pollId: event.pollId }), context.env.PUBLIC_URL);
  return writeLetter(context, promised, {
    to: address,
    // That somebody asked is as much hers as a code would be.
    secret: true,
    turn: 'last',
    subject: say(language, openVote.noneSubject, told),
    body: PitchLetter({
      language,
      title: openVote.signUpEmptyTitle,
      sender: letterFoot(context, call.partnerId, language),
      lead: say(language, openVote.noneLead, told),
      facts: [],
      after: [openVote.noneAfter],
      button: { label: openVote.toBoard, href: board.href },
    }),
  });
}

function tooLateIn({ eventId, sealed, language }: Promised['detail']): TooLate | null {
  if (eventId === undefined || sealed === undefined || language === undefined) return null;
  return { eventId, sealed, language };
}
