import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { callById } from '../../call/queries/call-facts.server.ts';
import { mayStart } from '../rules/access.ts';
import type { Details } from '../rules/details.ts';
import { type BeginRefusal, decideBegin } from '../rules/starting.ts';
import { hasUsed, insertUse } from '../store/access-codes.server.ts';
import { findDraft } from '../store.server.ts';
import { beginDraft } from './begin-draft.server.ts';
import { type CodeRefusal, openCode } from './open-code.server.ts';

export type Started = { readonly applicationId: Id; readonly isNew: boolean };
export type StartRefusal = 'not-found' | 'own-call' | BeginRefusal | CodeRefusal;

/**
 * Begins a draft, or finds the one its applicant has already begun for this call. A code counts as used by the
 * draft, once, whether it was begun with it or before.
 *
 * @param details    what is known already; ignored when there is a draft
 * @param typedCode  an access code as it was typed; empty for none
 */
export function startApplication(
  context: Context,
  callId: Id,
  details: Partial<Details> = {},
  typedCode = '',
): Outcome<Started, StartRefusal> {
  const { actor } = context;
  return context.transact<Started, StartRefusal>((tx) => {
    const call = callById(context, callId);
    if (actor === null || call === null || call.state !== 'published') return refused('not-found');
    const draft = findDraft(tx, callId, actor.personId);
    const hasCode = typedCode.trim() !== '';
    if (draft !== null && !hasCode) return done({ applicationId: draft.id, isNew: false });
    if (!mayStart(actor, call)) return refused('own-call');
    const at = { callId, personId: actor.personId, draftId: draft?.id ?? null };
    const opened = hasCode ? openCode(tx, context, at, typedCode) : done(null);
    if (!opened.ok) return opened;
    const code = opened.value;
    const decision = decideBegin(call, code, context.now);
    if (!decision.ok) return decision;
    const applicationId = draft?.id ?? beginDraft(tx, context, call, actor.personId, details);
    if (code !== null && !hasUsed(tx, applicationId, code.id)) insertUse(tx, code.id, applicationId, context.now);
    return done({ applicationId, isNew: draft === null });
  });
}
