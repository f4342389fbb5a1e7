import { hasDuty } from '#app/kernel/actor.ts';
import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import { introducePerson } from '#app/people/commands/introduce-person.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { decideAddMentor, type MentorRefusal } from '../rules/adding-mentor.ts';
import { findMentorByPerson, insertMentor } from '../store.server.ts';

export type NewMentor = {
  readonly name: string;
  readonly email: string;
  readonly about: string;
  readonly skills: readonly string[];
  /** BCP 47 tags. */
  readonly languages: readonly string[];
  readonly city: string;
  readonly hoursAMonth: number;
};

/** Puts somebody on a partner's list of mentors, whether or not she has ever signed in. */
export function addMentor(
  context: Context,
  partnerId: Id,
  added: NewMentor,
): Outcome<{ mentorId: Id }, MentorRefusal | 'not-found'> {
  const { actor } = context;
  if (actor === null || !hasDuty(actor, 'manager', partnerId)) return refused('not-found');
  return context.transact((tx) => {
    const personId = introducePerson(tx, context, { name: added.name.trim(), email: added.email });
    const decision = decideAddMentor(findMentorByPerson(tx, partnerId, personId) !== null, added);
    if (!decision.ok) return decision;
    const mentorId = context.newId();
    insertMentor(tx, {
      id: mentorId,
      partnerId,
      personId,
      about: added.about.trim(),
      skills: added.skills,
      languages: added.languages,
      city: added.city.trim(),
      hoursAMonth: added.hoursAMonth,
      addedAt: context.now,
      addedBy: actor.personId,
    });
    return done({ mentorId });
  });
}
