import { Text } from 'react-email';
import { Letter, letterText } from '../letter.tsx';

export type SignInCodeWords = { codeTitle: string; letterCodeLead: string; letterCodeNotYou: string };

export function SignInCodeLetter(props: { code: string; words: SignInCodeWords; language: string }) {
  const { code, words, language } = props;
  return (
    <Letter title={words.codeTitle} preview={words.letterCodeLead} sender="Common Pot" language={language}>
      <Text style={letterText}>{words.letterCodeLead}</Text>
      <Text style={{ ...letterText, fontSize: '32px', fontWeight: 700, letterSpacing: '6px', lineHeight: '44px' }}>
        {code}
      </Text>
      <Text style={letterText}>{words.letterCodeNotYou}</Text>
    </Letter>
  );
}
