import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import { DETAILS } from '../rules/draft-feedback.ts';

type HelpedWith = { readonly what: string; readonly name: string; readonly lastAt: Instant };

/** Who from outside the group wrote where, and when last. Nothing where nobody did. */
export function WhoHelped(props: {
  saves: readonly HelpedWith[];
  questions: readonly { readonly id: Id; readonly label: string }[];
  timeZone: string;
}) {
  const { words, language, dateTime } = useWords();
  const text = words.help;
  if (props.saves.length === 0) return null;
  const label = (what: string) =>
    what === DETAILS ? text.helpedDetails : (props.questions.find(({ id }) => id === what)?.label ?? '');
  return (
    <section>
      <h2>{text.helpedTitle}</h2>
      <ul>
        {props.saves.map(({ what, name, lastAt }) => (
          <li key={`${what} ${name}`} dir="auto">
            {say(language, text.helpedLine, { name, what: label(what), when: dateTime(lastAt, props.timeZone) })}
          </li>
        ))}
      </ul>
      <p className="soft">{text.helpedNote}</p>
    </section>
  );
}
