import { Link, Text } from 'react-email';
import { Letter, LetterButton, letterText } from '../letter.tsx';

/** What a check found: why, in the words of the call and of its staff, and where else to go. */
export function EligibilityLetter(props: {
  title: string;
  preview: string;
  lead: string;
  text: readonly string[];
  rules: readonly { sentence: string; advice: string; links: readonly { label: string; href: string }[] }[];
  note: string;
  answer: string;
  button: string;
  href: string;
  sender: string;
  /** BCP 47 tag of the language it is written in. */
  language: string;
}) {
  return (
    <Letter title={props.title} preview={props.preview} sender={props.sender} language={props.language}>
      <Text style={letterText}>{props.lead}</Text>
      {props.text.map((sentence) => (
        <Text key={sentence} style={letterText}>
          {sentence}
        </Text>
      ))}
      {props.note !== '' && (
        <Text style={{ ...letterText, fontWeight: 650, whiteSpace: 'pre-line' }}>{props.note}</Text>
      )}
      {props.rules.map(({ sentence, advice, links }) => (
        <div key={sentence}>
          <Text style={letterText}>{sentence}</Text>
          {advice !== '' && <Text style={{ ...letterText, whiteSpace: 'pre-line' }}>{advice}</Text>}
          {links.map(({ label, href }) => (
            <Text key={href} style={letterText}>
              <Link href={href}>{label}</Link>
            </Text>
          ))}
        </div>
      ))}
      <Text style={letterText}>{props.answer}</Text>
      <LetterButton href={props.href}>{props.button}</LetterButton>
    </Letter>
  );
}
