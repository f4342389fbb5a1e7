import type { Id } from '#app/kernel/id.ts';
import { peopleById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { applicationsUnderReview } from '../../application/queries/application-card.server.ts';
import type { FoundGround } from '../rules/found-ties.ts';
import { TIES_SHOWN } from '../rules/ties-shown.ts';
import { type ConflictRow, declarationsOf, tiesOf } from '../store/panel.server.ts';
import { countSheets } from '../store/sheets.server.ts';
import { openLikenesses } from './open-likenesses.server.ts';
import { mayWeigh, runPanel } from './run-panel.server.ts';

export type TieDesk = {
  readonly call: { readonly id: Id; readonly title: string };
  readonly members: readonly { readonly memberId: Id; readonly name: string }[];
  /** What the portal asks; the first of them, and how many there are. */
  readonly asks: readonly {
    readonly memberId: Id;
    readonly applicationId: Id;
    readonly member: string;
    readonly reference: string;
    readonly ground: FoundGround;
    readonly told: string;
    readonly like: string;
  }[];
  readonly asksCount: number;
  readonly counts: readonly {
    readonly memberId: Id;
    readonly name: string;
    readonly hard: number;
    readonly soft: number;
    readonly setAside: number;
    readonly notSaid: number;
  }[];
  readonly ties: readonly {
    readonly memberId: Id;
    readonly applicationId: Id;
    readonly member: string;
    readonly reference: string;
    readonly title: string;
    readonly language: string;
    readonly level: 'soft' | 'hard';
    readonly raisedBy: ConflictRow['raisedBy'];
    readonly raiser: string;
    readonly reason: string;
  }[];
  readonly tiesCount: number;
};

/** Every tie on a panel and what the portal asks about; null unless she may run it and is named by no applicant. */
export function tieDesk(context: Context, callId: Id, shown = TIES_SHOWN): TieDesk | null {
  const run = runPanel(context, callId);
  if (run === null) return null;
  const cards = new Map(applicationsUnderReview(context, callId).map((card) => [card.id, card]));
  if (!mayWeigh(context, [...cards.values()])) return null;
  const seated = run.members.filter(({ state }) => state === 'accepted');
  const rows = tiesOf(context.db, callId).filter(({ applicationId }) => cards.has(applicationId));
  const people = peopleById(context, [
    ...new Set([...run.members.map(({ personId }) => personId), ...rows.flatMap(({ raisedById }) => raisedById ?? [])]),
  ]);
  const names = new Map(run.members.map(({ id, personId }) => [id, people.get(personId)?.name ?? '']));
  const nameOf = (memberId: Id) => names.get(memberId) ?? '';
  const referenceOf = (applicationId: Id) => cards.get(applicationId)?.reference ?? '';
  const said = Map.groupBy(declarationsOf(context.db, callId), ({ memberId }) => memberId);
  const sheets = countSheets(context.db, callId, [...cards.keys()]);
  const asks = openLikenesses(context, callId);
  const order = (one: { memberId: Id; applicationId: Id }, other: { memberId: Id; applicationId: Id }) =>
    nameOf(one.memberId).localeCompare(nameOf(other.memberId), 'en') ||
    referenceOf(one.applicationId).localeCompare(referenceOf(other.applicationId), 'en');
  return {
    call: { id: run.call.id, title: run.call.title },
    members: seated
      .map(({ id }) => ({ memberId: id, name: nameOf(id) }))
      .toSorted((one, other) => one.name.localeCompare(other.name, 'en')),
    asks: asks
      .toSorted(order)
      .slice(0, TIES_SHOWN)
      .map(({ memberId, applicationId, ground, told, like }) => ({
        memberId,
        applicationId,
        member: nameOf(memberId),
        reference: referenceOf(applicationId),
        ground,
        told,
        like,
      })),
    asksCount: asks.length,
    counts: seated
      .map(({ id }) => {
        const declared = (said.get(id) ?? []).filter(({ applicationId }) => cards.has(applicationId));
        return {
          memberId: id,
          name: nameOf(id),
          hard: declared.filter(({ level }) => level === 'hard').length,
          soft: declared.filter(({ level }) => level === 'soft').length,
          setAside: sheets.find((row) => row.memberId === id && row.state === 'set-aside')?.count ?? 0,
          notSaid: cards.size - declared.length,
        };
      })
      .toSorted((one, other) => one.name.localeCompare(other.name, 'en')),
    ties: rows
      .toSorted(order)
      .slice(0, shown)
      .map((row) => ({
        memberId: row.memberId,
        applicationId: row.applicationId,
        member: nameOf(row.memberId),
        reference: referenceOf(row.applicationId),
        title: cards.get(row.applicationId)?.title ?? '',
        language: cards.get(row.applicationId)?.language ?? 'en',
        level: row.level === 'soft' ? 'soft' : 'hard',
        raisedBy: row.raisedBy,
        raiser: row.raisedById === null ? '' : (people.get(row.raisedById)?.name ?? ''),
        reason: row.reason,
      })),
    tiesCount: rows.length,
  };
}
