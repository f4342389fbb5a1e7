import type { Id } from '#app/kernel/id.ts';
import { paths } from '#app/paths.ts';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { CallRowOnDesk } from '../queries/call-desk.server.ts';
import { STRANDS, type Strand } from '../rules/draft.ts';

/** What a new call can begin with: the template of a strand, or any call that was written before. */
export function StartFrom(props: {
  earlier: readonly Pick<CallRowOnDesk, 'id' | 'title' | 'state' | 'window'>[];
  chosenId: Id | null;
  /** Whose template is shown, unless an earlier call is. */
  strand: Strand;
}) {
  const { words, language } = useWords();
  const text = words.copying;
  const isChosen = (is: boolean) => (is ? 'page' : undefined);
  return (
    <nav className="card start-from" aria-labelledby="start-from">
      <h2 id="start-from">{text.title}</h2>
      <ul>
        {STRANDS.map((strand) => (
          <li key={strand}>
            <a
              href={paths.staffNewCall({ strand })}
              aria-current={isChosen(props.chosenId === null && strand === props.strand)}
            >
              {say(language, text.template, { strand: words.call.strands[strand] })}
            </a>
          </li>
        ))}
        {props.earlier.map(({ id, title, state, window }) => (
          <li key={id}>
            <a href={paths.staffNewCall({ from: id })} aria-current={isChosen(props.chosenId === id)} dir="auto">
              {say(language, text.earlier, {
                title,
                state: state === 'draft' ? words.callDesk.draft : words.call.windowStates[window],
              })}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
