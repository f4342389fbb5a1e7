import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
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

export type TypeRefusal = 'not-fixed' | 'already-drawn' | 'already-decided' | 'locked' | 'unreadable' | 'why-missing';

type Typed = { readonly personId: Id; readonly thrown: string };

/** Characters of a reason why a throw was given up: one or two sentences. */
export const WHY_MAX = 300;

/**
 * Somebody says what the dice showed: the first of two people is written down, the second draws if she read the same.
 * Nothing is typed once the shortlist is locked or out: a throw could be made up to give what was chosen already.
 * Whoever types other numbers than before says why, in public: nobody throws until it suits.
 *
 * @param typed   what was typed so far, oldest first
 * @param thrown  null when it is no throw
 * @param why     why what she typed before does not count
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
  why = '',
): Outcome<'first' | 'drawn' | 'differs', TypeRefusal> {
  if (!facts.isFixed) return refused('not-fixed');
  if (facts.isDrawn) return refused('already-drawn');
  if (facts.isDecided) return refused('already-decided');
  if (facts.isLocked) return refused('locked');
  if (thrown === null) return refused('unreadable');
  const before = facts.typed.findLast((one) => one.personId === personId);
  if (before !== undefined && before.thrown !== thrown && why.trim() === '') return refused('why-missing');
  // Of each other person only what she typed last: she may have read the dice again.
  const others = new Map(
    facts.typed.filter((one) => one.personId !== personId).map((one) => [one.personId, one.thrown]),
  );
  if (others.size === 0) return done('first');
  return done([...others.values()].includes(thrown) ? 'drawn' : 'differs');
}

export type GivenUp = {
  readonly typedAt: Instant;
  readonly thrown: string;
  /** Who typed it, counted from 1 in the order in which people first typed. */
  readonly person: number;
  /** What she said when she typed other numbers; null where what somebody else read was drawn from instead. */
  readonly why: string | null;
};

/**
 * What was typed and is not drawn from, oldest first: what its own reader gave up, and, once lots are drawn, what nobody
 * else had read.
 *
 * @param typed  oldest first
 * @param drawn  the throw that lots were drawn from; null before
 */
export function givenUp(
  typed: readonly (Typed & { readonly typedAt: Instant; readonly why: string | null })[],
  drawn: string | null,
): GivenUp[] {
  const people = [...new Set(typed.map(({ personId }) => personId))];
  return typed.flatMap(({ personId, thrown, typedAt }, at): GivenUp[] => {
    const next = typed.slice(at + 1).find((later) => later.personId === personId);
    const isGivenUp = next !== undefined && next.thrown !== thrown;
    if (!isGivenUp && (drawn === null || thrown === drawn)) return [];
    return [{ typedAt, thrown, person: people.indexOf(personId) + 1, why: isGivenUp ? next.why : null }];
  });
}
