import { Text } from 'react-email';
import { Letter, LetterButton, letterText } from '../letter.tsx';

export type DatesNearProps = {
  title: string;
  lead: string;
  sender: string;
  /** Each date with what to do before it. */
  dates: readonly { date: string; next: string }[];
  button: { label: string; href: string };
};

/** Tells a manager which dates of a call are near. */
export function DatesNearLetter(props: DatesNearProps) {
  return (
    <Letter title={props.title} preview={props.lead} sender={props.sender}>
      <Text style={letterText}>{props.lead}</Text>
      {props.dates.map(({ date, next }) => (
        <Text key={date} style={letterText}>
          <strong>{date}</strong>
          <br />
          {next}
        </Text>
      ))}
      <LetterButton href={props.button.href}>{props.button.label}</LetterButton>
    </Letter>
  );
}
