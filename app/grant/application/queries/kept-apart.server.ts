import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { type Application, findApplications } from '../store.server.ts';
import { namedAmong } from './hidden-from.server.ts';
import { insidersOf } from './team.server.ts';

/**
 * The others that one of the two teams must not see, in either direction. A name that is only alike counts, too: rather
 * one group too few is found than one too many.
 */
export function keptApart(
  context: Pick<Context, 'db'>,
  mine: Pick<Application, 'id' | 'callId'>,
  others: readonly { readonly id: Id }[],
): ReadonlySet<Id> {
  const teams = insidersOf(
    context,
    [mine, ...others].map(({ id }) => id),
  );
  const everybody = [...new Set([...teams.values()].flatMap((team) => [...team]))];
  const pairs = namedAmong(context, mine.callId, everybody);
  const mustNotSee = (from: Id, hidingId: Id) =>
    pairs.some(
      ({ hidden, personId }) => hidden.applicationId === hidingId && (teams.get(from)?.has(personId) ?? false),
    );
  return new Set(others.map(({ id }) => id).filter((id) => mustNotSee(mine.id, id) || mustNotSee(id, mine.id)));
}

/** Whether one of these two teams must not see the other. */
export function areKeptApart(context: Pick<Context, 'db'>, oneId: Id, otherId: Id): boolean {
  const [one, other] = [oneId, otherId].map((id) => findApplications(context.db, [id])[0]);
  return one !== undefined && other !== undefined && keptApart(context, one, [other]).has(other.id);
}
