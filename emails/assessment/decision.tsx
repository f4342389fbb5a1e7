import { Fragment } from 'react';
import { Heading, Text } from 'react-email';
import { Letter, LetterButton, letterText } from '../letter.tsx';

export type DecisionLetterProps = {
  title: string;
  /** Plain words as somebody wrote them: paragraphs apart by an empty line, lines by a line break. */
  body: string;
  /** Where all of it can be read, or the one thing to do next. */
  button: { readonly label: string; readonly href: string };
  /** What reviewers wrote; null when it comes on another day, or there is none. */
  feedback: { readonly title: string; readonly lead: string; readonly text: string } | null;
  sender: string;
  language: string;
};

/** The answer to a group, in the words two people have agreed on. */
export function DecisionLetter({ title, body, button, feedback, sender, language }: DecisionLetterProps) {
  const paragraphs = paragraphsOf(body);
  return (
    <Letter title={title} preview={paragraphs[0] ?? title} sender={sender} language={language}>
      <Paragraphs texts={paragraphs} />
      <LetterButton href={button.href}>{button.label}</LetterButton>
      {feedback !== null && (
        <>
          <Heading as="h2" style={{ ...letterText, fontSize: '20px', fontWeight: 650 }}>
            {feedback.title}
          </Heading>
          <Text style={letterText}>{feedback.lead}</Text>
          <Paragraphs texts={paragraphsOf(feedback.text)} />
        </>
      )}
    </Letter>
  );
}

function Paragraphs({ texts }: { texts: readonly string[] }) {
  return texts.map((text) => (
    <Text key={text} dir="auto" style={letterText}>
      {text.split('\n').map((line, place) => (
        <Fragment key={line}>
          {place > 0 && <br />}
          <bdi>{line}</bdi>
        </Fragment>
      ))}
    </Text>
  ));
}

function paragraphsOf(text: string): string[] {
  return text.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== '');
}
