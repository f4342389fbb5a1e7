import type { Id } from '#app/kernel/id.ts';
import { contactOf, type ShownContact } from '#app/people/queries/contact.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { applicationCard } from '../../application/queries/application-card.server.ts';
import { type ToldFinding, toldFinding } from '../../application/queries/eligibility.server.ts';
import { myApplications } from '../../application/queries/my-applications.server.ts';
import { myRole } from '../../application/queries/team.server.ts';
import { maySign, mayView } from '../../application/rules/team.ts';
import { shortlistingOf } from '../../assessment/queries/panel-ranking.server.ts';
import { callSummary, publishedCalls } from '../../call/queries/call-facts.server.ts';
import { eventsOfCalls } from '../../pitch-day/queries/events-of-calls.server.ts';
import { pitchOfTeam } from '../../pitch-day/queries/pitch-of.server.ts';
import type { Standing } from '../rules/standing.ts';
import { standingsOf } from './standings.server.ts';

export type StandingPage = {
  readonly applicationId: Id;
  readonly reference: string;
  readonly title: string;
  readonly groupName: string;
  readonly callTitle: string;
  readonly timeZone: string;
  readonly hasAward: boolean;
  /** Something was decided about it and told. */
  readonly isDecided: boolean;
  /** Where the money goes is for those who speak for the group. */
  readonly maySeeMoney: boolean;
  /** The public vote, from the end of the pitch day on; null where the panel decides alone. */
  readonly pollId: Id | null;
  /** In the running order of a pitch day: its team says there what people see. */
  readonly hasPitch: boolean;
  readonly standing: Standing;
  /** What the applicant was told about the check of eligibility; null for nothing. */
  readonly told: ToldFinding | null;
  readonly partnerName: string;
  readonly contact: ShownContact | null;
};

/** Where one application stands, for everybody in the team; staff have the board. */
export function standingPage(context: Context, applicationId: Id): StandingPage | null {
  const card = applicationCard(context, applicationId);
  const role = card === null ? null : myRole(context, card);
  if (card === null || !mayView(role)) return null;
  const call = callSummary(context, card.callId);
  if (call === null) return null;
  const [found] = standingsOf(context, [card], [call], 'applicant');
  if (found === undefined) return null;
  const event = eventsOfCalls(context, [call.id]).get(call.id);
  return {
    applicationId,
    reference: card.reference,
    title: card.title,
    groupName: card.groupName,
    callTitle: call.title,
    timeZone: call.timeZone,
    hasAward: found.awardId !== null,
    isDecided: shortlistingOf(context, applicationId) !== null,
    maySeeMoney: found.awardId !== null && maySign(role),
    pollId: event?.state === 'over' ? event.pollId : null,
    hasPitch: pitchOfTeam(context, applicationId) !== null,
    standing: found.standing,
    told: toldFinding(context, applicationId),
    partnerName: call.partnerName,
    contact: contactOf(context, call.partnerId),
  };
}

/** Everything the signed-in person has begun and where each stands, newest first: the same few queries however many. */
export function myStandings(context: Context) {
  const applications = myApplications(context);
  // Nobody can begin anything in a call that is not published.
  const theirCalls = new Set(applications.map((mine) => mine.callId));
  const calls = publishedCalls(context).filter((call) => theirCalls.has(call.id));
  const standings = new Map(
    standingsOf(context, applications, calls, 'applicant').map((row) => [row.card.id, row.standing]),
  );
  return applications.flatMap((mine) => {
    const standing = standings.get(mine.id);
    return standing === undefined ? [] : [{ ...mine, standing }];
  });
}
