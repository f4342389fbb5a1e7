import { linesOf } from '../rules/lines.ts';

/** What a manager typed with one point a line, as a list. */
export function WrittenList(props: { text: string; className?: string }) {
  return (
    <ul className={props.className ?? 'ticks'}>
      {linesOf(props.text).map((line) => (
        <li key={line} dir="auto">
          {line}
        </li>
      ))}
    </ul>
  );
}
