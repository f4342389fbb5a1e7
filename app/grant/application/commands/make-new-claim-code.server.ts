import { randomBytes } from 'node:crypto';
import { type Id, isId } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import { isReachable } from '#app/kernel/reachable.ts';
import type { Context } from '#app/platform/context.server.ts';
import { entryOfMine, readerOfEntry } from '../queries/staff-entries.server.ts';
import {
  CLAIM_RANDOM_BYTES,
  decideNewCode,
  makeClaimCode,
  type NewCodeRefusal,
  showClaimCode,
} from '../rules/staff-entry.ts';
import { findNewCodes, insertNewCode, isNewCodeMade } from '../store/staff-entry.server.ts';
import { findApplication } from '../store.server.ts';
import { claimHash } from './claim-hash.server.ts';

/**
 * Makes a new code on paper for somebody who has lost theirs: the one before opens nothing any more. Only the hash is
 * kept, with who made it and when.
 *
 * @param codeId  made for the form, so that the same form sent twice makes one code
 * @returns       the code as it is written on paper: nothing can show it again
 */
export function makeNewClaimCode(
  context: Context,
  applicationId: Id,
  codeId: Id,
): Outcome<{ code: string }, NewCodeRefusal | 'already-made' | 'not-found'> {
  return context.transact<{ code: string }, NewCodeRefusal | 'already-made' | 'not-found'>((tx) => {
    const mine = entryOfMine(context, applicationId);
    const found = findApplication(tx, applicationId);
    if (context.actor === null || mine === null || found === null || !isId(codeId)) return refused('not-found');
    if (isNewCodeMade(tx, codeId)) return refused('already-made');
    const made = findNewCodes(tx, applicationId).length;
    const email = readerOfEntry(context, found)?.email ?? '';
    const decision = decideNewCode(mine.entry, found, isReachable(email), made);
    if (!decision.ok) return decision;
    const code = makeClaimCode(randomBytes(CLAIM_RANDOM_BYTES));
    insertNewCode(tx, {
      id: codeId,
      applicationId,
      number: made + 1,
      claimHash: claimHash(context, code),
      madeAt: context.now,
      madeBy: context.actor.personId,
    });
    return done({ code: showClaimCode(code) });
  });
}
