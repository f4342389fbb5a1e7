import type { Id } from '#app/kernel/id.ts';
import { peopleById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { type Known, type Match, matchOf } from '../rules/hidden-from.ts';
import { findHiddenAnswers, findHiddenFrom, findHiddenOfCall, type HiddenRow } from '../store/safety.server.ts';

type Read = Pick<Context, 'db'>;

export type NamedPair = { readonly hidden: HiddenRow; readonly personId: Id; readonly match: Exclude<Match, 'other'> };

/**
 * Every one of these people whom an applicant of the call has named, certainly or perhaps. The caller shows none of it
 * to the people themselves: they must not learn that they are named.
 */
export function namedAmong(context: Read, callId: Id, personIds: readonly Id[]): NamedPair[] {
  return pairsIn(context, findHiddenOfCall(context.db, callId), personIds);
}

/** The applications of a call that must stay hidden from somebody; none of them exists as far as they can see. */
export function hiddenFromPerson(context: Read, callId: Id, personId: Id): ReadonlySet<Id> {
  const certain = namedAmong(context, callId, [personId]).filter(({ match }) => match === 'same');
  return new Set(certain.map(({ hidden }) => hidden.applicationId));
}

/** Whether one application must stay hidden from somebody. */
export function isHiddenFrom(context: Read, applicationId: Id, personId: Id): boolean {
  const pairs = pairsIn(context, findHiddenFrom(context.db, applicationId), [personId]);
  return pairs.some(({ match }) => match === 'same');
}

/** Nobody is looked up where nobody is named: that is almost always. */
function pairsIn(context: Read, rows: readonly HiddenRow[], personIds: readonly Id[]): NamedPair[] {
  if (rows.length === 0 || personIds.length === 0) return [];
  const people = peopleById(context, personIds);
  const answers = findHiddenAnswers(
    context.db,
    rows.map(({ id }) => id),
  );
  return rows.flatMap((hidden) =>
    [...people].flatMap(([personId, person]: [Id, Known]) => {
      const said = answers.find((one) => one.hiddenFromId === hidden.id && one.personId === personId);
      const match = matchOf(hidden, person, said?.isSame ?? null);
      return match === 'other' ? [] : [{ hidden, personId, match }];
    }),
  );
}
