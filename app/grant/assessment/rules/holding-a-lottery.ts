import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { MiddleWay } from './panel-rule.ts';
import type { PanelState } from './panel-state.ts';

/** Twenty throws of a die have more outcomes than anybody could try out: 6 to the 20th. */
export const THROWS = 20;

export type FixRefusal =
  | 'not-closed'
  | 'already-decided'
  | 'not-announced'
  | 'ranking-waits'
  | 'already-fixed'
  | 'locked'
  | 'panel-meets'
  | 'nothing-to-draw';

/**
 * Lots are drawn where the call announced it, among those that its ranking cannot tell apart, and once. Never while the
 * panel meets: scores still change there, and whoever leads it could wait for the list that suits her.
 */
export function decideFixing(facts: {
  readonly panel: PanelState;
  readonly isDecided: boolean;
  readonly middle: MiddleWay;
  /** Whether the announced method was calculated for the scores that count now. */
  readonly isRanked: boolean;
  readonly isFixed: boolean;
  readonly isLocked: boolean;
  readonly isMeeting: boolean;
  readonly toChoose: number;
}): Outcome<'fixed', FixRefusal> {
  if (facts.panel !== 'closed') return refused('not-closed');
  if (facts.isDecided) return refused('already-decided');
  if (facts.middle !== 'lottery') return refused('not-announced');
  if (facts.isFixed) return refused('already-fixed');
  if (facts.isLocked) return refused('locked');
  if (facts.isMeeting) return refused('panel-meets');
  if (!facts.isRanked) return refused('ranking-waits');
  if (facts.toChoose === 0) return refused('nothing-to-draw');
  return done('fixed');
}

/** Owed: announced by the call, and not drawn while there is something to draw. */
export type LotsStanding = 'none' | 'owed' | 'drawn';

/** Whether lots stand between a panel and its decision. A list that was fixed is drawn, whatever became of the scores. */
export function standingOfLots(facts: {
  readonly middle: MiddleWay;
  readonly isRanked: boolean;
  readonly toChoose: number;
  readonly isFixed: boolean;
  readonly isDrawn: boolean;
}): LotsStanding {
  if (facts.isFixed) return facts.isDrawn ? 'drawn' : 'owed';
  return facts.middle === 'lottery' && facts.isRanked && facts.toChoose > 0 ? 'owed' : 'none';
}

export type TypeRefusal = 'not-fixed' | 'already-drawn' | 'already-decided' | 'locked' | 'unreadable';

type Typed = { readonly personId: Id; readonly thrown: string };

/**
 * Somebody says what the dice showed: the first of two people is written down, the second draws if she read the same.
 * Nothing is typed once the shortlist is locked or out: a throw could be made up to give what was chosen already.
 *
 * @param typed   what was typed so far, oldest first
 * @param thrown  null when it is no throw
 */
export function decideTyping(
  facts: {
    readonly isFixed: boolean;
    readonly isDrawn: boolean;
    readonly isDecided: boolean;
    readonly isLocked: boolean;
    readonly typed: readonly Typed[];
  },
  personId: Id,
  thrown: string | null,
): Outcome<'first' | 'drawn' | 'differs', TypeRefusal> {
  if (!facts.isFixed) return refused('not-fixed');
  if (facts.isDrawn) return refused('already-drawn');
  if (facts.isDecided) return refused('already-decided');
  if (facts.isLocked) return refused('locked');
  if (thrown === null) return refused('unreadable');
  // Of each other person only what she typed last: she may have read the dice again.
  const others = new Map(
    facts.typed.filter((one) => one.personId !== personId).map((one) => [one.personId, one.thrown]),
  );
  if (others.size === 0) return done('first');
  return done([...others.values()].includes(thrown) ? 'drawn' : 'differs');
}
