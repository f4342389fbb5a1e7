import type { Id } from '#app/kernel/id.ts';
import { paths } from '#app/paths.ts';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { CallRowOnDesk } from '../queries/call-desk.server.ts';

/** What a new call can begin with: the usual questions, or any call that was written before. */
export function StartFrom(props: {
  earlier: readonly Pick<CallRowOnDesk, 'id' | 'title' | 'state' | 'window'>[];
  chosenId: Id | null;
}) {
  const { words, language } = useWords();
  const text = words.copying;
  if (props.earlier.length === 0) return null;
  const here = (id: Id | null) => (props.chosenId === id ? 'page' : undefined);
  return (
    <nav className="card start-from" aria-labelledby="start-from">
      <h2 id="start-from">{text.title}</h2>
      <ul>
        <li>
          <a href={paths.staffNewCall()} aria-current={here(null)}>
            {text.template}
          </a>
        </li>
        {props.earlier.map(({ id, title, state, window }) => (
          <li key={id}>
            <a href={paths.staffNewCall({ from: id })} aria-current={here(id)} dir="auto">
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
