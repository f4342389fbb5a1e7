import { CallText } from '#app/ui/call-text.tsx';
import { linesOf } from '../rules/lines.ts';

/** What a manager typed with one point a line, as a list; what the portal itself promises comes last. */
export function WrittenList(props: { text: string; promise?: string }) {
  return (
    <ul className="ticks">
      {linesOf(props.text).map((line) => (
        <li key={line}>
          <CallText text={line} />
        </li>
      ))}
      {props.promise !== undefined && <li>{props.promise}</li>}
    </ul>
  );
}
