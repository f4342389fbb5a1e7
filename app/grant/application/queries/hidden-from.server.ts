import type { Id } from '#app/kernel/id.ts';
import { formerNamesOf, peopleById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { type Known, type Match, matchOf } from '../rules/hidden-from.ts';
import { findHiddenAnswers, findHiddenFrom, findHiddenOfCall, type HiddenRow } from '../store/safety.server.ts';
import { findTeamsOf } from '../store/team.server.ts';

type Read = Pick<Context, 'db'>;

export type NamedPair = { readonly hidden: HiddenRow; readonly personId: Id; readonly match: Exclude<Match, 'other'> };

/**
 * Every one of these people whom an applicant of the call has named, certainly or perhaps. The caller shows none of it
 * to the people themselves: they must not learn that they are named.
 */
export function namedAmong(context: Read, callId: Id, personIds: readonly Id[]): NamedPair[] {
  return pairsIn(context, findHiddenOfCall(context.db, callId), personIds);
}

/** The applications of a call whose applicants have named somebody: for her they do not exist. */
export function namedIn(context: Read, callId: Id, personId: Id): ReadonlySet<Id> {
  return idsOf(namedAmong(context, callId, [personId]));
}

/**
 * The applications of a call that must stay hidden from whoever works with it; none of them exists as far as they can
 * see. Who is perhaps meant by a name is kept away too, until somebody else has said that they are not. Nor is anybody
 * shown what their own team handed in: its desk and its letters are a colleague's, and they have the team's own pages.
 *
 * @returns  perhaps with some of other calls
 */
export function hiddenFromPerson(context: Read, callId: Id, personId: Id): ReadonlySet<Id> {
  return new Set([...namedIn(context, callId, personId), ...findTeamsOf(context.db, [personId])]);
}

/** Whether one application must stay hidden from somebody who works with it. */
export function isHiddenFrom(context: Read, applicationId: Id, personId: Id): boolean {
  return hiddenAmong(context, [applicationId], personId).has(applicationId);
}

/** Those of these people from whom one application must stay hidden. Nobody is told that they are among them. */
export function whomItHidesFrom(context: Read, applicationId: Id, personIds: readonly Id[]): ReadonlySet<Id> {
  return new Set([...new Set(personIds)].filter((personId) => isHiddenFrom(context, applicationId, personId)));
}

/** Whether one application must stay hidden from whoever is signed in. */
export function isHiddenFromMe(context: Context, applicationId: Id): boolean {
  return isHiddenFrom(context, applicationId, context.actor?.personId ?? '');
}

/** Those of these applications, of any calls, that must stay hidden from whoever is signed in: for lists. */
export function hiddenFromMe(context: Context, applicationIds: readonly Id[]): ReadonlySet<Id> {
  return hiddenAmong(context, applicationIds, context.actor?.personId ?? '');
}

function hiddenAmong(context: Read, applicationIds: readonly Id[], personId: Id): ReadonlySet<Id> {
  const named = idsOf(pairsIn(context, findHiddenFrom(context.db, applicationIds), [personId]));
  const own = new Set(findTeamsOf(context.db, [personId]));
  return new Set(applicationIds.filter((id) => named.has(id) || own.has(id)));
}

function idsOf(pairs: readonly NamedPair[]): ReadonlySet<Id> {
  return new Set(pairs.map(({ hidden }) => hidden.applicationId));
}

/** Nobody is looked up where nobody is named: that is almost always. */
function pairsIn(context: Read, rows: readonly HiddenRow[], personIds: readonly Id[]): NamedPair[] {
  if (rows.length === 0 || personIds.length === 0) return [];
  const people = peopleById(context, personIds);
  const former = formerNamesOf(context, personIds);
  const answers = findHiddenAnswers(
    context.db,
    rows.map(({ id }) => id),
  );
  return rows.flatMap((hidden) =>
    [...people].flatMap(([personId, { name, email }]) => {
      const person: Known = { name, email, formerNames: former.get(personId) ?? [] };
      const said = answers.find((one) => one.hiddenFromId === hidden.id && one.personId === personId);
      const match = matchOf(hidden, person, said?.isSame ?? null);
      return match === 'other' ? [] : [{ hidden, personId, match }];
    }),
  );
}
