import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { callForManager } from '../../call/queries/call-facts.server.ts';
import { codeState } from '../rules/access-code.ts';
import { findCodesOf, findUsesOf, isStopped } from '../store/access-codes.server.ts';
import { hiddenFromPerson } from './hidden-from.server.ts';

/** The codes of a published call with who came by them, for its manager: what is still written has no name here. */
export function callCodes(context: Context, callId: Id) {
  const call = callForManager(context, callId);
  if (call === null || call.state !== 'published') return null;
  const hidden = hiddenFromPerson(context, callId, context.actor?.personId ?? '');
  const uses = findUsesOf(context.db, callId).filter(({ applicationId }) => !hidden.has(applicationId));
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
      submitted: uses
        .filter((use) => use.codeId === code.id && use.isSubmitted)
        .map(({ applicationId, reference }) => ({ applicationId, reference })),
    })),
  };
}
