import type { Id } from '#app/kernel/id.ts';
import { peopleById, phonesOf } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { findCoWriters } from '../store/help.server.ts';
import { findPhonesAmong, findWritersAmong } from '../store/staff-entry.server.ts';
import { findTeammates, findTeamsOf } from '../store/team.server.ts';
import { findApplications } from '../store.server.ts';

type Read = Pick<Context, 'db'>;

/** Who stands behind one application, as far as a tie to somebody could be found. */
export type ClosePeople = {
  readonly applicationId: Id;
  readonly groupName: string;
  /** The organisation that would hold its money; empty unless one would. */
  readonly hostName: string;
  /** Its owner and everybody who was ever in its team for the group itself. */
  readonly team: readonly { readonly personId: Id; readonly name: string; readonly email: string }[];
  /** Everybody who helped to write it, by themselves or by writing it down. */
  readonly helpers: ReadonlySet<Id>;
  /** Of its team, as each confirmed it, and of whoever called the office. */
  readonly phones: readonly string[];
};

/** Who stands behind these applications: eight queries however many. To compare with, never to show. */
export function closePeopleOf(context: Read, applicationIds: readonly Id[]): ClosePeople[] {
  const teams = teamsIn(context, applicationIds);
  const people = peopleById(context, [...new Set([...teams.values()].flatMap((team) => [...team]))]);
  const numbers = phonesOf(context, [...people.keys()]);
  const helpers = Map.groupBy(
    [
      ...findCoWriters(context.db, applicationIds),
      ...findWritersAmong(context.db, applicationIds).map(({ applicationId, enteredBy }) => ({
        applicationId,
        by: enteredBy,
      })),
    ],
    ({ applicationId }) => applicationId,
  );
  const phones = Map.groupBy(findPhonesAmong(context.db, applicationIds), ({ applicationId }) => applicationId);
  return findApplications(context.db, applicationIds).map(({ id, groupName, hostName }) => ({
    applicationId: id,
    groupName,
    hostName,
    team: [...(teams.get(id) ?? [])].flatMap((personId) => {
      const person = people.get(personId);
      return person === undefined ? [] : [{ personId, name: person.name, email: person.email }];
    }),
    helpers: new Set((helpers.get(id) ?? []).map(({ by }) => by)),
    phones: [
      ...(phones.get(id) ?? []).map(({ phone }) => phone),
      ...[...(teams.get(id) ?? [])].flatMap((personId) => numbers.get(personId) ?? []),
    ],
  }));
}

/** Of each of these people: in which application they were in a team together with whom. */
export function teammatesOf(
  context: Read,
  personIds: readonly Id[],
): ReadonlyMap<Id, readonly { readonly applicationId: Id; readonly team: ReadonlySet<Id> }[]> {
  const teams = [...teamsIn(context, findTeamsOf(context.db, personIds))];
  return new Map(
    personIds.map((personId) => [
      personId,
      teams.filter(([, team]) => team.has(personId)).map(([applicationId, team]) => ({ applicationId, team })),
    ]),
  );
}

function teamsIn(context: Read, applicationIds: readonly Id[]): Map<Id, Set<Id>> {
  const teams = new Map(
    findApplications(context.db, applicationIds).map(({ id, applicantId }) => [id, new Set([applicantId])]),
  );
  for (const { applicationId, personId } of findTeammates(context.db, applicationIds)) {
    teams.get(applicationId)?.add(personId);
  }
  return teams;
}
