import { Heading, Text } from 'react-email';
import { Letter, letterText } from '../letter.tsx';

export type DigestProps = {
  title: string;
  sender: string;
  lead: string;
  parts: readonly { title: string; lines: readonly string[]; link: { label: string; href: string } }[];
  change: string;
};

/** What is new, part by part, each with the way there. */
export function DigestLetter(props: DigestProps) {
  return (
    <Letter title={props.title} preview={props.parts[0]?.title ?? props.lead} sender={props.sender}>
      <Text style={letterText}>{props.lead}</Text>
      {props.parts.map((part) => (
        <div key={part.title}>
          <Heading as="h2" style={{ ...letterText, fontWeight: 700, margin: '24px 0 4px' }}>
            {part.title}
          </Heading>
          {part.lines.map((line) => (
            <Text key={line} style={{ ...letterText, margin: '4px 0' }}>
              {line}
            </Text>
          ))}
          <a href={part.link.href} style={{ ...letterText, color: '#0a5a55' }}>
            {part.link.label}
          </a>
        </div>
      ))}
      <Text style={{ ...letterText, fontSize: '15px' }}>{props.change}</Text>
    </Letter>
  );
}
