import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { callById } from '../../call/queries/call-facts.server.ts';
import { isReadableForManager } from '../queries/manager-reading.server.ts';
import { type CheckRefusal, decideCheck, type FindingFault, findingFault } from '../rules/eligibility.ts';
import { isStopped } from '../store/access-codes.server.ts';
import { insertCheck, latestChecks } from '../store/eligibility.server.ts';
import { findApplication } from '../store.server.ts';
import { type FindingDraft, findingFrom } from './finding-from.server.ts';

/**
 * Records what staff found when they checked an application. Nobody is written to yet.
 *
 * @param seen  how many checks the page showed: another one since then is looked at first
 */
export function checkEligibility(
  context: Context,
  applicationId: Id,
  seen: number,
  draft: FindingDraft,
): Outcome<'checked', CheckRefusal | FindingFault | 'checked-meanwhile' | 'not-found'> {
  return context.transact((tx) => {
    const found = findApplication(tx, applicationId);
    const call = found === null ? null : callById(context, found.callId);
    if (found === null || call === null || !isReadableForManager(context, found, call)) return refused('not-found');
    const latest = latestChecks(tx, [applicationId]).get(applicationId) ?? null;
    const decision = decideCheck({ state: found.state, isScoringOpen: isStopped(tx, call.id), latest });
    if (!decision.ok) return decision;
    const finding = findingFrom(draft, call.checkItems);
    const fault = findingFault(finding);
    if (fault !== null) return refused(fault);
    const turn = (latest?.turn ?? 0) + 1;
    if (turn !== seen + 1) return refused('checked-meanwhile');
    insertCheck(tx, {
      ...finding,
      id: context.newId(),
      applicationId,
      turn,
      batchId: null,
      decidedBy: context.actor?.personId ?? '',
      decidedAt: context.now,
    });
    return done('checked');
  });
}
