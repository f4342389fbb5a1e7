import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { publishedCalls } from '../../call/queries/call-facts.server.ts';
import { windowOf } from '../../call/rules/window.ts';
import { mayStart } from '../rules/access.ts';
import { decideCarry } from '../rules/carrying.ts';
import { findCarriedWords, findConsent } from '../store/carrying.server.ts';
import { findMediaOf } from '../store/media.server.ts';
import { carryFacts } from './carry-facts.server.ts';
import { myApplication } from './my-application.server.ts';

/** Where an application could be carried over to, and whether its group agreed to be asked; null for strangers. */
export function carryPage(context: Context, applicationId: Id) {
  const facts = carryFacts(context, applicationId);
  if (facts === null) return null;
  const { found, call, window } = facts;
  const decision = decideCarry(found, window, context.now);
  const open = publishedCalls(context).filter(
    (other) => other.id !== call.id && windowOf(other, context.now) === 'open' && mayStart(context.actor, other),
  );
  return {
    id: found.id,
    reference: found.reference,
    title: found.title,
    language: found.language,
    callTitle: call.title,
    partnerName: call.partnerName,
    timeZone: call.timeZone,
    refusal: decision.ok ? null : decision.reason,
    consentedAt: findConsent(context.db, found.id)?.givenAt ?? null,
    hasRecordings: findMediaOf(context.db, found.id).some(({ state }) => state === 'ready'),
    calls: open.map(({ id, language, title, partnerName, closesAt, timeZone, invitationOnly }) => ({
      id,
      language,
      title,
      partnerName,
      closesAt,
      timeZone,
      invitationOnly,
    })),
  };
}

/** What was carried over and found no question, beside the draft; null for strangers. */
export function earlierWords(context: Context, applicationId: Id) {
  const mine = myApplication(context, applicationId);
  if (mine === null) return null;
  const words = findCarriedWords(context.db, applicationId);
  return { id: mine.id, reference: mine.reference, callTitle: mine.call.title, words };
}
