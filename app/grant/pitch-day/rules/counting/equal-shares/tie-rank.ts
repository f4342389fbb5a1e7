import type { TieBreak } from '#app/kernel/lots.ts';
import type { Profile } from '../profile.ts';

/** The place of each option, by position, in the order in which ties go. */
export function tieRankOf({ options }: Pick<Profile, 'options'>, tieBreak: TieBreak): Int32Array {
  const order = [...options.keys()].sort((one, other) => tieBreak(options[one]?.id ?? '', options[other]?.id ?? ''));
  const rank = new Int32Array(options.length);
  for (const [place, option] of order.entries()) rank[option] = place;
  return rank;
}
