import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Context } from '#app/platform/context.server.ts';
import { callSummary } from '../../call/queries/call-facts.server.ts';
import { PRACTICE_EXAMPLES } from '../rules/practice.ts';
import { findMember, panelStateOf } from '../store/panel.server.ts';
import { findOffer, findPracticeOf, findSeatTerms } from '../store/seat-terms.server.ts';
import { scoresDueOf } from './missing-sheets.server.ts';
import { type ShownOffer, shownOffer } from './sign-up.server.ts';

export type MySeat = {
  readonly offer: ShownOffer | null;
  /** False of whoever took her seat before terms were asked. */
  readonly isAgreed: boolean;
  /** When scores are due, on the clock of this zone; null where nothing says so, and while nobody scores. */
  readonly due: { readonly at: Instant; readonly timeZone: string; readonly isOver: boolean } | null;
  /** She judges pitches on a day that is still to come or was: the panel has closed, and the call says so. */
  readonly judges: boolean;
  /** Of the made-up applications. */
  readonly practised: { readonly done: number; readonly all: number };
};

/** What goes with the seat of the signed-in person: what is asked and given, and whether they have said their terms. */
export function mySeat(context: Context, callId: Id): MySeat {
  const { actor, db } = context;
  const call = callSummary(context, callId);
  const member = actor === null ? null : findMember(db, callId, actor.personId);
  const offer = findOffer(db, callId);
  const dueAt = panelStateOf(db, callId) === 'scoring' ? scoresDueOf(context, callId) : null;
  return {
    due: dueAt === null || call === null ? null : { at: dueAt, timeZone: call.timeZone, isOver: context.now >= dueAt },
    judges: (call?.judgesMin ?? 0) > 0 && member?.state === 'accepted' && panelStateOf(db, callId) === 'closed',
    offer: offer === null || call === null ? null : shownOffer(offer, call),
    isAgreed: member !== null && findSeatTerms(db, member.id) !== null,
    practised: { done: member === null ? 0 : findPracticeOf(db, member.id).length, all: PRACTICE_EXAMPLES.length },
  };
}
