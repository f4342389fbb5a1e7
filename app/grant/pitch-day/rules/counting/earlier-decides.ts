import type { TieBreak } from '#app/kernel/lots.ts';
import type { Profile } from './profile.ts';

export type TieDecision = {
  readonly chosen: number;
  readonly by: 'previous stage' | 'lot';
  /** By lot: those whom nothing told apart; else all that were equal now. */
  readonly tied: readonly number[];
};

/**
 * Chooses one of several that are equal now: the most recent earlier stage at which they differed decides, and whoever is
 * still equal there goes on to the stage before. Equal throughout: by lot.
 *
 * @param tied      positions of options, two or more
 * @param earlier   the votes of each option, by position, at every stage before this one, the first stage first
 * @param wanted    whether the one with the most or with the fewest is looked for
 * @param tieBreak  the lot: whoever comes first in it is chosen
 * @source          Scottish Local Government Elections Order 2007, rules 49 and 51
 */
export function earlierDecides(
  tied: readonly number[],
  earlier: readonly (readonly number[])[],
  wanted: 'most' | 'fewest',
  { options }: Pick<Profile, 'options'>,
  tieBreak: TieBreak,
): TieDecision {
  let left = tied;
  for (const votes of earlier.toReversed()) {
    const of = (option: number) => votes[option] ?? 0;
    const extreme = left
      .map(of)
      .reduce((one, other) => (wanted === 'most' ? Math.max(one, other) : Math.min(one, other)));
    left = left.filter((option) => of(option) === extreme);
    const [only] = left;
    if (left.length === 1 && only !== undefined) return { chosen: only, by: 'previous stage', tied };
  }
  const idOf = (option: number) => options[option]?.id ?? '';
  const chosen = left.reduce((first, next) => (tieBreak(idOf(next), idOf(first)) < 0 ? next : first));
  return { chosen, by: 'lot', tied: left };
}
