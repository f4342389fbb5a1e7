import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { applicationCard } from '../../application/queries/application-card.server.ts';
import { myApplications } from '../../application/queries/my-applications.server.ts';
import { callById } from '../../call/queries/call-facts.server.ts';
import { mayReadStanding } from '../rules/access.ts';
import type { Standing } from '../rules/standing.ts';
import { standingsOfCall } from './standing-of-call.server.ts';

export type StandingPage = {
  readonly applicationId: Id;
  readonly reference: string;
  readonly title: string;
  readonly groupName: string;
  readonly callTitle: string;
  readonly timeZone: string;
  readonly hasAward: boolean;
  readonly standing: Standing;
};

/** Where one application stands, for the person who made it. */
export function standingPage(context: Context, applicationId: Id): StandingPage | null {
  const card = applicationCard(context, applicationId);
  if (card === null || !mayReadStanding(context.actor, card)) return null;
  const call = callById(context, card.callId);
  if (call === null) return null;
  const found = standingsOfCall(context, call, 'applicant').find((row) => row.card.id === applicationId);
  if (found === undefined) return null;
  return {
    applicationId,
    reference: card.reference,
    title: card.title,
    groupName: card.groupName,
    callTitle: call.title,
    timeZone: call.timeZone,
    hasAward: found.awardId !== null,
    standing: found.standing,
  };
}

/** Everything the signed-in person has begun and where each stands, newest first: a few queries for each call. */
export function myStandings(context: Context) {
  const applications = myApplications(context);
  const standings = new Map(
    [...new Set(applications.map((mine) => mine.callId))].flatMap((callId) => {
      const call = callById(context, callId);
      if (call === null) return [];
      return standingsOfCall(context, call, 'applicant').map((row) => [row.card.id, row.standing] as const);
    }),
  );
  return applications.flatMap((mine) => {
    const standing = standings.get(mine.id);
    return standing === undefined ? [] : [{ ...mine, standing }];
  });
}
