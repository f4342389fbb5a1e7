import { sha256Hex } from '#app/kernel/digest.ts';
import { fromHex, toHex } from '#app/kernel/hex.ts';
import type { Id } from '#app/kernel/id.ts';
import { MINUTE } from '#app/kernel/instant.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { limitPerStore } from '#app/platform/rate-limit.server.ts';
import { ballotBoxOf } from '../ballot-box/ballot-box-of.server.ts';
import { voidTokens } from '../ballot-box/issue-tokens.server.ts';
import { signBlinded } from '../ballot-box/issuing.server.ts';
import type { BallotBox } from '../ballot-box/open-ballot-box.server.ts';
import { termsOf } from '../ballot-box/poll-terms.server.ts';
import { letterCodeHash } from '../queries/roll-entry.server.ts';
import { decideIssue, type IssueRefusal } from '../rules/issuing.ts';
import { LETTER_CODE_TRIES_MAX, type LetterCode, numberOnRoll, readLetterCode } from '../rules/letter-code.ts';
import type { Manifest } from '../rules/manifest.ts';
import { ISSUING_KEY_BYTES } from '../rules/pass.ts';
import { tokenHash } from '../rules/token-hash.ts';
import { findEntryByNumber, markAsked, setTries } from '../store/roll.server.ts';
import { findEventOfPoll } from '../store.server.ts';

export type PassRefusal = IssueRefusal | 'voted-directly' | 'unknown-poll' | 'bad-request' | 'too-many-wrong-codes';

export type PassRequest = {
  readonly pollId: Id;
  /** As in the letter, or as typed. */
  readonly code: string;
  /** 256 bytes in lower-case hexadecimal. */
  readonly blinded: string;
};

/** Wrong codes a minute and poll, never per address: a library shares one. Over it only wrong codes wait. */
const limitOf = limitPerStore<Context['db']>(300, MINUTE);

/**
 * Signs what somebody on the roll sent, once, without seeing what it is. The very same request gets the very same answer,
 * so that a lost answer loses no vote.
 *
 * Nothing is written of when. The ballot box hears of no pass before it votes; only that a direct code is void, where there
 * are such codes.
 *
 * @returns the blind signature, 256 bytes in hexadecimal
 */
export function issuePass(context: Context, request: PassRequest): Outcome<{ signature: string }, PassRefusal> {
  const box = ballotBoxOf(context);
  const terms = termsOf(box, request.pollId);
  const event = findEventOfPoll(context.db, request.pollId);
  if (terms === null || event === null || terms.state === 'draft' || terms.issuingKey === null)
    return refused('unknown-poll');
  const blinded = fromHex(request.blinded, ISSUING_KEY_BYTES);
  if (blinded === null) return refused('bad-request');
  const secret = box.statements.findIssuingKey.get({ pollId: request.pollId })?.secret;
  invariant(secret, 'a manifest with an issuing key has its private half');
  const code = readLetterCode(request.code);
  if (!code.ok) return wrongCode(context, request.pollId);
  const poll = { state: terms.state, closesAt: terms.manifest.closesAt };
  const issued = context.transact((tx) => {
    const entry = findEntryByNumber(tx, event.id, numberOnRoll(code.value));
    if (entry === null) return refused('wrong-code');
    const asked = {
      tries: entry.tries,
      isCodeRight: entry.codeHash === letterCodeHash(context, code.value),
      signedHash: entry.askedHash,
      askedHash: sha256Hex(blinded),
    };
    const decision = decideIssue(asked, poll, context.now);
    if (!decision.ok) return decision;
    const signature = signBlinded(secret, blinded);
    if (signature === null) return refused('bad-request');
    if (decision.value === 'new') {
      invariant(markAsked(tx, entry.id, asked.askedHash), 'nobody asked in between');
      // The box commits by itself, so it comes last. A crash between the two leaves the code given up, and no pass: the
      // same asking gets it.
      if (!giveUpCode(box, terms.manifest, code.value)) return refused('voted-directly');
    }
    return done({ signature: toHex(signature) });
  });
  if (!issued.ok && issued.reason === 'wrong-code') {
    countTry(context, event.id, numberOnRoll(code.value));
    return wrongCode(context, request.pollId);
  }
  return issued;
}

/** Where letters may vote directly, whoever takes a pass gives that up, in public; false when the code has voted. */
function giveUpCode(box: BallotBox, { pollId, levels }: Manifest, code: LetterCode): boolean {
  if (!levels.includes('B-')) return true;
  return voidTokens(box, pollId, { hashes: [tokenHash(pollId, code)] }).ok;
}

/** Apart from the refusal, which undoes what its own transaction wrote. */
function countTry(context: Context, eventId: Id, number: string): void {
  context.transact((tx) => {
    const entry = findEntryByNumber(tx, eventId, number);
    if (entry !== null) setTries(tx, entry.id, Math.min(entry.tries + 1, LETTER_CODE_TRIES_MAX));
    return done('counted');
  });
}

function wrongCode(context: Context, pollId: Id): Outcome<never, PassRefusal> {
  return refused(limitOf(context.db).allows(pollId, context.now) ? 'wrong-code' : 'too-many-wrong-codes');
}
