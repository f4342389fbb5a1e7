import { z } from 'zod';
import { inEachLanguage } from '#app/words/use-words.ts';

/** What somebody types who has no code. */
export const signUpForms = inEachLanguage(({ words }) => {
  const { signUpEmailWrong } = words.openVote;
  return z.object({
    email: z.string(signUpEmailWrong).trim().max(254, signUpEmailWrong).pipe(z.email(signUpEmailWrong)),
  });
});
