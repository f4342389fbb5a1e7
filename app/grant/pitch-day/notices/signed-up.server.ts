import { paths } from '#app/paths.ts';
import { letterFoot } from '#app/people/queries/contact.server.ts';
import { writeLetter } from '#app/platform/messages.server.ts';
import type { Keeper } from '#app/platform/outbox.server.ts';
import { say } from '#app/words/say.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { PitchLetter } from '#emails/pitch-day/pitch-letter.tsx';
import { signUpLetter } from '../queries/sign-up-letter.server.ts';
import { showBallotCode } from '../rules/ballot-code.ts';

/** The letter with a code of level C, to an address that somebody typed: it may be a stranger's, and says so. */
export const sendSignUpCode: Keeper = async (context, promised) => {
  const matter = signUpLetter(context, promised.subjectId);
  if (matter === null) return () => undefined;
  const { event, call } = matter;
  const { words, language, date } = wordsIn(matter.language);
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
          value: say(language, openVote.letterUntilText, { date: date(event.startsAt, call.timeZone) }),
        },
      ],
      after: [openVote.letterWorth, openVote.letterLink],
      button: { label: openVote.letterButton, href: page.href },
    }),
  });
};
