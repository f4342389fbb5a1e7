import type { Id } from '#app/kernel/id.ts';
import { peopleById, phonesOf } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { closePeopleOf, teammatesOf } from '../../application/queries/close-people.server.ts';
import { insidersOf } from '../../application/queries/team.server.ts';
import type { TieGroup, TieSeat } from '../rules/found-ties.ts';
import { membersOf } from '../store/panel.server.ts';
import { findLinksOfPanel, findMentored } from '../store/ties.server.ts';

/**
 * The seated members of a panel and these applications, as much of both as a tie can be found by: about twenty
 * queries, however many there are. To compare with, never to show. No actor is checked.
 */
export function tieFacts(
  context: Pick<Context, 'db'>,
  callId: Id,
  applicationIds: readonly Id[],
): { seats: TieSeat[]; groups: TieGroup[] } {
  const seated = membersOf(context.db, callId).filter(({ state }) => state === 'accepted');
  const personIds = seated.map(({ personId }) => personId);
  const people = peopleById(context, personIds);
  const phones = phonesOf(context, personIds);
  const teams = teammatesOf(context, personIds);
  const links = Map.groupBy(findLinksOfPanel(context.db, callId), ({ memberId }) => memberId);
  const mentored = findMentored(context.db, personIds);
  const groupsMentored = insidersOf(
    context,
    mentored.map(({ applicationId }) => applicationId),
  );
  return {
    seats: seated.map(({ id: memberId, personId }) => ({
      memberId,
      personId,
      email: people.get(personId)?.email ?? '',
      phone: phones.get(personId) ?? null,
      links: links.get(memberId) ?? [],
      teams: teams.get(personId) ?? [],
      mentored: new Set(
        mentored
          .filter((one) => one.personId === personId)
          .flatMap(({ applicationId }) => [...(groupsMentored.get(applicationId) ?? [])]),
      ),
    })),
    groups: closePeopleOf(context, applicationIds),
  };
}
