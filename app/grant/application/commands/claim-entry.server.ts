import type { Id } from '#app/kernel/id.ts';
import { HOUR } from '#app/kernel/instant.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { limitPerStore } from '#app/platform/rate-limit.server.ts';
import { callById } from '../../call/queries/call-facts.server.ts';
import { waitsFor } from '../queries/waiting-entries.server.ts';
import { mayStart } from '../rules/access.ts';
import { type ClaimRefusal, decideClaim, readClaimCode } from '../rules/staff-entry.ts';
import { findEntry, findEntryByHash, markClaimed } from '../store/staff-entry.server.ts';
import { findApplication, findDraft } from '../store.server.ts';
import { claimHash } from './claim-hash.server.ts';
import { makeEntryOwner } from './make-entry-owner.server.ts';

/** Wrong codes an hour and person. Slips do not count: their check symbol is wrong, so they were no guesses. */
export const WRONG_CLAIMS_MAX = 10;

const limitOf = limitPerStore<Context['db']>(WRONG_CLAIMS_MAX, HOUR);

type ClaimEntryRefusal = ClaimRefusal | 'has-judged' | 'code-unreadable' | 'too-many-tries';

/**
 * Makes the signed-in person the owner of what was written down for them, in whatever state it is.
 *
 * @param typed  the code on paper, as it was typed
 */
export function claimEntry(context: Context, typed: string): Outcome<{ applicationId: Id }, ClaimEntryRefusal> {
  const { actor, now } = context;
  return context.transact<{ applicationId: Id }, ClaimEntryRefusal>((tx) => {
    if (actor === null) return refused('code-unknown');
    const read = readClaimCode(typed);
    if (!read.ok) return read;
    const limit = limitOf(context.db);
    if (limit.isReached(actor.personId, now)) return refused('too-many-tries');
    const entry = findEntryByHash(tx, claimHash(context, read.value));
    const found = entry === null ? null : findApplication(tx, entry.applicationId);
    const call = found === null ? null : callById(context, found.callId);
    const decision = decideClaim(entry, found, {
      mayStart: call !== null && mayStart(actor, call),
      hasOwnDraft: found !== null && findDraft(tx, found.callId, actor.personId) !== null,
    });
    if (!decision.ok) {
      if (decision.reason === 'code-unknown') limit.allows(actor.personId, now);
      return decision;
    }
    invariant(entry !== null && found !== null, 'what is claimed was found: the rule has asked');
    const { applicationId } = entry;
    if (!makeEntryOwner(tx, context, found, actor.personId)) return refused('has-judged');
    markClaimed(tx, applicationId, actor.personId, now);
    return done({ applicationId });
  });
}

/**
 * The same for somebody whom the letter about it went to while they had a draft of their own: their sign-in is the code.
 * Whoever wrote it down sees what they would have seen without that draft, so nothing is noted but who owns it.
 */
export function takeOverEntry(
  context: Context,
  applicationId: Id,
): Outcome<{ applicationId: Id }, ClaimRefusal | 'has-judged'> {
  const { actor } = context;
  return context.transact<{ applicationId: Id }, ClaimRefusal | 'has-judged'>((tx) => {
    const entry = findEntry(tx, applicationId);
    const found = findApplication(tx, applicationId);
    if (actor === null || entry === null || found === null) return refused('code-unknown');
    if (entry.letterTo === actor.personId && found.applicantId === actor.personId) return done({ applicationId });
    if (waitsFor(context, found) !== actor.personId) return refused('code-unknown');
    const call = callById(context, found.callId);
    const decision = decideClaim(entry, found, {
      mayStart: call !== null && mayStart(actor, call),
      hasOwnDraft: findDraft(tx, found.callId, actor.personId) !== null,
    });
    if (!decision.ok) return decision;
    return makeEntryOwner(tx, context, found, actor.personId) ? done({ applicationId }) : refused('has-judged');
  });
}
