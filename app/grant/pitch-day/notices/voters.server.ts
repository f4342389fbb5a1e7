import { paths } from '#app/paths.ts';
import { letterFoot } from '#app/people/queries/contact.server.ts';
import { writeLetter } from '#app/platform/messages.server.ts';
import type { Keeper } from '#app/platform/outbox.server.ts';
import { say } from '#app/words/say.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { PitchLetter } from '#emails/pitch-day/pitch-letter.tsx';
import { voterLetter } from '../queries/voter-letter.server.ts';
import { showLetterCode } from '../rules/letter-code.ts';

/**
 * The letter to somebody on the roll. The code stands in the address after `#`, which no server hears: opening the link,
 * as scanners of mail do, uses nothing up.
 */
export const inviteVoter: Keeper = async (context, promised) => {
  const matter = voterLetter(context, promised.subjectId);
  if (matter === null) return () => undefined;
  const { event, call, voter, hasDirectCodes } = matter;
  const { words, language, date, dateTime } = wordsIn(matter.language);
  const { remoteVote } = words;
  const code = showLetterCode(matter.code);
  const told = { event: event.title, date: date(event.startsAt, call.timeZone) };
  const page = new URL(paths.votingPass({ pollId: event.pollId }), context.env.PUBLIC_URL);
  page.hash = code;
  return writeLetter(context, promised, {
    to: voter.address,
    // Whoever has the code can vote: it is for nobody's outbox page, and for no copy of the database.
    secret: true,
    subject: say(language, remoteVote.letterSubject, told),
    body: PitchLetter({
      language,
      title: remoteVote.letterTitle,
      sender: letterFoot(context, call.partnerId, language),
      lead: say(language, remoteVote.letterLead, told),
      facts: [
        { name: remoteVote.letterFrom, value: code },
        { name: remoteVote.letterAsk, value: remoteVote.letterAskText },
        {
          name: remoteVote.letterVotes,
          value: say(language, remoteVote.letterVotesText, { date: dateTime(event.startsAt, call.timeZone) }),
        },
      ],
      after: [...(hasDirectCodes ? [remoteVote.letterCodeAlone] : []), remoteVote.letterSecret],
      button: { label: remoteVote.letterButton, href: page.href },
    }),
  });
};
