import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';

/** What is known of an application when the agenda of a meeting is made. */
export type ToDiscuss = {
  readonly applicationId: Id;
  /** Thousandths of a score, as `panelScore` gives them. */
  readonly meanMilli: number | null;
  readonly spreadMilli: number | null;
};

/**
 * The agenda of a meeting: from the greatest disagreement to the least, and at the end what fewer than two people
 * could judge, where nobody can tell. Equals go by how close they are to the line, where a change of mind matters
 * most, and then as they came in.
 *
 * @param lineMilli  the mean of the last place there is money for; null where nobody could say
 */
export function orderAgenda(applications: readonly ToDiscuss[], lineMilli: number | null): Id[] {
  const spread = ({ spreadMilli }: ToDiscuss) => spreadMilli ?? -1;
  const distance = ({ meanMilli }: ToDiscuss) =>
    meanMilli === null || lineMilli === null ? Number.MAX_SAFE_INTEGER : Math.abs(meanMilli - lineMilli);
  return applications
    .toSorted((one, other) => spread(other) - spread(one) || distance(one) - distance(other))
    .map(({ applicationId }) => applicationId);
}

export type ItemState = 'waiting' | 'now' | 'done' | 'left-out';

export type AgendaItem = {
  readonly applicationId: Id;
  readonly state: ItemState;
  /** Still under review: not taken back since the agenda was made. */
  readonly isStanding: boolean;
};

/** The chair's buttons. */
export type AgendaPress =
  | { readonly press: 'next' }
  | { readonly press: 'clear' }
  | { readonly press: 'call' | 'leave-out' | 'bring-back'; readonly applicationId: Id };

export type AgendaRefusal = 'moved-on' | 'nothing-waiting' | 'nothing-on-table' | 'not-on-agenda' | 'taken-back';

export type AgendaStep = { readonly applicationId: Id; readonly state: ItemState };

/**
 * What a press changes on the agenda. One application at most is on the table; whatever leaves it was talked about,
 * unless it is left out.
 *
 * @param items  in the order of the agenda
 * @param seen   what was on the table when the page with the button was made: an old page, or the second half of a
 *               double click, changes nothing
 */
export function pressAgenda(
  items: readonly AgendaItem[],
  press: AgendaPress,
  seen: Id | null,
): Outcome<readonly AgendaStep[], AgendaRefusal> {
  const onTable = items.find(({ state }) => state === 'now')?.applicationId ?? null;
  if (onTable !== seen) return refused('moved-on');
  const cleared: readonly AgendaStep[] = onTable === null ? [] : [{ applicationId: onTable, state: 'done' }];
  const called = (applicationId: Id): readonly AgendaStep[] => [...cleared, { applicationId, state: 'now' }];
  if (press.press === 'clear') return onTable === null ? refused('nothing-on-table') : done(cleared);
  if (press.press === 'next') {
    const next = items.find(({ state, isStanding }) => state === 'waiting' && isStanding);
    return next === undefined ? refused('nothing-waiting') : done(called(next.applicationId));
  }
  const { applicationId } = press;
  const item = items.find((each) => each.applicationId === applicationId);
  if (item === undefined) return refused('not-on-agenda');
  if (press.press === 'leave-out') {
    if (item.state === 'done' || item.state === 'left-out') return refused('moved-on');
    return done([{ applicationId, state: 'left-out' }]);
  }
  if (!item.isStanding) return refused('taken-back');
  if (press.press === 'bring-back') {
    return item.state === 'left-out' ? done([{ applicationId, state: 'waiting' }]) : refused('moved-on');
  }
  return item.state === 'now' ? refused('moved-on') : done(called(applicationId));
}
