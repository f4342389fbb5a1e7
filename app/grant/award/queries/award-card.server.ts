import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Currency, Minor } from '#app/kernel/money.ts';
import type { Context } from '#app/platform/context.server.ts';
import { type AwardState, standingOf } from '../rules/answering.ts';
import {
  type AwardRow,
  findAward,
  findAwardOfApplication,
  findAwards,
  findAwardsOfApplications,
  findAwardsOfCall,
  findAwardsOfCalls,
  findAwardsOfPerson,
} from '../store.server.ts';

/** An award as other stages know it. */
export type AwardCard = {
  readonly id: Id;
  readonly callId: Id;
  readonly partnerId: Id;
  readonly applicationId: Id;
  readonly recipientId: Id;
  readonly groupName: string;
  readonly title: string;
  readonly amountMinor: Minor;
  readonly currency: Currency;
  readonly state: AwardState;
  /** Positive whole numbers; payment splits the amount by them. */
  readonly trancheWeights: readonly number[];
  readonly offeredAt: Instant;
  readonly respondBy: Instant;
  readonly acceptedAt: Instant | null;
};

type Reader = Pick<Context, 'db' | 'now'>;

/** One award; whoever asks checks what its reader may see. */
export function awardById(context: Reader, awardId: Id): AwardCard | null {
  return cardOf(context, findAward(context.db, awardId));
}

/** Several awards by id, for lists: one query however long the list. */
export function awardsById(context: Reader, awardIds: readonly Id[]): ReadonlyMap<Id, AwardCard> {
  return new Map(findAwards(context.db, awardIds).map((row) => [row.id, toCard(context, row)]));
}

/** Every award offered in a call, in the order they were offered. */
export function awardsOfCall(context: Reader, callId: Id): AwardCard[] {
  return findAwardsOfCall(context.db, callId).map((row) => toCard(context, row));
}

/** The same for several calls at once: one query however many. */
export function awardsOfCalls(context: Reader, callIds: readonly Id[]): AwardCard[] {
  return findAwardsOfCalls(context.db, callIds).map((row) => toCard(context, row));
}

/** The awards offered for these applications, by application: one query however many. */
export function awardsOfApplications(context: Reader, applicationIds: readonly Id[]): ReadonlyMap<Id, AwardCard> {
  const rows = findAwardsOfApplications(context.db, applicationIds);
  return new Map(rows.map((row) => [row.applicationId, toCard(context, row)]));
}

/** Every award offered to a person. */
export function awardsOfPerson(context: Reader, personId: Id): AwardCard[] {
  return findAwardsOfPerson(context.db, personId).map((row) => toCard(context, row));
}

/** The award offered for an application, if one was. */
export function awardOfApplication(context: Reader, applicationId: Id): AwardCard | null {
  return cardOf(context, findAwardOfApplication(context.db, applicationId));
}

function cardOf(context: Reader, row: AwardRow | null): AwardCard | null {
  return row === null ? null : toCard(context, row);
}

function toCard(context: Reader, row: AwardRow): AwardCard {
  return {
    id: row.id,
    callId: row.callId,
    partnerId: row.partnerId,
    applicationId: row.applicationId,
    recipientId: row.recipientId,
    groupName: row.groupName,
    title: row.title,
    amountMinor: row.amountMinor,
    currency: row.currency,
    state: standingOf(row, context.now),
    trancheWeights: row.trancheWeights,
    offeredAt: row.offeredAt,
    respondBy: row.respondBy,
    acceptedAt: row.state === 'accepted' ? row.answeredAt : null,
  };
}
