import type { Id } from '#app/kernel/id.ts';
import type { Minor } from '#app/kernel/money.ts';
import type { Context } from '#app/platform/context.server.ts';
import { applicationHeads } from '../../application/queries/application-card.server.ts';
import type { CallFacts } from '../../call/queries/call-facts.server.ts';
import { type Views, viewsApart } from '../rules/meeting.ts';
import { firstIfOther } from '../rules/meeting-votes.ts';
import { panelScores } from '../rules/panel-order.ts';
import { type PanelScore, panelScore, type Score } from '../rules/panel-score.ts';
import type { VoteRow } from '../store/meetings.server.ts';
import { countedScoresOn } from '../store/sheets.server.ts';
import { activePhase } from './active-phase.server.ts';
import { blindCopies } from './blind-copies.server.ts';
import type { MeetingTable } from './meeting-table.server.ts';

/** An application as the room sees it: never with the name of a member. */
export type TabledItem = {
  readonly applicationId: Id;
  readonly reference: string;
  /** While the phase hides names, this and the next are read as everybody reads them then. */
  readonly title: string;
  readonly oneLine: string;
  /** Null while the phase hides names. */
  readonly groupName: string | null;
  readonly language: string;
  readonly amountMinor: Minor | null;
  readonly theme: string;
  readonly score: PanelScore;
  /** The widest first. */
  readonly views: readonly (Views & { readonly name: string })[];
};

/** What lies on the table. No actor is checked: the caller has made sure that nothing ties the reader to it. */
export function tabledItem(context: Context, call: CallFacts, applicationId: Id): TabledItem | null {
  const head = applicationHeads(context, [applicationId]).get(applicationId);
  if (head === undefined) return null;
  const isNamed = activePhase(context, call.id).rules.names === 'shown';
  const blind = isNamed ? undefined : blindCopies(context, [applicationId]).get(applicationId);
  const counted = countedScoresOn(context.db, [applicationId]);
  const sheets = [...Map.groupBy(counted, ({ memberId }) => memberId).values()].map(
    (given): Readonly<Record<Id, Score>> =>
      Object.fromEntries(given.map(({ criterionId, value }) => [criterionId, value])),
  );
  const names = new Map(call.criteria.map(({ id, name }) => [id, name]));
  const views = viewsApart([...names.keys()], sheets);
  return {
    applicationId,
    reference: head.reference,
    title: blind?.title ?? head.title,
    oneLine: blind?.oneLine ?? head.oneLine,
    groupName: isNamed ? head.publicName : null,
    language: head.language,
    amountMinor: head.amountMinor,
    theme: head.theme,
    score: panelScores([applicationId], call.criteria, counted).get(applicationId) ?? panelScore([]),
    views: views.map((view) => ({ ...view, name: names.get(view.criterionId) ?? '' })),
  };
}

/** How far the vote on what is on the table has come. */
export type Voting = {
  /** Of those who are here and free of ties. */
  readonly cast: number;
  /** With those whom somebody else marked as gone before they voted. */
  readonly mayVote: number;
  readonly markedGone: number;
  /** Said aloud, and entered by the chair. */
  readonly entered: number;
  /** Everybody who may has voted: from then on the room sees how. */
  readonly isWhole: boolean;
  /** Null until then, for the chair as well: of one vote at a time anybody reads off whose it was. */
  readonly count: Readonly<Record<VoteRow['vote'], number>> | null;
  /** As the room saw it first, where it is another one by now; null where it is not, and while nothing is shown. */
  readonly first: Voting['count'];
};

/**
 * Counts the votes of those who are here and free of ties; somebody who went home has said hers, and it counts. It is
 * never whole while somebody is missing whom the chair marked as gone: her vote would be read off by sending others home.
 */
export function votingOn(table: Pick<MeetingTable, 'attendees' | 'votes' | 'unheard' | 'onTable'>): Voting {
  const { attendees, votes, unheard } = table;
  const voters = attendees.filter(({ isHere, standing }) => isHere && standing === 'free');
  const cast = voters.filter(({ memberId }) => votes.some((vote) => vote.memberId === memberId)).length;
  const isWhole = voters.length > 0 && unheard.length === 0;
  const markedGone = unheard.filter(({ wasMarkedGone }) => wasMarkedGone).length;
  const of = (vote: VoteRow['vote']) => votes.filter((each) => each.vote === vote).length;
  const count = isWhole ? { for: of('for'), against: of('against'), abstain: of('abstain') } : null;
  return {
    cast,
    mayVote: voters.length + markedGone,
    markedGone,
    entered: votes.filter(({ enteredBy }) => enteredBy !== null).length,
    isWhole,
    count,
    first: count === null ? null : firstIfOther(table.onTable?.firstCount ?? null, count),
  };
}
