import { crockford } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import { readTypedCode, showTypedCode } from '#app/kernel/typed-code.ts';
import type { ApplicationState } from './state.ts';

/** How somebody agreed that a member of staff writes their application down. */
export const CONSENT_MEANS = ['by-phone', 'in-person', 'with-interpreter', 'in-writing'] as const;
export type ConsentMeans = (typeof CONSENT_MEANS)[number];

/** How somebody said that what was written down is what they mean. */
export type ConfirmMeans = 'own-sign-in' | 'read-back';

export const FOR_NAME_CHARACTERS_MAX = 120;

/** Fifteen Crockford symbols, 75 random bits: the code opens a draft, and may lie in a drawer for weeks. */
const SYMBOLS = 15;
const GROUP_LENGTH = 4;
/** Ten bytes hold the 75 bits; the last five are dropped. */
export const CLAIM_RANDOM_BYTES = 10;

/** @param random  ten bytes from a cryptographic source */
export function makeClaimCode(random: Uint8Array): string {
  invariant(random.length === CLAIM_RANDOM_BYTES, 'a claim code is made from exactly 10 random bytes');
  return crockford(random, SYMBOLS).toUpperCase();
}

/** As it is written on paper: `XXXX-XXXX-XXXX-XXXX`, the last symbol checks the others. */
export function showClaimCode(code: string): string {
  return showTypedCode(code, GROUP_LENGTH);
}

/** Reads a code as people type it: any case, with spaces or hyphens, O for 0, I and L for 1. */
export function readClaimCode(typed: string): Outcome<string, 'code-unreadable'> {
  const read = readTypedCode(typed, SYMBOLS);
  return read.ok ? read : refused('code-unreadable');
}

export type Entry = {
  readonly claimedAt: Instant | null;
  readonly confirmedAt: Instant | null;
};

/**
 * Whether what stands in the application is what its owner has said yes to.
 *
 * @param savedAt  when anything in it was last written: a word that changed afterwards was never heard
 */
export function isConfirmed(entry: Entry, savedAt: Instant): boolean {
  return entry.confirmedAt !== null && entry.confirmedAt >= savedAt;
}

export type ConfirmRefusal = 'not-a-draft' | 'nothing-written' | 'changed-meanwhile';

/**
 * Decides whether what was written down can be confirmed now. The first refusal wins.
 *
 * @param application.savedAt  when it was changed last
 * @param seenAt               the same of the words that were read: nobody says yes to what came after them
 */
export function decideConfirm(
  application: { readonly state: ApplicationState; readonly savedAt: Instant },
  isEmpty: boolean,
  seenAt: Instant,
): Outcome<'confirm', ConfirmRefusal> {
  if (application.state !== 'draft') return refused('not-a-draft');
  if (isEmpty) return refused('nothing-written');
  return application.savedAt > seenAt ? refused('changed-meanwhile') : done('confirm');
}

/** One every other day of a call; who needs more has no paper problem. */
export const NEW_CODES_MAX = 20;

export type NewCodeRefusal = 'already-claimed' | 'signs-in' | 'withdrawn' | 'too-many-codes';

/**
 * Decides whether a lost code on paper may be replaced. The first refusal wins.
 *
 * @param isReachable  the owner has an address: then no paper opens it but their own sign-in
 * @param made         how many were made anew before
 */
export function decideNewCode(
  entry: Pick<Entry, 'claimedAt'>,
  application: { readonly state: ApplicationState },
  isReachable: boolean,
  made: number,
): Outcome<'make', NewCodeRefusal> {
  if (entry.claimedAt !== null) return refused('already-claimed');
  if (application.state === 'withdrawn') return refused('withdrawn');
  if (isReachable) return refused('signs-in');
  return made >= NEW_CODES_MAX ? refused('too-many-codes') : done('make');
}

export const TAKE_BACK_CHARACTERS_MAX = 500;

export type TakeBackEntryRefusal = 'already-claimed' | 'reason-missing' | 'reason-too-long';

/** Decides whether whoever wrote it down may take it back: until its owner has taken it over, and with a reason. */
export function decideTakeBackEntry(
  entry: Pick<Entry, 'claimedAt'>,
  reason: string,
): Outcome<'take-back', TakeBackEntryRefusal> {
  if (entry.claimedAt !== null) return refused('already-claimed');
  if (reason.trim() === '') return refused('reason-missing');
  return reason.length > TAKE_BACK_CHARACTERS_MAX ? refused('reason-too-long') : done('take-back');
}

export type ClaimRefusal = 'code-unknown' | 'already-claimed' | 'own-call' | 'has-own-draft' | 'withdrawn';

/**
 * Decides whether somebody with the code may take over what was written down for them. The first refusal wins.
 *
 * @param person  whether their work would let them apply here, and whether they have a draft of their own in this call
 */
export function decideClaim(
  entry: Entry | null,
  application: { readonly state: ApplicationState } | null,
  person: { readonly mayStart: boolean; readonly hasOwnDraft: boolean },
): Outcome<'claim', ClaimRefusal> {
  if (entry === null || application === null) return refused('code-unknown');
  if (entry.claimedAt !== null) return refused('already-claimed');
  if (application.state === 'withdrawn') return refused('withdrawn');
  if (!person.mayStart) return refused('own-call');
  return application.state === 'draft' && person.hasOwnDraft ? refused('has-own-draft') : done('claim');
}
