import type { ReactNode } from 'react';
import type { Id } from '#app/kernel/id.ts';
import { Hidden } from '#app/ui/fields.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';

/** One entry of a list that a manager puts in order, with buttons that work without scripts. */
export function OrderedEntry(props: {
  id: Id;
  label: string;
  place: number;
  count: number;
  edit: string;
  editLabel: string;
  children: ReactNode;
}) {
  const { words, language } = useWords();
  const { label } = props;
  return (
    <li className="card" id={props.id}>
      <h2 dir="auto">{label}</h2>
      {props.children}
      <form method="post" className="row">
        <Hidden name="id" value={props.id} />
        <a className="button second small" href={props.edit}>
          <span aria-hidden="true">{words.callDesk.questionEdit}</span>
          <span className="quiet">{props.editLabel}</span>
        </a>
        {props.place > 1 && (
          <button type="submit" className="button link small" name="direction" value="up">
            <span className="arrow up" aria-hidden="true">
              {words.callDesk.moveUp}
            </span>
            <span className="quiet">{say(language, words.callDesk.moveUpOf, { label })}</span>
          </button>
        )}
        {props.place < props.count && (
          <button type="submit" className="button link small" name="direction" value="down">
            <span className="arrow down" aria-hidden="true">
              {words.callDesk.moveDown}
            </span>
            <span className="quiet">{say(language, words.callDesk.moveDownOf, { label })}</span>
          </button>
        )}
      </form>
    </li>
  );
}
