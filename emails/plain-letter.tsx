import { Text } from 'react-email';
import { Letter, LetterButton, letterText } from './letter.tsx';

export type PlainLetterProps = {
  title: string;
  sender: string;
  /** BCP 47 tag of the language it is written in; English when not said. */
  language?: string;
  /** The first one is shown beside the subject in a list of letters. */
  before: readonly string[];
  /** What somebody wrote for this group, with its line breaks. */
  quote?: string;
  after?: readonly string[];
  button?: { label: string; href: string };
};

/** What it is, what somebody wrote, and what to do: all that most letters of awards and mentoring need. */
export function PlainLetter(props: PlainLetterProps) {
  return (
    <Letter
      title={props.title}
      preview={props.before[0] ?? props.title}
      sender={props.sender}
      language={props.language ?? 'en'}
    >
      {props.before.map((sentence) => (
        <Text key={sentence} style={{ ...letterText, whiteSpace: 'pre-line' }}>
          {sentence}
        </Text>
      ))}
      {props.quote !== undefined && (
        <Text style={{ ...letterText, fontWeight: 650, whiteSpace: 'pre-line' }}>{props.quote}</Text>
      )}
      {(props.after ?? []).map((sentence) => (
        <Text key={sentence} style={letterText}>
          {sentence}
        </Text>
      ))}
      {props.button !== undefined && <LetterButton href={props.button.href}>{props.button.label}</LetterButton>}
    </Letter>
  );
}
