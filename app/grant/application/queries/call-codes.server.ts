import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { callForManager } from '../../call/queries/call-facts.server.ts';
import { codeState } from '../rules/access-code.ts';
import { findCodesOf, findUsesOf, isStopped } from '../store/access-codes.server.ts';
import { hiddenFromPerson } from './hidden-from.server.ts';

/** Of a code for hundreds the first are enough to know it by: the list of applications says of each how it came. */
const USES_SHOWN = 10;

/** The codes of a published call with who came by them, for its manager: what is still written has no name here. */
export function callCodes(context: Context, callId: Id) {
  const call = callForManager(context, callId);
  if (call === null || call.state !== 'published') return null;
  const hidden = [...hiddenFromPerson(context, callId, context.actor?.personId ?? '')];
  const uses = Map.groupBy(findUsesOf(context.db, callId, hidden, USES_SHOWN), ({ codeId }) => codeId);
  const { id, title, slug, timeZone, opensAt, closesAt, invitationOnly } = call;
  return {
    call: { id, title, slug, timeZone, opensAt, closesAt, invitationOnly },
    isStopped: isStopped(context.db, callId),
    codes: findCodesOf(context.db, callId).map((code) => ({
      id: code.id,
      label: code.label,
      purpose: code.purpose,
      expiresAt: code.expiresAt,
      uses: code.uses,
      usesMax: code.usesMax,
      drafts: code.drafts,
      state: codeState(code, context.now),
      submitted: (uses.get(code.id) ?? []).map(({ applicationId, reference }) => ({ applicationId, reference })),
      submittedBesides: Math.max(0, (uses.get(code.id)?.[0]?.sent ?? 0) - USES_SHOWN),
    })),
  };
}
