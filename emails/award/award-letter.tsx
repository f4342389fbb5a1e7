import { Text } from 'react-email';
import { Letter, LetterButton, letterText } from '../letter.tsx';

export type AwardLetterProps = {
  title: string;
  sender: string;
  /** The first one is shown beside the subject in a list of letters. */
  before: readonly string[];
  /** What somebody wrote for this group, with its line breaks. */
  quote?: string;
  after?: readonly string[];
  button?: { label: string; href: string };
};

/** An offer, a place on the reserve list or the reason why not: what it is, what somebody wrote, what to do. */
export function AwardLetter(props: AwardLetterProps) {
  return (
    <Letter title={props.title} preview={props.before[0] ?? props.title} sender={props.sender}>
      {props.before.map((sentence) => (
        <Text key={sentence} style={letterText}>
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
