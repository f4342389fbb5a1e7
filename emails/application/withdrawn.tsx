import { Text } from 'react-email';
import { Letter, letterText } from '../letter.tsx';

export function WithdrawnLetter(props: {
  title: string;
  lead: string;
  again: string | null;
  notYou: string;
  sender: string;
  language: string;
}) {
  return (
    <Letter title={props.title} preview={props.lead} sender={props.sender} language={props.language}>
      <Text style={letterText}>{props.lead}</Text>
      {props.again !== null && <Text style={letterText}>{props.again}</Text>}
      <Text style={letterText}>{props.notYou}</Text>
    </Letter>
  );
}
