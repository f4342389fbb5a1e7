import { Text } from 'react-email';
import { Letter, LetterButton, letterText } from '../letter.tsx';

export type DraftUnfinishedProps = {
  language: string;
  title: string;
  sender: string;
  before: readonly string[];
  todo: string;
  lines: readonly string[];
  after: readonly string[];
  button: { label: string; href: string };
};

/** Reminds of a draft: what is left to do, and that nobody has to. */
export function DraftUnfinishedLetter(props: DraftUnfinishedProps) {
  return (
    <Letter
      title={props.title}
      preview={props.before[1] ?? props.title}
      sender={props.sender}
      language={props.language}
    >
      {props.before.map((sentence) => (
        <Text key={sentence} style={letterText}>
          {sentence}
        </Text>
      ))}
      <Text style={{ ...letterText, fontWeight: 650, marginBottom: 0 }}>{props.todo}</Text>
      {props.lines.length > 0 && (
        <ul style={{ ...letterText, marginTop: '4px', paddingInlineStart: '24px' }}>
          {props.lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <LetterButton href={props.button.href}>{props.button.label}</LetterButton>
      {props.after.map((sentence) => (
        <Text key={sentence} style={letterText}>
          {sentence}
        </Text>
      ))}
    </Letter>
  );
}
