import { crockford, type Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import { readTypedCode, showTypedCode } from '#app/kernel/typed-code.ts';
import type { Window } from '../../call/rules/window.ts';

/** `late`: start and submit until the code ends. `invited`: start while a call by invitation is open. */
export const CODE_PURPOSES = ['late', 'invited'] as const;
export type CodePurpose = (typeof CODE_PURPOSES)[number];

/** What a manager says about a code before it is made. */
export type CodeDraft = {
  readonly label: string;
  readonly purpose: CodePurpose;
  readonly expiresAt: Instant;
  /** How many applications may come by it. */
  readonly usesMax: number;
};

export type CodeDraftFault =
  | 'label-empty'
  | 'uses-out-of-range'
  | 'expiry-passed'
  | 'expiry-before-closing'
  | 'invitation-not-needed';

export const USES_MOST = 500;
export const CODES_MAX = 200;

/** What is wrong with a code that is to be made, by field; one fault a field. */
export function codeDraftFaults(
  draft: CodeDraft,
  call: Window & { readonly invitationOnly: boolean },
  now: Instant,
): { field: keyof CodeDraft; fault: CodeDraftFault }[] {
  const isUseful = draft.purpose !== 'late' || draft.expiresAt > call.closesAt;
  const checks: readonly (readonly [keyof CodeDraft, CodeDraftFault, boolean])[] = [
    ['label', 'label-empty', draft.label.trim() === ''],
    ['purpose', 'invitation-not-needed', draft.purpose === 'invited' && !call.invitationOnly],
    ['expiresAt', 'expiry-passed', draft.expiresAt <= now],
    ['expiresAt', 'expiry-before-closing', draft.expiresAt > now && !isUseful],
    ['usesMax', 'uses-out-of-range', !isCount(draft.usesMax)],
  ];
  return checks.filter(([, , isWrong]) => isWrong).map(([field, fault]) => ({ field, fault }));
}

function isCount(number: number): boolean {
  return Number.isInteger(number) && number >= 1 && number <= USES_MOST;
}

/** Eleven Crockford symbols, 55 random bits: too many to guess at ten tries an hour, few enough to read out. */
const SYMBOLS = 11;
const GROUP_LENGTH = 4;
/** Seven bytes hold the 55 bits; the last bit is dropped. */
export const CODE_RANDOM_BYTES = 7;

/** @param random  seven bytes from a cryptographic source */
export function makeAccessCode(random: Uint8Array): string {
  invariant(random.length === CODE_RANDOM_BYTES, 'an access code is made from exactly 7 random bytes');
  return crockford(random, SYMBOLS).toUpperCase();
}

/** As it is written on paper: `XXXX-XXXX-XXXX`, the last symbol checks the others. */
export function showAccessCode(code: string): string {
  return showTypedCode(code, GROUP_LENGTH);
}

/** Reads a code as people type it: any case, with spaces or hyphens, O for 0, I and L for 1. */
export function readAccessCode(typed: string): Outcome<string, 'code-unreadable'> {
  const read = readTypedCode(typed, SYMBOLS);
  return read.ok ? read : refused('code-unreadable');
}

export type AccessCode = {
  readonly callId: Id;
  readonly purpose: CodePurpose;
  readonly expiresAt: Instant;
  readonly usesMax: number;
  readonly uses: number;
  readonly revokedAt: Instant | null;
};

export type CodeState = 'usable' | 'revoked' | 'expired' | 'used-up';

/** How a code stands: it works until the millisecond before it ends. */
export function codeState(code: Omit<AccessCode, 'callId' | 'purpose'>, now: Instant): CodeState {
  if (code.revokedAt !== null) return 'revoked';
  if (now >= code.expiresAt) return 'expired';
  return code.uses < code.usesMax ? 'usable' : 'used-up';
}

export type UseRefusal = 'code-unknown' | 'code-revoked' | 'code-expired' | 'code-used-up';

/** Decides whether an application to a call may come by a code. */
export function decideUse(code: AccessCode | null, callId: Id, now: Instant): Outcome<'usable', UseRefusal> {
  if (code === null || code.callId !== callId) return refused('code-unknown');
  const state = codeState(code, now);
  return state === 'usable' ? done(state) : refused(`code-${state}`);
}

/**
 * Until when a code can still bring something in late; null when it no longer can.
 *
 * A code that was taken back or used up keeps its word to the drafts that came by it.
 *
 * @param drafts  how many of its applications are still being written
 */
export function opensLateUntil(code: AccessCode & { readonly drafts: number }, now: Instant): Instant | null {
  if (code.purpose !== 'late' || now >= code.expiresAt) return null;
  return codeState(code, now) === 'usable' || code.drafts > 0 ? code.expiresAt : null;
}
