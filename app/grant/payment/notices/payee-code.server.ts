import { invariant } from '#app/kernel/invariant.ts';
import { personById } from '#app/people/queries/people.server.ts';
import { sendsEmail } from '#app/platform/channels.ts';
import { writeLetter } from '#app/platform/messages.server.ts';
import type { Keeper } from '#app/platform/outbox.server.ts';
import { say } from '#app/words/say.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { SignInCodeLetter } from '#emails/people/sign-in-code.tsx';

const MASK = '••••••';

/**
 * Sends a code about a payee to a mailbox. Without a way out the kept letter masks it, and the code goes to the console of
 * the person who runs the machine, as codes to sign in with do.
 */
export const sendPayeeCodeLetter: Keeper = async (context, promised) => {
  const { personId = '', sealedCode = '' } = promised.detail;
  const reader = personById(context, personId);
  invariant(reader !== null, 'a code goes to a person');
  const code = context.secrets.open(sealedCode, 'payee-code');
  const { words, language } = wordsIn(reader.language);
  const text = words.payee;
  const hasPost = sendsEmail(context.env);
  if (!hasPost && !context.env.DEMO) process.stdout.write(`Code about bank details for ${reader.email}: ${code}\n`);
  const shown = hasPost ? code : MASK;
  return writeLetter(context, promised, {
    to: reader.email,
    subject: say(language, text.letterCodeSubject, { code: shown }),
    secret: true,
    turn: 'first',
    body: SignInCodeLetter({
      code: shown,
      language,
      words: {
        codeTitle: text.letterCodeTitle,
        letterCodeLead: text.letterCodeLead,
        letterCodeNotYou: text.letterCodeNotYou,
      },
    }),
  });
};
