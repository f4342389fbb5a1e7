import { sendsEmail } from '#app/platform/channels.ts';
import { writeLetter, writeSecretText } from '#app/platform/messages.server.ts';
import type { Keeper } from '#app/platform/outbox.server.ts';
import { say } from '#app/words/say.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { SignInCodeLetter } from '#emails/people/sign-in-code.tsx';
import { personById } from './queries/people.server.ts';

const MASK = '••••••';

/**
 * Sends the code. Without a way out the kept message masks it, because whoever reads the outbox could otherwise
 * sign in as anybody; the code goes to the console of the person who runs the machine.
 */
export const sendSignInCode: Keeper = async (context, promised) => {
  const { email = '', sealedCode = '', language: asked = 'en' } = promised.detail;
  const code = context.secrets.open(sealedCode, 'sign-in-code');
  const { words, language } = wordsIn(asked);
  const hasPost = sendsEmail(context.env);
  if (!hasPost && !context.env.DEMO) process.stdout.write(`Sign-in code for ${email}: ${code}\n`);
  return writeLetter(context, promised, {
    to: email,
    subject: say(language, words.people.letterCodeSubject, { code: hasPost ? code : MASK }),
    body: SignInCodeLetter({ code: hasPost ? code : MASK, words: words.people, language }),
    secret: true,
    turn: 'first',
  });
};

/** Sends the code that shows a telephone is in the right hands. */
export const sendPhoneCode: Keeper = async (context, promised) => {
  const { number = '', sealedCode = '' } = promised.detail;
  const { words, language } = wordsIn(personById(context, promised.subjectId)?.language ?? 'en');
  const code = context.secrets.open(sealedCode, 'phone-code');
  const text = say(language, words.phone.codeText, { code, product: words.common.product });
  return writeSecretText(context, promised, number, text);
};
