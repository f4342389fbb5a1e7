import type { Id } from '#app/kernel/id.ts';
import { myPartners } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { mayManageCall } from '../rules/access.ts';
import { weightSum } from '../rules/criteria.ts';
import { publishingProblems, publishingWarnings } from '../rules/publishing.ts';
import { type WindowState, windowOf } from '../rules/window.ts';
import { findChange } from '../store/changes.server.ts';
import { findCheckCounts } from '../store/self-check.server.ts';
import { type CallSummary, callForManager, callsOfPartners, publicationOfCall } from './call-facts.server.ts';

/** The partners whose calls the signed-in person writes; empty for everybody who manages none. */
export function partnersIManage(context: Context): { id: Id; name: string }[] {
  return myPartners(context)
    .filter((partner) => mayManageCall(context.actor, { partnerId: partner.id }))
    .map(({ id, name }) => ({ id, name }));
}

export type CallRowOnDesk = Pick<
  CallSummary,
  'id' | 'title' | 'slug' | 'state' | 'strand' | 'partnerName' | 'timeZone' | 'opensAt' | 'closesAt'
> & { readonly window: WindowState };

/** Every call of the partners the signed-in person manages; null when there is no such partner. */
export function callDesk(context: Context): CallRowOnDesk[] | null {
  const partners = partnersIManage(context);
  if (partners.length === 0) return null;
  return callsOfPartners(
    context,
    partners.map((partner) => partner.id),
  ).map((call) => ({
    id: call.id,
    title: call.title,
    slug: call.slug,
    state: call.state,
    strand: call.strand,
    partnerName: call.partnerName,
    timeZone: call.timeZone,
    opensAt: call.opensAt,
    closesAt: call.closesAt,
    window: windowOf(call, context.now),
  }));
}

/** A call with what its manager still has to do before it can be published. */
export function callOnDesk(context: Context, callId: Id) {
  const call = callForManager(context, callId);
  if (call === null) return null;
  return {
    call,
    window: windowOf(call, context.now),
    problems: publishingProblems(call, context.now),
    warnings: publishingWarnings(call, context.now),
    weightSum: weightSum(call.criteria),
    wordsAltogether: call.questions.reduce((sum, question) => sum + question.wordsMax, 0),
    publication: publicationOfCall(context, call.id),
    checkCounts: findCheckCounts(context.db, call.id),
    isChanging: call.state === 'published' && findChange(context.db, call.id) !== null,
  };
}
