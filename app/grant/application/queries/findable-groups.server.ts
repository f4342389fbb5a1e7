import type { Id } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import type { Context } from '#app/platform/context.server.ts';
import { callById } from '../../call/queries/call-facts.server.ts';
import { windowOf } from '../../call/rules/window.ts';
import { closeness, type Likeness, likenessTo } from '../rules/joining-up.ts';
import { findBlockedWith, findConsent, findIdeas } from '../store/match-making.server.ts';
import { type Application, findApplications } from '../store.server.ts';
import { keptApart } from './kept-apart.server.ts';
import { chosenNames } from './public-names.server.ts';

export type FindableGroup = {
  readonly id: Id;
  readonly ownerId: Id;
  readonly groupName: string;
  readonly oneLine: string;
  readonly language: string;
  readonly alike: Likeness;
};

/** So many are looked at closely: in a call of thousands the closest are enough to choose from. */
const FOUND_MAX = 60;

/**
 * The groups that one application may find: those of its open call that want to be found, have a similar idea, have
 * not blocked its owner, and have not said that somebody of its team must not see them. Closest first, and no more than
 * anybody would read. Nothing while it does not want to be found itself. The caller has checked who asks.
 */
export function findableGroups(context: Context, mine: Application): FindableGroup[] {
  const closest = ideasAlike(context, mine)
    .toSorted((one, other) => closeness(other.alike) - closeness(one.alike) || (one.id < other.id ? -1 : 1))
    .slice(0, FOUND_MAX);
  const ids = closest.map(({ id }) => id);
  const found = new Map(findApplications(context.db, ids).map((application) => [application.id, application]));
  const names = chosenNames(context, ids);
  const apart = keptApart(context, mine, closest);
  return closest.flatMap(({ id, alike }) => {
    const other = found.get(id);
    if (other === undefined || apart.has(id)) return [];
    const { applicantId: ownerId, oneLine, language } = other;
    return [{ id, ownerId, groupName: names.get(id) ?? other.groupName, oneLine, language, alike }];
  });
}

/** Whether an application may find one other group, however many are closer. The caller has checked who asks. */
export function mayFind(context: Context, mine: Application, otherId: Id): boolean {
  const other = ideasAlike(context, mine).find(({ id }) => id === otherId);
  return other !== undefined && !keptApart(context, mine, [other]).has(otherId);
}

function ideasAlike(context: Context, mine: Application): { id: Id; alike: Likeness }[] {
  const call = callById(context, mine.callId);
  invariant(call !== null, 'an application has a call: the foreign key says so');
  if (windowOf(call, context.now) !== 'open' || findConsent(context.db, mine.id) === null) return [];
  const blocked = findBlockedWith(context.db, mine.applicantId);
  const likenessOf = likenessTo(mine);
  return findIdeas(context.db, mine.callId, mine.id).flatMap((other) => {
    const alike = likenessOf(other);
    const isApart = blocked.has(other.applicantId) || other.applicantId === mine.applicantId;
    return alike === null || isApart ? [] : [{ id: other.id, alike }];
  });
}
