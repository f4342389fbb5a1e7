import type { Id } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import type { Context } from '#app/platform/context.server.ts';
import { callById } from '../../call/queries/call-facts.server.ts';
import { windowOf } from '../../call/rules/window.ts';
import { closeness, type Likeness, likeness } from '../rules/joining-up.ts';
import { findBlockedWith, findConsent, findFindable } from '../store/match-making.server.ts';
import type { Application } from '../store.server.ts';
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
  const blocked = findBlockedWith(context.db, mine.applicantId);
  const names = chosenNames(
    context,
    others.map(({ id }) => id),
  );
  const apart = keptApart(context, mine, others);
  return others
    .flatMap((other) => {
      const alike = likeness(mine, other);
      const isApart = blocked.has(other.applicantId) || other.applicantId === mine.applicantId;
      if (alike === null || isApart || apart.has(other.id)) return [];
      const { id, applicantId: ownerId, oneLine, language } = other;
      return [{ id, ownerId, groupName: names.get(id) ?? other.groupName, oneLine, language, alike }];
    })
    .toSorted((one, other) => closeness(other.alike) - closeness(one.alike) || (one.id < other.id ? -1 : 1));
}
