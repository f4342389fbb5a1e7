import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { findSafety } from '../store/safety.server.ts';

/** The names that these applications' groups chose for others; who chose none is missing. One query however many. */
export function chosenNames(context: Pick<Context, 'db'>, applicationIds: readonly Id[]): ReadonlyMap<Id, string> {
  const chosen = [...findSafety(context.db, applicationIds).values()].filter(({ publicName }) => publicName !== '');
  return new Map(chosen.map(({ applicationId, publicName }) => [applicationId, publicName]));
}
