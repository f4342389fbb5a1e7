import type { Id } from '#app/kernel/id.ts';
import { isReachable } from '#app/kernel/reachable.ts';
import { peopleById, personById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { callById, publishedCalls } from '../../call/queries/call-facts.server.ts';
import { findEntriesTo, findEntry } from '../store/staff-entry.server.ts';
import { findApplication, findDraft } from '../store.server.ts';

/**
 * Whom something that was written down waits for, because they had a draft of their own: whoever its letter went to, as
 * long as nobody who can sign in owns it. What has an owner waits for nobody, also after it went from hand to hand. The
 * caller has checked who asks.
 */
export function waitsFor(
  context: Pick<Context, 'db'>,
  application: { readonly id: Id; readonly applicantId: Id },
): Id | null {
  const owner = personById(context, application.applicantId);
  if (owner !== null && isReachable(owner.email)) return null;
  return findEntry(context.db, application.id)?.letterTo ?? null;
}

/** What was written down for the signed-in person and waits beside a draft of their own; null when nothing does. */
export function entryWaiting(context: Context, applicationId: Id) {
  const application = findApplication(context.db, applicationId);
  const entry = application === null ? null : findEntry(context.db, applicationId);
  const me = context.actor?.personId ?? null;
  if (application === null || entry === null || me === null || application.state === 'withdrawn') return null;
  if (waitsFor(context, application) !== me) return null;
  return {
    reference: application.reference,
    callTitle: callById(context, application.callId)?.title ?? '',
    staffName: personById(context, entry.enteredBy)?.name ?? '',
    ownDraftId: findDraft(context.db, application.callId, me)?.id ?? null,
  };
}

/**
 * Everything that waits so for the signed-in person, the oldest first: for their own list, and for nobody on the staff.
 * Four queries, however many there are.
 */
export function entriesWaiting(context: Context) {
  const me = context.actor?.personId ?? null;
  const found = me === null ? [] : findEntriesTo(context.db, me);
  if (found.length === 0) return [];
  const people = peopleById(
    context,
    found.flatMap(({ applicantId, enteredBy }) => [applicantId, enteredBy]),
  );
  const calls = new Map(publishedCalls(context).map((call) => [call.id, call]));
  return found.flatMap(({ applicationId, applicantId, callId, enteredBy, reference }) => {
    const call = calls.get(callId);
    if (call === undefined || isReachable(people.get(applicantId)?.email ?? '')) return [];
    const { title, language } = call;
    return [{ applicationId, reference, call: { title, language }, staffName: people.get(enteredBy)?.name ?? '' }];
  });
}
