import type { Id } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { personById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { callById } from '../../call/queries/call-facts.server.ts';
import { windowOf } from '../../call/rules/window.ts';
import { closeness, isHiddenFrom, type Likeness, likeness } from '../rules/joining-up.ts';
import {
  findBlockedWith,
  findConsent,
  findFindable,
  findHiddenFrom,
  findPublicNames,
} from '../store/match-making.server.ts';
import { findMembers } from '../store/team.server.ts';
import type { Application } from '../store.server.ts';

export type FindableGroup = {
  readonly id: Id;
  readonly ownerId: Id;
  readonly groupName: string;
  readonly oneLine: string;
  readonly language: string;
  readonly alike: Likeness;
};

/**
 * The groups that one application may find: those of its open call that want to be found, have a similar idea, have
 * not blocked its owner, and have not said that somebody of its team must not see them. Closest first. Nothing while
 * it does not want to be found itself. The caller has checked who asks.
 */
export function findableGroups(context: Context, mine: Application): FindableGroup[] {
  const call = callById(context, mine.callId);
  invariant(call !== null, 'an application has a call: the foreign key says so');
  if (windowOf(call, context.now) !== 'open' || findConsent(context.db, mine.id) === null) return [];
  const others = findFindable(context.db, mine.callId, mine.id);
  const ids = [mine.id, ...others.map(({ id }) => id)];
  const blocked = findBlockedWith(context.db, mine.applicantId);
  const names = findPublicNames(context.db, ids);
  const hidden = findHiddenFrom(context.db, ids);
  const hidesFrom = (one: Application, from: Application) => {
    const entries = hidden.filter(({ applicationId }) => applicationId === one.id);
    return entries.length > 0 && teamOf(context, from).some((person) => isHiddenFrom(entries, person));
  };
  return others
    .flatMap((other) => {
      const alike = likeness(mine, other);
      const isApart = blocked.has(other.applicantId) || other.applicantId === mine.applicantId;
      if (alike === null || isApart || hidesFrom(other, mine) || hidesFrom(mine, other)) return [];
      const groupName = names.get(other.id) ?? other.groupName;
      const { id, applicantId: ownerId, oneLine, language } = other;
      return [{ id, ownerId, groupName, oneLine, language, alike }];
    })
    .toSorted((one, other) => closeness(other.alike) - closeness(one.alike) || (one.id < other.id ? -1 : 1));
}

function teamOf(context: Context, { id, applicantId }: Application) {
  const ids = [applicantId, ...findMembers(context.db, id).map(({ personId }) => personId)];
  return ids.flatMap((personId) => personById(context, personId) ?? []);
}
