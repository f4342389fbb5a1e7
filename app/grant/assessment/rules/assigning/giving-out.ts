import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Composition } from '../composition.ts';
import type { PanelState } from '../panel-state.ts';
import type { Pair } from './assignment-facts.ts';

/** What may leave the desk it lies on: nothing, or what nobody has begun. A sheet that was begun never moves. */
export type Moves = 'nothing' | 'not-begun';

export type GiveOutRefusal =
  | 'panel-closed'
  | 'call-not-closed'
  | 'nothing-to-assess'
  | 'composition-not-met'
  | 'nobody-ready'
  | 'plan-changed';

/** The first refusal wins; `seen` is the plan that was on the screen, null before there is one. */
export function decideGiveOut(
  facts: {
    readonly panel: PanelState;
    readonly isCallClosed: boolean;
    readonly applications: number;
    /** Seated members who have said whom they know. */
    readonly ready: number;
    readonly composition: Composition;
    readonly plan: string;
  },
  seen: string | null,
): Outcome<'given-out', GiveOutRefusal> {
  if (facts.panel === 'closed') return refused('panel-closed');
  if (!facts.isCallClosed) return refused('call-not-closed');
  if (facts.applications === 0) return refused('nothing-to-assess');
  if (!facts.composition.isMet) return refused('composition-not-met');
  if (facts.ready === 0) return refused('nobody-ready');
  if (seen !== null && seen !== facts.plan) return refused('plan-changed');
  return done('given-out');
}

/**
 * What has to be put on desks and what has to be taken from them, so that they hold what is kept and what was planned.
 *
 * @param live     what lies on the desks now
 * @param kept     what stays, a sheet that was begun before anything was given out among it
 * @param planned  what a plan adds
 */
export function desksToChange(live: readonly Pair[], kept: readonly Pair[], planned: readonly Pair[]) {
  const wanted = new Set([...kept, ...planned].map(keyOf));
  const there = new Set(live.map(keyOf));
  return {
    give: sorted([...kept, ...planned].filter((pair) => !there.has(keyOf(pair)))),
    take: sorted(live.filter((pair) => !wanted.has(keyOf(pair)))),
  };
}

function keyOf({ applicationId, memberId }: Pair): string {
  return `${applicationId} ${memberId}`;
}

function sorted(pairs: readonly Pair[]): Pair[] {
  return pairs.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
}
