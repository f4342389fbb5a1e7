import { Fragment } from 'react';
import { Text } from 'react-email';
import { Letter, LetterButton, letterText } from '../letter.tsx';

export type CallChangedProps = {
  title: string;
  lead: string;
  /** What each change is about, what was there and what is there now. */
  changes: readonly { what: string; said: readonly string[] }[];
  next: string;
  button: { label: string; href: string };
  all: { label: string; href: string };
  sender: string;
  language: string;
};

/** Tells an applicant what changed in a call, and what to do next. */
export function CallChangedLetter(props: CallChangedProps) {
  return (
    <Letter title={props.title} preview={props.lead} sender={props.sender} language={props.language}>
      <Text style={letterText}>{props.lead}</Text>
      {props.changes.map(({ what, said }) => (
        <Text key={what} style={letterText}>
          <strong>{what}</strong>
          {said.map((line) => (
            <Fragment key={line}>
              <br />
              <span style={{ whiteSpace: 'pre-line' }}>{line}</span>
            </Fragment>
          ))}
        </Text>
      ))}
      <Text style={letterText}>{props.next}</Text>
      <LetterButton href={props.button.href}>{props.button.label}</LetterButton>
      <Text style={letterText}>
        <a href={props.all.href}>{props.all.label}</a>
      </Text>
    </Letter>
  );
}
