import { randomBytes } from 'node:crypto';
import { type Id, isId } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { callForManager } from '../../call/queries/call-facts.server.ts';
import {
  CODE_RANDOM_BYTES,
  CODES_MAX,
  type CodeDraft,
  type CodeDraftFault,
  codeDraftFaults,
  makeAccessCode,
  showAccessCode,
} from '../rules/access-code.ts';
import { countCodes, findCode, insertCode, isStopped } from '../store/access-codes.server.ts';
import { accessCodeHash } from './access-code-hash.server.ts';

/**
 * Makes a code for a published call; only its hash is kept.
 *
 * @param codeId  made for the form, so that the same form sent twice makes one code
 * @returns       the code as it is written on paper: nothing can show it again
 */
export function makeCallCode(
  context: Context,
  callId: Id,
  codeId: Id,
  draft: CodeDraft,
): Outcome<{ code: string }, 'not-found' | 'already-made' | 'too-many-codes' | 'entries-stopped' | CodeDraftFault> {
  const { actor } = context;
  return context.transact((tx) => {
    const call = callForManager(context, callId);
    if (actor === null || call === null || call.state !== 'published' || !isId(codeId)) return refused('not-found');
    if (findCode(tx, codeId) !== null) return refused('already-made');
    if (countCodes(tx, callId) >= CODES_MAX) return refused('too-many-codes');
    const fault = codeDraftFaults(draft, call, context.now)[0];
    if (fault !== undefined) return refused(fault.fault);
    if (draft.purpose === 'late' && isStopped(tx, callId)) return refused('entries-stopped');
    const code = makeAccessCode(randomBytes(CODE_RANDOM_BYTES));
    insertCode(tx, {
      id: codeId,
      callId,
      purpose: draft.purpose,
      label: draft.label.trim(),
      codeHash: accessCodeHash(context, code),
      expiresAt: draft.expiresAt,
      usesMax: draft.usesMax,
      createdAt: context.now,
      createdBy: actor.personId,
    });
    return done({ code: showAccessCode(code) });
  });
}
