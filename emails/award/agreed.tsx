import { Heading, Text } from 'react-email';
import { Letter, LetterButton, letterText } from '../letter.tsx';

export type AgreedLetterProps = {
  title: string;
  sender: string;
  lead: string;
  agreement: { title: string; parts: readonly { heading: string; points: readonly string[] }[] };
  fingerprint: string;
  button: { label: string; href: string };
};

/** The agreement itself, so that the group has its copy without signing in. */
export function AgreedLetter(props: AgreedLetterProps) {
  return (
    <Letter title={props.title} preview={props.lead} sender={props.sender}>
      <Text style={letterText}>{props.lead}</Text>
      <Heading as="h2" style={{ ...letterText, fontSize: '20px', fontWeight: 700 }}>
        {props.agreement.title}
      </Heading>
      {props.agreement.parts.map((part) => (
        <div key={part.heading}>
          <Heading as="h3" style={{ ...letterText, fontWeight: 700, margin: '16px 0 4px' }}>
            {part.heading}
          </Heading>
          <ul style={{ ...letterText, margin: 0, paddingLeft: '20px', paddingRight: '20px' }}>
            {part.points.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
        </div>
      ))}
      <Text style={{ ...letterText, color: '#4d575e', fontSize: '13px', wordBreak: 'break-all' }}>
        {props.fingerprint}
      </Text>
      <LetterButton href={props.button.href}>{props.button.label}</LetterButton>
    </Letter>
  );
}
