import { type Actor, hasDuty } from '#app/kernel/actor.ts';
import type { Id } from '#app/kernel/id.ts';

/** Managers of the awarding partner choose mentors and see how its groups get on. */
export function mayRunMentoring(actor: Actor | null, award: { readonly partnerId: Id }): boolean {
  return hasDuty(actor, 'manager', award.partnerId);
}

/** The mentor a group has now; whoever was its mentor before sees it no longer. */
export function isMentorNow(actor: Actor | null, mentorPersonId: Id | null): boolean {
  return actor !== null && actor.personId === mentorPersonId;
}
