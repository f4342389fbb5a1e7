import { Text } from 'react-email';
import { Letter, LetterButton, letterText } from '../letter.tsx';

/** News of a grant's money: what happened, one line after the other, and where to see it. */
export function MoneyLetter(props: {
  title: string;
  lines: readonly string[];
  button: string;
  href: string;
  sender: string;
}) {
  return (
    <Letter title={props.title} preview={props.lines[0] ?? props.title} sender={props.sender}>
      {props.lines.map((line) => (
        <Text key={line} style={letterText}>
          {line}
        </Text>
      ))}
      <LetterButton href={props.href}>{props.button}</LetterButton>
    </Letter>
  );
}
