import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { Mentoring } from '../queries/mentoring-of.server.ts';

/** Whether the group has said yes to the plan as it stands. */
export function Agreed({ mentoring, timeZone }: { mentoring: Mentoring; timeZone: string }) {
  const { words, language, date } = useWords();
  const { mentoring: text } = words;
  const { agreedByGroupAt, milestones } = mentoring;
  if (agreedByGroupAt === null) return <p className="soft">{text.agreedNot}</p>;
  const when = { date: date(agreedByGroupAt, timeZone) };
  const isOlder = milestones.some((milestone) => milestone.addedAt > agreedByGroupAt);
  return <p className="soft">{isOlder ? say(language, text.agreedOlder, when) : say(language, text.agreedOn, when)}</p>;
}
