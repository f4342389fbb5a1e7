import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';

export type MatchRefusal =
  | 'award-not-accepted'
  | 'same-mentor'
  | 'own-group'
  | 'sat-on-panel'
  | 'works-for-partner'
  | 'named-by-applicant';

/** A mentor of a group never assesses it, decides about it or pays it. */
export function decideMatch(facts: {
  readonly isAccepted: boolean;
  readonly currentMentorId: Id | null;
  readonly mentorId: Id;
  /** In the team of the group, or ever was. */
  readonly isInsider: boolean;
  readonly satOnPanel: boolean;
  readonly worksForPartner: boolean;
  /** The group asked that she does not see its application. */
  readonly isNamed: boolean;
}): Outcome<'matched', MatchRefusal> {
  if (!facts.isAccepted) return refused('award-not-accepted');
  if (facts.currentMentorId === facts.mentorId) return refused('same-mentor');
  if (facts.isInsider) return refused('own-group');
  if (facts.satOnPanel) return refused('sat-on-panel');
  if (facts.worksForPartner) return refused('works-for-partner');
  if (facts.isNamed) return refused('named-by-applicant');
  return done('matched');
}

export type MentorFit = {
  readonly mentorId: Id;
  readonly name: string;
  readonly speaksLanguage: boolean;
  readonly sameCity: boolean;
  /** Groups she mentors now. */
  readonly groups: number;
  readonly hoursAMonth: number;
};

/** A group takes about two hours a month: one talk, and what comes of it. */
export const HOURS_PER_GROUP = 2;

/** Hours a month that are not promised yet; never below zero. */
export function freeHours(mentor: { readonly hoursAMonth: number; readonly groups: number }): number {
  return Math.max(0, mentor.hoursAMonth - HOURS_PER_GROUP * mentor.groups);
}

/** Best fit first: the group's language, then its city, then the most free time; then by name. */
export function suggestMentors<Fit extends MentorFit>(mentors: readonly Fit[]): Fit[] {
  return mentors.toSorted(
    (one, other) =>
      Number(freeHours(other) > 0) - Number(freeHours(one) > 0) ||
      Number(other.speaksLanguage) - Number(one.speaksLanguage) ||
      Number(other.sameCity) - Number(one.sameCity) ||
      freeHours(other) - freeHours(one) ||
      (one.name < other.name ? -1 : 1),
  );
}

/** `ar-SY` speaks `ar`: people understand each other across the regions of a language. */
export function speaks(languages: readonly string[], wanted: string): boolean {
  const base = (tag: string) => tag.toLowerCase().split('-')[0];
  return languages.some((tag) => base(tag) === base(wanted));
}
