import { plainDigits } from '#app/kernel/digits.ts';
import { HOUR, type Instant, MINUTE } from '#app/kernel/instant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';

export const CODE_GOOD_FOR = 10 * MINUTE;
export const WRONG_TRIES_MAX = 5;
export const CODES_PER_HOUR_MAX = 5;

export type SentCode = {
  readonly codeHash: string;
  readonly wrongTries: number;
  readonly expiresAt: Instant;
  readonly usedAt: Instant | null;
};

export type CodeRefusal = 'no-code' | 'code-expired' | 'too-many-tries' | 'wrong-code';

/** Decides whether the typed code signs its sender in; only the newest code that was sent counts. */
export function decideSignIn(
  sent: SentCode | null,
  typedHash: string,
  now: Instant,
): Outcome<'signed-in', CodeRefusal> {
  if (sent === null || sent.usedAt !== null) return refused('no-code');
  if (now >= sent.expiresAt) return refused('code-expired');
  if (sent.wrongTries >= WRONG_TRIES_MAX) return refused('too-many-tries');
  if (sent.codeHash !== typedHash) return refused('wrong-code');
  return done('signed-in');
}

/** Five codes an hour for one address: enough for a bad connection, too few to flood somebody's mailbox. */
export function decideSendCode(sentTimes: readonly Instant[], now: Instant): Outcome<'send', 'too-many-codes'> {
  const recent = sentTimes.filter((at) => at > now - HOUR);
  return recent.length >= CODES_PER_HOUR_MAX ? refused('too-many-codes') : done('send');
}

/** Codes are shown with a space in the middle; people type them with anything in between. */
export function normaliseCode(typed: string): string {
  return plainDigits(typed).replace(/\D/g, '');
}

/** E-mail addresses are compared without their case; nobody in practice has two that differ by it. */
export function normaliseEmail(typed: string): string {
  return typed.trim().toLowerCase();
}
