import { done, type Outcome, refused } from '#app/kernel/outcome.ts';

export const MENTOR_HOURS_MAX = 200;

export type MentorRefusal = 'already-mentor' | 'name-missing' | 'languages-missing' | 'hours-out-of-range';

/** Decides whether somebody can be put on a partner's list of mentors. */
export function decideAddMentor(
  isMentorAlready: boolean,
  added: { readonly name: string; readonly languages: readonly string[]; readonly hoursAMonth: number },
): Outcome<'added', MentorRefusal> {
  if (isMentorAlready) return refused('already-mentor');
  if (added.name.trim() === '') return refused('name-missing');
  if (added.languages.length === 0) return refused('languages-missing');
  const { hoursAMonth } = added;
  if (!Number.isInteger(hoursAMonth) || hoursAMonth < 1 || hoursAMonth > MENTOR_HOURS_MAX)
    return refused('hours-out-of-range');
  return done('added');
}
