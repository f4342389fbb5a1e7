import { Text } from 'react-email';
import { Letter, letterText } from '../letter.tsx';

export type SignInCodeWords = { codeTitle: string; letterCodeLead: string; letterCodeNotYou: string };

export function SignInCodeLetter({ code, words }: { code: string; words: SignInCodeWords }) {
  return (
    <Letter title={words.codeTitle} preview={words.letterCodeLead} sender="Common Pot">
      <Text style={letterText}>{words.letterCodeLead}</Text>
      <Text style={{ ...letterText, fontSize: '32px', fontWeight: 700, letterSpacing: '6px', lineHeight: '44px' }}>
        {code}
      </Text>
      <Text style={letterText}>{words.letterCodeNotYou}</Text>
    </Letter>
  );
}
