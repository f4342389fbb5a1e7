import { randomBytes } from 'node:crypto';
import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { shortlistOf } from '../../assessment/queries/panel-ranking.server.ts';
import { ownEventOfCall } from '../queries/own-event.server.ts';
import { followShortlist, LOT_BYTES, movePitch, orderByLot, placePitch } from '../rules/running-order.ts';
import { changeEvent, pitchesOf, writeRunningOrder } from '../store.server.ts';

export type ArrangeRefusal = 'not-found' | 'paper-fixed' | 'shortlist-too-short' | 'moved-on';

type Place = { readonly id: Id; readonly applicationId: Id };

/** One step past a neighbour, or to a place counted from 1. */
export type PitchMove = { readonly pitchId: Id; readonly to: 'up' | 'down' | number };

/**
 * Moves one pitch in the running order.
 *
 * @param seenVersion  of the page on which it was moved: a move in an order that is no longer there says nothing
 */
export function shiftPitch(
  context: Context,
  callId: Id,
  { pitchId, to }: PitchMove,
  seenVersion: number,
): Outcome<'arranged', ArrangeRefusal> {
  return arrange(
    context,
    callId,
    null,
    (pitches) => (typeof to === 'number' ? placePitch(pitches, pitchId, to) : movePitch(pitches, pitchId, to)),
    seenVersion,
  );
}

/**
 * Draws the running order by lot and records when.
 *
 * @param seenVersion  of the page with the button: a second press, or another operator's, draws no second time unseen
 */
export function drawOrder(context: Context, callId: Id, seenVersion?: number): Outcome<'arranged', ArrangeRefusal> {
  const draw = (pitches: readonly Place[]) =>
    orderByLot(
      pitches,
      pitches.map(() => randomBytes(LOT_BYTES)),
    );
  return arrange(context, callId, context.now, draw, seenVersion);
}

/**
 * Brings the running order up to a shortlist that changed since.
 *
 * @param seenVersion  of the page with the button
 */
export function takeInShortlist(
  context: Context,
  callId: Id,
  seenVersion?: number,
): Outcome<'arranged', ArrangeRefusal> {
  const shortlist = shortlistOf(context, callId).map((card) => card.id);
  if (shortlist.length < 2) return refused('shortlist-too-short');
  const follow = (pitches: readonly Place[]) => {
    const known = new Map(pitches.map((pitch) => [pitch.applicationId, pitch.id]));
    const ordered = followShortlist([...known.keys()], shortlist);
    return ordered.map((applicationId) => ({ id: known.get(applicationId) ?? context.newId(), applicationId }));
  };
  return arrange(context, callId, null, follow, seenVersion);
}

/** @param drawnAt  null when the order is no longer the one that was drawn */
function arrange(
  context: Context,
  callId: Id,
  drawnAt: number | null,
  reorder: (pitches: readonly Place[]) => readonly Place[],
  seenVersion?: number,
): Outcome<'arranged', ArrangeRefusal> {
  return context.transact((tx) => {
    const own = ownEventOfCall(context, callId);
    if (own === null) return refused('not-found');
    if (own.event.pollId !== null) return refused('paper-fixed');
    if (seenVersion !== undefined && own.event.version !== seenVersion) return refused('moved-on');
    // The stage may already show a pitch of the old order.
    const stage = { screen: 'welcome', currentPitchId: null, timerStartedAt: null, questionsStartedAt: null } as const;
    if (!changeEvent(tx, own.event, { ...stage, orderDrawnAt: drawnAt })) return refused('moved-on');
    writeRunningOrder(tx, own.event.id, reorder(pitchesOf(tx, own.event.id)));
    return done('arranged');
  });
}
