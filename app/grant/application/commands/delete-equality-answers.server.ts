import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { myRole } from '../queries/team.server.ts';
import { maySign } from '../rules/team.ts';
import { deleteEqualityResponse } from '../store/equality.server.ts';
import { findApplication } from '../store.server.ts';
import { equalityCodeHash } from './equality-code-hash.server.ts';

/** Deletes the answers that belong to a code; nobody can tell whose they were. */
export function deleteEqualityAnswers(
  context: Context,
  applicationId: Id,
  code: string,
): Outcome<'deleted', 'not-found' | 'code-unknown'> {
  return context.transact((tx) => {
    const found = findApplication(tx, applicationId);
    if (found === null || !maySign(myRole(context, found))) return refused('not-found');
    return deleteEqualityResponse(tx, found.callId, equalityCodeHash(code)) ? done('deleted') : refused('code-unknown');
  });
}
