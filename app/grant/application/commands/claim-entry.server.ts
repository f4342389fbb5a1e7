import type { Id } from '#app/kernel/id.ts';
import { HOUR } from '#app/kernel/instant.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { limitPerStore } from '#app/platform/rate-limit.server.ts';
import { callById } from '../../call/queries/call-facts.server.ts';
import { mayStart } from '../rules/access.ts';
import { type ClaimRefusal, decideClaim, readClaimCode } from '../rules/staff-entry.ts';
import { findEntryByHash, handOverByCode, markClaimed } from '../store/staff-entry.server.ts';
import { endMembership, findMember, insertMember } from '../store/team.server.ts';
import { findApplication, findDraft } from '../store.server.ts';
import { claimHash } from './claim-hash.server.ts';

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
    // Somebody who helped with it before stops being a helper of what is now hers.
    const before = findMember(tx, applicationId, actor.personId);
    if (before !== null) endMembership(tx, before.id, actor.personId, now);
    const memberId = context.newId();
    const joins = { personId: actor.personId, role: 'sign', kind: 'team', joinedAt: now, invitationId: null } as const;
    // A later stage knows; its tables say so.
    if (!insertMember(tx, { id: memberId, applicationId, ...joins })) return refused('has-judged');
    const handover = { id: context.newId(), fromId: found.applicantId, toId: actor.personId };
    handOverByCode(tx, applicationId, handover, now);
    endMembership(tx, memberId, actor.personId, now);
    markClaimed(tx, applicationId, actor.personId, now);
    return done({ applicationId });
  });
}
