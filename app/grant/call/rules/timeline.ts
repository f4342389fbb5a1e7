import type { Instant } from '#app/kernel/instant.ts';
import { type CallDate, endOf, inOrder, type MilestoneKind } from './plan.ts';
import type { Window } from './window.ts';

/** One date of a round, opening and closing among them. */
export type Milestone = Omit<CallDate, 'id' | 'kind'> & { readonly id: string; readonly kind: MilestoneKind };

/**
 * The whole round in the order in which it happens.
 *
 * A date that falls on the opening or the closing stands after it.
 */
export function milestonesOf(call: Window & { readonly dates: readonly CallDate[] }): Milestone[] {
  const moment = (kind: 'opens' | 'closes', startsAt: Instant) =>
    ({ id: kind, kind, startsAt, endsAt: null, place: '' }) as const;
  const all: Milestone[] = [moment('opens', call.opensAt), moment('closes', call.closesAt), ...inOrder(call.dates)];
  return all.toSorted((one, other) => one.startsAt - other.startsAt);
}

/** How far the round has come: each date is over, the next one, or later. */
export function timelineOf(
  call: Parameters<typeof milestonesOf>[0],
  now: Instant,
): (Milestone & { readonly state: 'past' | 'now' | 'next' })[] {
  const milestones = milestonesOf(call);
  const next = milestones.findIndex((milestone) => endOf(milestone) > now);
  return milestones.map((milestone, place) => {
    if (place === next) return { ...milestone, state: 'now' };
    return { ...milestone, state: endOf(milestone) <= now ? 'past' : 'next' };
  });
}
