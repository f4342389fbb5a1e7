import { Text } from 'react-email';
import { Letter, LetterButton, letterText } from '../letter.tsx';

export type ScoringOpenedWords = { title: string; lead: string; conflicts: string; button: string; sender: string };

export function ScoringOpenedLetter({ words, href }: { words: ScoringOpenedWords; href: string }) {
  return (
    <Letter title={words.title} preview={words.lead} sender={words.sender}>
      <Text style={letterText}>{words.lead}</Text>
      <Text style={letterText}>{words.conflicts}</Text>
      <LetterButton href={href}>{words.button}</LetterButton>
    </Letter>
  );
}
