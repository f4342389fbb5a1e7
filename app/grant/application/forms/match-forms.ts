import { z } from 'zod';
import { inEachLanguage } from '#app/words/use-words.ts';

const id = z.string().max(40).default('');

export const consentForm = inEachLanguage(({ words: { matchMaking } }) =>
  z.object({ consent: z.literal('on', matchMaking.consentNeeded) }),
);

/** The words are judged by the rule, so that a message that is too long comes back whole. */
export const askForm = z.object({ requestId: id, toId: id, message: z.string().max(5_000).default('') });
/** The second is drawn with the page, for the one button that makes an invitation of it. */
export const requestForm = z.object({ requestId: id, invitationId: id });
