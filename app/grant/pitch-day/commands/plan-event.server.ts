import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context, Tx } from '#app/platform/context.server.ts';
import { promise } from '#app/platform/outbox.server.ts';
import { promisesAbout } from '#app/platform/promises-about.server.ts';
import { shortlistOf } from '../../assessment/queries/panel-ranking.server.ts';
import { callForManager } from '../../call/queries/call-facts.server.ts';
import { type DayFault, dayFault } from '../rules/planning.ts';
import { findOffer } from '../store/coming.server.ts';
import { changeEvent, findEventOfCall, insertEvent, type PitchEvent, writeRunningOrder } from '../store.server.ts';
import { type OfferedDay, tellComers, writeDayOffer } from './offer-day.server.ts';

export type EventPlan = {
  readonly title: string;
  readonly place: string;
  readonly address: string;
  readonly accessNotes: string;
  readonly startsAt: Instant;
  readonly pitchSeconds: number;
  /** What decides a tie, e.g. "three dice thrown on stage, in the order thrown". */
  readonly tieSource: string;
};

export type PlanRefusal =
  | 'not-found'
  | 'no-pitch-day'
  | 'shortlist-too-short'
  | 'paper-fixed'
  | 'places-promised'
  | DayFault;

/**
 * Plans the pitch day of a call, or changes the plan. The shortlist comes in, in order of reference.
 *
 * Once the ballot paper is fixed, its title, its start and its tie rule stay; a hall may still change. Groups that were
 * invited before are told what changed, and so are people who signed up.
 *
 * @param offer  what the day offers those who come; left out, that stays as it is
 */
export function planEvent(
  context: Context,
  callId: Id,
  plan: EventPlan,
  offer?: OfferedDay,
): Outcome<{ eventId: Id }, PlanRefusal> {
  const { actor } = context;
  const call = callForManager(context, callId);
  if (actor === null || call === null) return refused('not-found');
  if (!call.hasPitchDay || call.state !== 'published') return refused('no-pitch-day');
  return context.transact((tx) => {
    const known = findEventOfCall(tx, callId);
    const fault = dayFault({
      startsAt: plan.startsAt,
      plannedBefore: known?.startsAt ?? null,
      signUpClosesAt: offer?.signUpClosesAt ?? null,
      now: context.now,
    });
    if (known !== null) return changePlan(tx, context, { known, plan, offer, fault });
    const shortlist = shortlistOf(context, callId);
    if (shortlist.length < 2) return refused('shortlist-too-short');
    if (fault !== null) return refused(fault);
    const event: PitchEvent = {
      ...plan,
      id: context.newId(),
      callId,
      pollId: null,
      orderDrawnAt: null,
      state: 'planned',
      screen: 'welcome',
      currentPitchId: null,
      timerStartedAt: null,
      questionsStartedAt: null,
      version: 1,
      createdBy: actor.personId,
      createdAt: context.now,
    };
    insertEvent(tx, event);
    writeRunningOrder(
      tx,
      event.id,
      shortlist.map((card) => ({ id: context.newId(), applicationId: card.id })),
    );
    const offered = writeDayOffer(tx, context, event, offer);
    return offered.ok ? done({ eventId: event.id }) : offered;
  });
}

function changePlan(
  tx: Tx,
  context: Context,
  to: { known: PitchEvent; plan: EventPlan; offer: OfferedDay | undefined; fault: DayFault | null },
): Outcome<{ eventId: Id }, PlanRefusal> {
  const { known, plan, offer, fault } = to;
  if (known.pollId !== null && !isSamePaper(known, plan)) return refused('paper-fixed');
  if (fault !== null) return refused(fault);
  invariant(changeEvent(tx, known, plan), 'an event is read and changed in one transaction');
  const isNews = isNewsForGroups(known, plan) || asksLonger(tx, known.id, offer);
  if (isNews && wereInvited(context, known.id))
    promise(tx, context, { kind: 'pitches-announced', subjectId: known.id });
  const offered = writeDayOffer(tx, context, { id: known.id, startsAt: plan.startsAt }, offer);
  if (!offered.ok) return offered;
  if (isNewsForGroups(known, plan) || offered.value === 'news') tellComers(tx, context, known.id);
  return done({ eventId: known.id });
}

function isSamePaper(event: PitchEvent, plan: EventPlan): boolean {
  return event.title === plan.title && event.startsAt === plan.startsAt && event.tieSource === plan.tieSource;
}

/** Groups were told of the day when the ballot paper was fixed, also if it was taken back since. */
function wereInvited(context: Context, eventId: Id): boolean {
  return promisesAbout(context, 'pitches-announced', eventId).length > 0;
}

function isNewsForGroups(event: PitchEvent, plan: EventPlan): boolean {
  const told = ['title', 'place', 'address', 'accessNotes', 'startsAt', 'pitchSeconds'] as const;
  return told.some((name) => event[name] !== plan[name]);
}

/** Whether a pitch is followed by other minutes of questions than groups were told. */
function asksLonger(tx: Tx, eventId: Id, offer: OfferedDay | undefined): boolean {
  return offer !== undefined && offer.questionSeconds !== (findOffer(tx, eventId)?.questionSeconds ?? 0);
}
