import type { Instant } from '#app/kernel/instant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';

export const MILESTONES_MAX = 12;
export const MILESTONE_TITLE_MAX = 120;

export type MilestoneRefusal =
  | 'title-missing'
  | 'title-too-long'
  | 'due-in-the-past'
  | 'too-many-milestones'
  | 'no-payment-waits';

/** One more step of the plan. Only as many milestones release a payment as there are payments after the first. */
export function decideMilestone(
  plan: { readonly milestones: number; readonly releasing: number; readonly trancheCount: number },
  added: { readonly title: string; readonly dueAt: Instant; readonly releasesTranche: boolean },
  now: Instant,
): Outcome<'added', MilestoneRefusal> {
  const title = added.title.trim();
  if (title === '') return refused('title-missing');
  if (title.length > MILESTONE_TITLE_MAX) return refused('title-too-long');
  if (added.dueAt < now) return refused('due-in-the-past');
  if (plan.milestones >= MILESTONES_MAX) return refused('too-many-milestones');
  if (added.releasesTranche && !canRelease(plan)) return refused('no-payment-waits');
  return done('added');
}

/** Whether another milestone could be tied to a payment. */
export function canRelease(plan: { readonly releasing: number; readonly trancheCount: number }): boolean {
  return plan.releasing < plan.trancheCount - 1;
}

/** A milestone goes only while nobody has talked about it. */
export function decideRemove(milestone: {
  readonly state: 'open' | 'met';
  readonly checkIns: number;
}): Outcome<'removed', 'already-met' | 'talked-about'> {
  if (milestone.state === 'met') return refused('already-met');
  return milestone.checkIns > 0 ? refused('talked-about') : done('removed');
}

export type SignOffRefusal = 'already-met' | 'not-said-to-be-met' | 'not-confirmed' | 'mentor-signs-own';

/** Three people stand behind a milestone: the mentor recorded it, the group confirmed it, a manager signs it off. */
export function decideSignOff(facts: {
  readonly state: 'open' | 'met';
  /** Check-ins that say this milestone is met. */
  readonly checkIns: readonly { readonly confirmedByGroupAt: Instant | null }[];
  readonly signerIsMentor: boolean;
}): Outcome<'met', SignOffRefusal> {
  if (facts.state === 'met') return refused('already-met');
  if (facts.checkIns.length === 0) return refused('not-said-to-be-met');
  if (facts.checkIns.every((entry) => entry.confirmedByGroupAt === null)) return refused('not-confirmed');
  return facts.signerIsMentor ? refused('mentor-signs-own') : done('met');
}
