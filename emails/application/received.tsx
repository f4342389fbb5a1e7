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
    </Letter>
  );
}
