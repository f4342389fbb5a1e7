import type { Id } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { personById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { callById } from '../../call/queries/call-facts.server.ts';
import { windowOf } from '../../call/rules/window.ts';
import { mayManageTeam, mayView } from '../rules/team.ts';
import { findBlockedWith, findConsent, findJoinRequests } from '../store/match-making.server.ts';
import { findOpenMerges } from '../store/merges.server.ts';
import { findApplication, findApplications } from '../store.server.ts';
import { findableGroups } from './findable-groups.server.ts';
import { keptApart } from './kept-apart.server.ts';
import { chosenNames } from './public-names.server.ts';
import { myRole } from './team.server.ts';

export type OthersPage = NonNullable<ReturnType<typeof othersPage>>;

/** Groups with a similar idea, and what was asked of each other, for the team of an application. */
export function othersPage(context: Context, applicationId: Id) {
  const found = findApplication(context.db, applicationId);
  const role = found === null ? null : myRole(context, found);
  if (found === null || !mayView(role)) return null;
  const call = callById(context, found.callId);
  invariant(call !== null, 'an application has a call: the foreign key says so');
  const requests = findJoinRequests(context.db, found.id);
  const groups = findableGroups(context, found);
  const otherOf = ({ intoId, fromId }: { readonly intoId: Id; readonly fromId: Id }) =>
    intoId === found.id ? fromId : intoId;
  const openMerges = findOpenMerges(context.db, found.id);
  // Whoever has said since that somebody must not see them is not met here again, whatever was agreed before.
  const apart = keptApart(
    context,
    found,
    [...requests.map(({ fromId, toId }) => (fromId === found.id ? toId : fromId)), ...openMerges.map(otherOf)].map(
      (id) => ({ id }),
    ),
  );
  const merges = openMerges.filter((merge) => !apart.has(otherOf(merge)));
  const known = otherSides(
    context,
    requests.map(({ fromId, toId }) => (fromId === found.id ? toId : fromId)),
  );
  const asked = new Set(requests.filter(({ answer }) => answer !== 'taken-back').map(({ toId }) => toId));
  const blocked = findBlockedWith(context.db, found.applicantId);
  return {
    id: found.id,
    reference: found.reference,
    state: found.state,
    isOwner: mayManageTeam(role),
    isOpen: windowOf(call, context.now) === 'open' && found.state !== 'withdrawn',
    hasIdea: found.oneLine.trim() !== '',
    consentSince: findConsent(context.db, found.id)?.givenAt ?? null,
    call: { title: call.title, timeZone: call.timeZone },
    groups: groups
      .filter(({ id }) => !asked.has(id) && !requests.some((request) => request.fromId === id))
      .map(({ ownerId: _, ...group }) => group),
    requests: requests.flatMap((request) => {
      const isMine = request.fromId === found.id;
      const other = known.get(isMine ? request.toId : request.fromId);
      if (other === undefined || request.answer === 'taken-back' || apart.has(other.id)) return [];
      // Who is blocked is not met again here, unless the two had agreed before.
      if (blocked.has(other.ownerId) && request.answer !== 'accepted') return [];
      const { id, message, askedAt, answer } = request;
      const isTogether = answer === 'accepted';
      return [
        {
          id,
          isMine,
          message,
          askedAt,
          answer,
          other: {
            id: other.id,
            groupName: other.groupName,
            oneLine: other.oneLine,
            language: other.language,
            /** Names are for those who said yes to each other. */
            ownerName: isTogether ? (personById(context, other.ownerId)?.name ?? '') : null,
            mayMerge: isTogether && merges.length === 0 && other.state === 'draft' && found.state === 'draft',
          },
        },
      ];
    }),
    merges: merges.map(({ id, intoId, agreedAt }) => ({
      id,
      isInto: intoId === found.id,
      isAgreed: agreedAt !== null,
    })),
  };
}

function otherSides(context: Context, ids: readonly Id[]) {
  const names = chosenNames(context, ids);
  return new Map(
    findApplications(context.db, ids).map(({ id, applicantId, groupName, oneLine, language, state }) => [
      id,
      { id, ownerId: applicantId, groupName: names.get(id) ?? groupName, oneLine, language, state },
    ]),
  );
}
