import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Context } from '#app/platform/context.server.ts';
import { callById } from '../../call/queries/call-facts.server.ts';
import { findMember } from '../store/panel.server.ts';
import { phasesOf } from '../store/phases.server.ts';
import { findOffer } from '../store/seat-terms.server.ts';

export type PanelDate = {
  /** Stays the same for as long as the date is the same date. */
  readonly key: string;
  readonly kind: 'phase' | 'scoring-ends' | 'meeting' | 'term-begins' | 'term-ends';
  /** What somebody called it; empty where the kind says it. */
  readonly name: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant | null;
};

export type PanelDates = {
  readonly call: { readonly id: Id; readonly slug: string; readonly title: string; readonly language: string };
  readonly dates: readonly PanelDate[];
};

/** The dates of a panel for one who sits on it, in their order; null for everybody else. */
export function panelDates(context: Context, callId: Id): PanelDates | null {
  const { actor, db } = context;
  const call = callById(context, callId);
  const member = actor === null ? null : findMember(db, callId, actor.personId);
  if (call === null || member?.state !== 'accepted') return null;
  const offer = findOffer(db, callId);
  const phases = phasesOf(db, callId);
  const lastScoring = phases.findLast(({ allows }) => allows === 'score');
  const dates: PanelDate[] = [
    ...phases.map(({ id, name, startsAt, endsAt }) => ({ key: id, kind: 'phase' as const, name, startsAt, endsAt })),
    ...(lastScoring === undefined ? [] : [moment(`${lastScoring.id}-ends`, 'scoring-ends', lastScoring.endsAt)]),
    ...call.dates
      .filter(({ kind }) => kind === 'panel-meeting')
      .map(({ id, startsAt, endsAt }) => ({ key: id, kind: 'meeting' as const, name: '', startsAt, endsAt })),
    ...(offer === null
      ? []
      : [
          moment(`${callId}-term-begins`, 'term-begins', offer.termFrom),
          moment(`${callId}-term-ends`, 'term-ends', offer.termUntil),
        ]),
  ];
  const { id, slug, title, language } = call;
  return {
    call: { id, slug, title, language },
    dates: dates.toSorted((one, other) => one.startsAt - other.startsAt || (one.key < other.key ? -1 : 1)),
  };
}

function moment(key: string, kind: PanelDate['kind'], startsAt: Instant): PanelDate {
  return { key, kind, name: '', startsAt, endsAt: null };
}
