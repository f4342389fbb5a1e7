import { Text } from 'react-email';
import { Letter, LetterButton, letterText } from '../letter.tsx';

export type ScoringOpenedWords = { title: string; lead: string; conflicts: string; button: string; sender: string };

/** @param language  BCP 47 tag of the language it is written in */
export function ScoringOpenedLetter(props: { words: ScoringOpenedWords; language: string; href: string }) {
  const { words, language, href } = props;
  return (
    <Letter title={words.title} preview={words.lead} sender={words.sender} language={language}>
      <Text style={letterText}>{words.lead}</Text>
      <Text style={letterText}>{words.conflicts}</Text>
      <LetterButton href={href}>{words.button}</LetterButton>
    </Letter>
  );
}
