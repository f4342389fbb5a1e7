import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Currency } from '#app/kernel/money.ts';
import { peopleById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import type { CallFacts } from '../../call/queries/call-facts.server.ts';
import type { OpenMeetingRefusal } from '../rules/meeting.ts';
import type { ItemState } from '../rules/meeting-agenda.ts';
import type { Quorum } from '../rules/meeting-standing.ts';
import { panelScores } from '../rules/panel-order.ts';
import { type PanelScore, panelScore } from '../rules/panel-score.ts';
import { findMeetings } from '../store/meetings.server.ts';
import { countedScoresOn, scoresOn, submittedSheetsOn } from '../store/sheets.server.ts';
import { type Chair, chairOf } from './chair.server.ts';
import { meetingOpening } from './meeting-opening.server.ts';
import { meetingMark } from './meeting-signal.server.ts';
import { quorumRuleOf } from './meeting-standings.server.ts';
import { type Attendee, type MeetingTable, meetingTable } from './meeting-table.server.ts';
import { type TabledItem, tabledItem, type Voting, votingOn } from './tabled-item.server.ts';

/** So many items of an agenda fit on one page. */
export const AGENDA_SHOWN = 12;

export type AgendaRow = Pick<PanelScore, 'meanMilli' | 'spreadMilli'> & {
  readonly applicationId: Id;
  readonly reference: string;
  readonly title: string;
  readonly language: string;
  readonly state: ItemState;
  /** Not taken back by its group since. */
  readonly isStanding: boolean;
};

export type ChairsSheet = {
  readonly memberId: Id;
  readonly name: string;
  readonly meanMilli: number | null;
  readonly strength: string;
  readonly concern: string;
};

export type MeetingDesk = {
  readonly call: { readonly id: Id; readonly title: string; readonly timeZone: string; readonly currency: Currency };
  readonly rule: { readonly quorum: number; readonly shareMinPercent: number };
  readonly applications: number;
  /** How many meetings are over. */
  readonly past: number;
  /** Why none can be opened now; null where one can. */
  readonly refusal: OpenMeetingRefusal | null;
  readonly mark: string;
  /** The meeting that goes on; null between meetings. */
  readonly open: {
    readonly openedAt: Instant;
    readonly item:
      | (TabledItem & { readonly notes: string; readonly revision: number; readonly sheets: readonly ChairsSheet[] })
      | null;
    readonly attendees: readonly (Attendee & {
      readonly name: string;
      readonly hasVoted: boolean;
      readonly isEntered: boolean;
    })[];
    readonly quorum: Quorum;
    readonly voting: Voting;
    /** Whether the room's screen waits for somebody to leave. */
    readonly isWaiting: boolean;
    readonly counts: Readonly<Record<ItemState, number>>;
    /** Called by "next"; null where nothing waits. */
    readonly next: { readonly applicationId: Id; readonly title: string; readonly language: string } | null;
    readonly agenda: readonly AgendaRow[];
  } | null;
};

/** The chair's page of a meeting; null unless she may chair it. */
export function meetingDesk(context: Context, callId: Id, shown = AGENDA_SHOWN): MeetingDesk | null {
  const chair = chairOf(context, callId);
  if (chair === null) return null;
  const { call } = chair.run;
  const opening = meetingOpening(context, chair);
  const table = meetingTable(context, call);
  return {
    call: { id: call.id, title: call.title, timeZone: call.timeZone, currency: call.currency },
    rule: quorumRuleOf(context, call),
    applications: chair.cards.length,
    past: findMeetings(context.db, callId).filter(({ state }) => state === 'ended').length,
    refusal: opening.ok ? null : opening.reason,
    mark: meetingMark(context, callId),
    open: table === null ? null : openOn(context, chair, table, shown),
  };
}

function openOn(context: Context, chair: Chair, table: MeetingTable, shown: number): MeetingDesk['open'] {
  const { call } = chair.run;
  const { onTable, items } = table;
  const item = onTable === null ? null : tabledItem(context, call, onTable.applicationId);
  const people = peopleById(
    context,
    table.attendees.map(({ personId }) => personId),
  );
  const cards = new Map(chair.cards.map((card) => [card.id, card]));
  const next = items.find(({ state, applicationId }) => state === 'waiting' && cards.has(applicationId));
  const nextCard = next === undefined ? undefined : cards.get(next.applicationId);
  const counted = (state: ItemState) => items.filter((each) => each.state === state).length;
  return {
    openedAt: table.meeting.openedAt,
    item:
      item === null || onTable === null
        ? null
        : {
            ...item,
            notes: onTable.notes,
            revision: onTable.revision,
            sheets: sheetsOn(context, call, item.applicationId),
          },
    attendees: table.attendees
      .map((attendee) => ({
        ...attendee,
        name: people.get(attendee.personId)?.name ?? '',
        hasVoted: table.votes.some(({ memberId }) => memberId === attendee.memberId),
        isEntered: table.votes.some(({ memberId, enteredBy }) => memberId === attendee.memberId && enteredBy !== null),
      }))
      .toSorted((one, other) => one.name.localeCompare(other.name, 'en')),
    quorum: table.quorum,
    voting: votingOn(table),
    isWaiting: table.isWaiting,
    counts: {
      waiting: counted('waiting'),
      now: counted('now'),
      done: counted('done'),
      'left-out': counted('left-out'),
    },
    next:
      nextCard === undefined
        ? null
        : { applicationId: nextCard.id, title: nextCard.title, language: nextCard.language },
    agenda: agendaOf(context, chair, items.slice(0, shown)),
  };
}

/** As the scores stand now: one that was changed since the agenda was made does not move its application. */
function agendaOf(context: Context, chair: Chair, items: MeetingTable['items']): AgendaRow[] {
  const cards = new Map(chair.cards.map((card) => [card.id, card]));
  const ids = items.map(({ applicationId }) => applicationId);
  const scores = panelScores(ids, chair.run.call.criteria, countedScoresOn(context.db, ids));
  return items.map(({ applicationId, state }) => {
    const card = cards.get(applicationId);
    return {
      applicationId,
      state,
      isStanding: card !== undefined,
      reference: card?.reference ?? '',
      title: card?.title ?? '',
      language: card?.language ?? '',
      meanMilli: scores.get(applicationId)?.meanMilli ?? null,
      spreadMilli: scores.get(applicationId)?.spreadMilli ?? null,
    };
  });
}

/** From the kindest to the strictest: the two ends speak first. */
function sheetsOn(context: Context, call: CallFacts, applicationId: Id): ChairsSheet[] {
  const sheets = submittedSheetsOn(context.db, applicationId);
  const scores = scoresOn(
    context.db,
    sheets.map(({ id }) => id),
  );
  const people = peopleById(
    context,
    sheets.map(({ personId }) => personId),
  );
  const seen = sheets.map(({ id, memberId, personId, strength, concern }): ChairsSheet => {
    const given = new Map(scores.filter(({ sheetId }) => sheetId === id).map((row) => [row.criterionId, row.value]));
    const weighed = call.criteria.map((criterion) => ({
      weight: criterion.weightPercent,
      score: given.get(criterion.id) ?? null,
    }));
    const { meanMilli } = panelScore([weighed]);
    return { memberId, name: people.get(personId)?.name ?? '', meanMilli, strength, concern };
  });
  return seen.toSorted((one, other) => (other.meanMilli ?? -1) - (one.meanMilli ?? -1));
}
