import type { Context } from '#app/platform/context.server.ts';
import { callBySlug } from '../../call/queries/call-facts.server.ts';
import { windowOf } from '../../call/rules/window.ts';
import { NO_DETAILS } from '../rules/details.ts';
import { draftFrom } from '../rules/draft.ts';
import { takenBy } from '../rules/media.ts';
import { minutesLeft } from '../rules/progress.ts';
import { windowFor } from '../rules/submitting.ts';
import { wayOf } from '../rules/way.ts';
import { lateUntilFor } from '../store/access-codes.server.ts';
import { findDraft } from '../store.server.ts';
import { applicationsOf } from './application-card.server.ts';

/** What somebody should know before starting; null for a call that does not exist or was not published. */
export function startPage(context: Context, slug: string) {
  const call = callBySlug(context, slug);
  if (call === null || call.state !== 'published' || context.actor === null) return null;
  const applicantId = context.actor.personId;
  const untouched = draftFrom({ ...NO_DETAILS, applicantId, state: 'draft' }, call.questions, [], [], call.currency);
  const draft = findDraft(context.db, call.id, applicantId);
  const lateUntil = draft === null ? null : lateUntilFor(context.db, draft.id);
  const own = windowFor({ opensAt: call.opensAt, closesAt: call.closesAt }, lateUntil);
  return {
    callId: call.id,
    title: call.title,
    partnerName: call.partnerName,
    contact: call.contact,
    currency: call.currency,
    awardMaxMinor: call.awardMaxMinor,
    timeZone: call.timeZone,
    opensAt: call.opensAt,
    closesAt: call.closesAt,
    questionCount: call.questions.length,
    way: wayOf({
      video: call.questions.some((question) => takenBy(question).video),
      voice: call.questions.some((question) => takenBy(question).voice),
      file: false,
    }),
    minutes: minutesLeft(untouched.details, untouched.answers, call),
    invitationOnly: call.invitationOnly,
    window: windowOf(call, context.now),
    /** What this person has sent to this call already. */
    sent: applicationsOf(context, applicantId)
      .filter(({ callId, state }) => callId === call.id && state === 'submitted')
      .map(({ id, reference }) => ({ id, reference })),
    draft: draft === null ? null : { id: draft.id, window: windowOf(own, context.now), lateUntil },
  };
}
