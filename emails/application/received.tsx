import { Text } from 'react-email';
import { Letter, LetterButton, letterText } from '../letter.tsx';

export function ReceivedLetter(props: {
  title: string;
  lead: string;
  reference: string;
  next: string;
  change: string;
  button: string;
  href: string;
  /** Questions that may be left out: asked after what matters, and never as a button. */
  equality: { text: string; link: string; href: string };
  sender: string;
  language: string;
}) {
  return (
    <Letter title={props.title} preview={props.reference} sender={props.sender} language={props.language}>
      <Text style={letterText}>{props.lead}</Text>
      <Text style={{ ...letterText, fontWeight: 700 }}>{props.reference}</Text>
      <Text style={letterText}>{props.next}</Text>
      <Text style={letterText}>{props.change}</Text>
      <LetterButton href={props.href}>{props.button}</LetterButton>
      <Text style={{ ...letterText, marginTop: '24px' }}>
        {props.equality.text}{' '}
        <a href={props.equality.href} style={{ color: '#0a5a55' }}>
          {props.equality.link}
        </a>
      </Text>
    </Letter>
  );
}
