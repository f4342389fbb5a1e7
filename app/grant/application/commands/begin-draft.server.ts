import type { Id } from '#app/kernel/id.ts';
import type { Context, Tx } from '#app/platform/context.server.ts';
import type { Strand } from '../../call/rules/draft.ts';
import { type Details, NO_DETAILS } from '../rules/details.ts';
import { referenceOf } from '../rules/reference.ts';
import { insertDraft, isReferenceTaken } from '../store.server.ts';

/**
 * Writes an empty draft for somebody, inside the caller's transaction: the caller has decided that it may begin.
 *
 * @param id  when a form has made it, so that the form sent twice begins one draft
 */
export function beginDraft(
  tx: Tx,
  context: Context,
  call: { readonly id: Id; readonly strand: Strand },
  applicantId: Id,
  details: Partial<Details>,
  id: Id = context.newId(),
): Id {
  let reference = referenceOf(call.strand, context.newId());
  while (isReferenceTaken(tx, reference)) reference = referenceOf(call.strand, context.newId());
  insertDraft(tx, {
    ...NO_DETAILS,
    language: context.language,
    ...details,
    id,
    callId: call.id,
    applicantId,
    reference,
    now: context.now,
  });
  return id;
}
