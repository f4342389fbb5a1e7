import { Text } from 'react-email';
import { Letter, LetterButton, letterText } from '../letter.tsx';

export type InvitationLetterWords = {
  title: string;
  lead: string;
  work: string;
  seat: string;
  answer: string;
  button: string;
  sender: string;
};

/** @param language  BCP 47 tag of the language it is written in */
export function InvitationLetter(props: { words: InvitationLetterWords; language: string; href: string }) {
  const { words, language, href } = props;
  return (
    <Letter title={words.title} preview={words.lead} sender={words.sender} language={language}>
      <Text style={letterText}>{words.lead}</Text>
      <Text style={letterText}>{words.work}</Text>
      <Text style={letterText}>{words.seat}</Text>
      <Text style={letterText}>{words.answer}</Text>
      <LetterButton href={href}>{words.button}</LetterButton>
    </Letter>
  );
}
