import type { Id } from '#app/kernel/id.ts';
import { isReachable } from '#app/kernel/reachable.ts';
import { type Person, personById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { callById, callForManager } from '../../call/queries/call-facts.server.ts';
import { windowOf } from '../../call/rules/window.ts';
import { isConfirmed } from '../rules/staff-entry.ts';
import { maySign } from '../rules/team.ts';
import { findMediaOf } from '../store/media.server.ts';
import { findEntriesBy, findEntry, findEntryWithdrawal, findNewCodes } from '../store/staff-entry.server.ts';
import { type Application, findAnswers, findApplication } from '../store.server.ts';
import { myRole } from './team.server.ts';
import { waitsFor } from './waiting-entries.server.ts';

/** Where a manager begins to write for somebody: the call, and what the same person is writing down already. */
export function entryDesk(context: Context, callId: Id) {
  const call = callForManager(context, callId);
  if (call === null || call.state !== 'published' || context.actor === null) return null;
  return {
    call: { id: call.id, title: call.title, timeZone: call.timeZone },
    window: windowOf(call, context.now),
    entries: findEntriesBy(context.db, callId, context.actor.personId).map(
      ({ applicationId, forName, reference, state, startedAt }) => ({
        applicationId,
        forName,
        reference,
        state,
        startedAt,
      }),
    ),
  };
}

/**
 * An application that was written down for somebody, for the two who may say that it is right: who wrote it, as long
 * as they still help, and who may send it. Null for everybody else, and where nobody wrote for anybody.
 */
export function entryForMe(context: Context, applicationId: Id) {
  const application = findApplication(context.db, applicationId);
  const entry = application === null ? null : findEntry(context.db, applicationId);
  if (application === null || entry === null) return null;
  const role = myRole(context, application);
  const hasWritten = role !== null && context.actor?.personId === entry.enteredBy;
  const signs = maySign(role);
  if (!hasWritten && !signs) return null;
  const call = callById(context, application.callId);
  const savedAt = lastTouched(context, application);
  return {
    application: { id: application.id, reference: application.reference, state: application.state },
    call: { id: application.callId, title: call?.title ?? '', timeZone: call?.timeZone ?? 'UTC' },
    submittedAt: application.submittedAt,
    entry: {
      forName: entry.forName,
      phone: entry.phone,
      startedAt: entry.startedAt,
      consentMeans: entry.consentMeans,
      consentWords: entry.consentWords,
      claimedAt: entry.claimedAt,
      confirmedAt: entry.confirmedAt,
      confirmedMeans: entry.confirmedMeans,
    },
    staffName: personById(context, entry.enteredBy)?.name ?? '',
    hasWritten,
    /** Speaks for whoever it was written down for: no longer once they have taken it over themselves. */
    isWriter: hasWritten && entry.claimedAt === null,
    signs,
    isEmpty: application.title === '' && findAnswers(context.db, applicationId).every(({ words }) => words === 0),
    /** Of the words that are shown: a yes is to these. */
    savedAt,
    isConfirmed: isConfirmed(entry, savedAt),
  };
}

/** The same for whoever wrote it down; they still see what became of it when its owner has taken it over. */
export function entryOfMine(context: Context, applicationId: Id) {
  const found = entryForMe(context, applicationId);
  return found?.hasWritten === true ? found : null;
}

/** Whether the signed-in person may send an application: whoever signs, and whoever wrote it down for somebody. */
export function maySend(context: Context, application: { readonly id: Id; readonly maySign: boolean }): boolean {
  return application.maySign || entryForMe(context, application.id)?.isWriter === true;
}

/** What became of an entry besides: its codes that were made anew, and who took it back. The caller has checked who asks. */
export function entryAftermath(context: Pick<Context, 'db'>, applicationId: Id) {
  const application = findApplication(context.db, applicationId);
  const withdrawal = findEntryWithdrawal(context.db, applicationId);
  const codes = findNewCodes(context.db, applicationId);
  const nameOf = (personId: Id) => personById(context, personId)?.name ?? '';
  return {
    isReachable: application !== null && isReachable(readerOfEntry(context, application)?.email ?? ''),
    codes: codes.map(({ number, madeAt, madeBy }) => ({ number, madeAt, madeBy: nameOf(madeBy) })),
    takenBack:
      withdrawal === null
        ? null
        : {
            at: withdrawal.withdrawnAt,
            by: nameOf(withdrawal.withdrawnBy),
            reason: application?.withdrawnReason ?? '',
          },
  };
}

/** The same for those whose words they are. */
export function entryToConfirm(context: Context, applicationId: Id) {
  const found = entryForMe(context, applicationId);
  return found?.hasWritten === false ? found : null;
}

/** When anything in an application was last written or recorded. */
function lastTouched(context: Pick<Context, 'db'>, application: Application): number {
  return Math.max(application.savedAt, ...findMediaOf(context.db, application.id).map(({ createdAt }) => createdAt));
}

/** Who writes an application down; for the letter about it. The caller has checked who asks. */
export function entryMatter(context: Pick<Context, 'db'>, applicationId: Id): { staffName: string } | null {
  const entry = findEntry(context.db, applicationId);
  return entry === null ? null : { staffName: personById(context, entry.enteredBy)?.name ?? '' };
}

/** How to reach whoever an application is from, for staff: of somebody without e-mail there is the phone they gave. */
export function reachOf(context: Pick<Context, 'db'>, application: { readonly id: Id; readonly applicantId: Id }) {
  const email = readerOfEntry(context, application)?.email ?? '';
  return {
    email: isReachable(email) ? email : '',
    phone: findEntry(context.db, application.id)?.phone ?? '',
  };
}

/**
 * Who reads letters about what was written down: its owner; where that is nobody yet, because they had a draft of their
 * own, whom the first letter went to. The caller has checked who asks.
 */
export function readerOfEntry(
  context: Pick<Context, 'db'>,
  application: { readonly id: Id; readonly applicantId: Id },
): Person | null {
  return personById(context, waitsFor(context, application) ?? application.applicantId);
}

/**
 * What whoever wrote an application down calls its owner: by the name they were given, whatever the account behind it
 * is called, until it is taken over. Null for everybody else.
 */
export function givenName(context: Pick<Context, 'db'>, application: { readonly id: Id }, personId: Id): string | null {
  const entry = findEntry(context.db, application.id);
  return entry !== null && entry.enteredBy === personId && entry.claimedAt === null ? entry.forName : null;
}
