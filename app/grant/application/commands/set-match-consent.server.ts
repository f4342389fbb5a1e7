import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { myRole } from '../queries/team.server.ts';
import { isTest } from '../rules/reference.ts';
import { mayManageTeam } from '../rules/team.ts';
import { endConsent, findConsent, insertConsent } from '../store/match-making.server.ts';
import { findApplication } from '../store.server.ts';

/** Lets groups with a similar idea find this one, or no longer; what was asked already is still answered. */
export function setMatchConsent(
  context: Context,
  applicationId: Id,
  isGiven: boolean,
): Outcome<'given' | 'ended', 'withdrawn' | 'is-a-test' | 'not-found'> {
  const { actor } = context;
  return context.transact((tx) => {
    const found = findApplication(tx, applicationId);
    if (actor === null || found === null || !mayManageTeam(myRole(context, found))) return refused('not-found');
    if (isTest(found)) return refused('is-a-test');
    const consent = findConsent(tx, applicationId);
    if (!isGiven) {
      if (consent !== null) endConsent(tx, consent.id, actor.personId, context.now);
      return done('ended');
    }
    if (found.state === 'withdrawn') return refused('withdrawn');
    if (consent === null) {
      insertConsent(tx, { id: context.newId(), applicationId, givenAt: context.now, givenBy: actor.personId });
    }
    return done('given');
  });
}
