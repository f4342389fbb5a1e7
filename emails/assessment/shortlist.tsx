import { Text } from 'react-email';
import { Letter, letterText } from '../letter.tsx';

export type ShortlistLetterWords = { title: string; lead: string; reason: string; next: string; sender: string };

/** Yes or no: the reason is always there, in the words of whoever decided. */
export function ShortlistLetter({ words }: { words: ShortlistLetterWords }) {
  return (
    <Letter title={words.title} preview={words.lead} sender={words.sender}>
      <Text style={letterText}>{words.lead}</Text>
      <Text style={{ ...letterText, whiteSpace: 'pre-line' }}>{words.reason}</Text>
      <Text style={letterText}>{words.next}</Text>
    </Letter>
  );
}
