import type { Profile } from './profile.ts';

export type LimitedProfile = {
  readonly profile: Profile;
  /** How many ballots choose more, and are in the profile no longer. */
  readonly overfull: number;
};

/**
 * Leaves the ballots out that choose more options than a voter may, as a box of paper ballots does: such a ballot does not
 * say which of its choices it means. Whoever cast one is no voter to any rule afterwards, an empty ballot is.
 *
 * @param max  at least 1
 */
export function chooseUpTo(profile: Profile, max: number): LimitedProfile {
  const ballots = profile.ballots.filter(({ choices }) => choices.length <= max);
  const overfull = profile.ballots.reduce((sum, { weight, choices }) => sum + (choices.length > max ? weight : 0), 0);
  return { profile: { ...profile, ballots }, overfull };
}
