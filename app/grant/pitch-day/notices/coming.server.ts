import { paths } from '#app/paths.ts';
import { letterFoot } from '#app/people/queries/contact.server.ts';
import { writeLetter } from '#app/platform/messages.server.ts';
import type { Keeper } from '#app/platform/outbox.server.ts';
import { dayFacts } from '#app/words/day-facts.ts';
import { languageName } from '#app/words/language-name.ts';
import { say } from '#app/words/say.ts';
import { type WaysToSay, wordsIn } from '#app/words/use-words.ts';
import { PitchLetter } from '#emails/pitch-day/pitch-letter.tsx';
import { type PartyMatter, partyMatter } from '../queries/party-matter.server.ts';

/**
 * Tells a party how it stands, in its own language. What is written is how it stands when the letter is: somebody who
 * cancelled before a letter about places was written is not told of places.
 */
export const tellParty: Keeper = async (context, promised) => {
  const matter = partyMatter(context, promised.subjectId);
  const about = promised.detail.about ?? '';
  // Names may be erased, and a telephone has no letters.
  const email = matter?.details.email ?? null;
  if (matter === null || email === null || isOvertaken(matter, about)) return () => undefined;
  const { party, event, offer, call, key } = matter;
  const ways = wordsIn(party.language);
  const { words, language, deadline, date } = ways;
  const { coming } = words;
  const text = coming.letters[kindOf(matter, about)];
  const told = { people: party.people, event: event.title, date: date(event.startsAt, call.timeZone) };
  const href = (path: string) => new URL(path, context.env.PUBLIC_URL).href;
  return writeLetter(context, promised, {
    to: email,
    // The link in it is a key: it is for nobody's outbox page, and for no copy of the database.
    secret: true,
    subject: say(language, text.subject, told),
    body: PitchLetter({
      language,
      title: say(language, text.title, told),
      sender: letterFoot(context, call.partnerId, language),
      lead: say(language, text.lead, told),
      facts: [...dayFacts(ways, { event, offer, timeZone: call.timeZone }), ...wishFacts(ways, matter)],
      after: [
        ...(about === 'again' ? [coming.letterAgain] : []),
        ...(party.state === 'coming' && party.sayNoBy !== null && context.now < party.sayNoBy
          ? [say(language, coming.letterSayNo, { when: deadline(party.sayNoBy, call.timeZone) })]
          : []),
        coming.letterCannot,
        say(language, coming.letterCalendar, { url: href(paths.callPitchDayCalendar({ slug: call.slug })) }),
        coming.letterKeep,
      ],
      button: { label: coming.letterButton, href: href(paths.coming({ key })) },
    }),
  });
};

/** Whether a letter would come too late to be true. */
function isOvertaken({ party, isOver }: PartyMatter, about: string): boolean {
  if (isOver) return true;
  if (about === 'near' || about === 'moved-up') return party.state !== 'coming';
  return about === 'signed-up' && party.state === 'cancelled';
}

function kindOf({ party }: PartyMatter, about: string) {
  if (about === 'moved-up') return 'moved';
  if (about === 'near') return 'near';
  return about === 'plan-changed' ? 'changed' : party.state;
}

function wishFacts({ words }: WaysToSay, { party }: PartyMatter) {
  const { coming } = words;
  return [
    { name: coming.people, value: String(party.people) },
    ...(party.interpreter === null ? [] : [{ name: coming.interpreter, value: languageName(party.interpreter) }]),
    ...(party.children === 0 ? [] : [{ name: coming.children, value: String(party.children) }]),
  ];
}
