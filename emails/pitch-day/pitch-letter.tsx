import { Text } from 'react-email';
import { Letter, LetterButton, letterText } from '../letter.tsx';

export type PitchLetterProps = {
  readonly title: string;
  /** BCP 47 tag of the language it is written in; English when not said. */
  readonly language?: string;
  readonly sender: string;
  readonly lead: string;
  /** When, where, how one gets in, which place: what somebody looks up again at the bus stop. */
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  readonly after: readonly string[];
  readonly button: { readonly label: string; readonly href: string };
};

/** Where to be, when, and in which place: the invitation to a pitch, and the plan again when it has changed. */
export function PitchLetter(props: PitchLetterProps) {
  return (
    <Letter title={props.title} preview={props.lead} sender={props.sender} language={props.language ?? 'en'}>
      <Text style={letterText}>{props.lead}</Text>
      {props.facts.map((fact) => (
        <Text key={fact.name} style={{ ...letterText, whiteSpace: 'pre-line' }}>
          <strong>{fact.name}</strong>
          <br />
          {fact.value}
        </Text>
      ))}
      {props.after.map((sentence) => (
        <Text key={sentence} style={letterText}>
          {sentence}
        </Text>
      ))}
      <LetterButton href={props.button.href}>{props.button.label}</LetterButton>
    </Letter>
  );
}
