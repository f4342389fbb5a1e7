import type { Instant } from '#app/kernel/instant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import { type Window, windowOf } from '../../call/rules/window.ts';
import type { AccessCode } from './access-code.ts';
import { windowFor } from './submitting.ts';

export type BeginRefusal = 'call-not-open' | 'code-needed';

/**
 * Decides whether a draft may be begun now. The first refusal wins.
 *
 * @param code  the usable code that came with it, of either purpose: who may come late is invited too
 */
export function decideBegin(
  call: Window & { readonly invitationOnly: boolean },
  code: Pick<AccessCode, 'purpose' | 'expiresAt'> | null,
  now: Instant,
): Outcome<'begin', BeginRefusal> {
  const lateUntil = code?.purpose === 'late' ? code.expiresAt : null;
  if (windowOf(windowFor(call, lateUntil), now) !== 'open') return refused('call-not-open');
  if (call.invitationOnly && code === null) return refused('code-needed');
  return done('begin');
}
