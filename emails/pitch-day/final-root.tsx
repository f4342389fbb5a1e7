import { Text } from 'react-email';
import { Letter, LetterButton, letterText } from '../letter.tsx';

export type FinalRootWords = {
  readonly title: string;
  readonly lead: string;
  readonly keep: string;
  readonly inFull: string;
  readonly button: string;
  readonly sender: string;
};

/** The seal of a vote, sent before anyone knows the result: whoever keeps it can prove later that nothing changed. */
export function FinalRootLetter(props: {
  seal: readonly string[];
  root: string;
  href: string;
  /** BCP 47 tag of the words around the seal, which is English on every screen. */
  language: string;
  words: FinalRootWords;
}) {
  const { words } = props;
  return (
    <Letter title={words.title} preview={words.lead} sender={words.sender} language={props.language}>
      <Text style={letterText}>{words.lead}</Text>
      <Text lang="en" dir="ltr" style={{ ...letterText, fontSize: '24px', fontWeight: 700, lineHeight: '36px' }}>
        {props.seal.join(' ')}
      </Text>
      <Text style={letterText}>{words.keep}</Text>
      <Text style={letterText}>
        {words.inFull}
        <br />
        <code dir="ltr" style={{ fontSize: '14px', wordBreak: 'break-all' }}>
          {props.root}
        </code>
      </Text>
      <LetterButton href={props.href}>{words.button}</LetterButton>
    </Letter>
  );
}
