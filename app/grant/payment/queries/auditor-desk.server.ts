import { callsOfPartners } from '#app/grant/call/queries/call-facts.server.ts';
import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { partnerById, peopleById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { mayKeepBooks } from '../rules/access.ts';
import { isAuditing } from '../rules/auditing.ts';
import { findAuditors, findReadings, type ReadingRow } from '../store/auditors.server.ts';

/** Of each auditor so many pages are shown, the last ones. */
export const READINGS_SHOWN = 100;

export type AuditorShown = {
  readonly id: Id;
  readonly name: string;
  readonly email: string;
  readonly appointedAt: Instant;
  readonly appointedBy: string;
  readonly untilAt: Instant;
  readonly endedAt: Instant | null;
  readonly endedBy: string;
  readonly isReading: boolean;
  readonly readings: readonly (Pick<ReadingRow, 'id' | 'what' | 'subject' | 'readAt'> & { readonly call: string })[];
};

export type AuditorDesk = {
  readonly partner: { readonly id: Id; readonly name: string };
  readonly auditors: readonly AuditorShown[];
};

/** Who was asked to audit a partner and what they opened; null for somebody who does not keep its books. */
export function auditorDesk(context: Context, partnerId: Id): AuditorDesk | null {
  const partner = partnerById(context, partnerId);
  if (partner === null || !mayKeepBooks(context.actor, { partnerId })) return null;
  const rows = findAuditors(context.db, partnerId);
  const people = peopleById(
    context,
    rows.flatMap((row) => [row.personId, row.appointedBy, ...(row.endedBy === null ? [] : [row.endedBy])]),
  );
  const calls = new Map(callsOfPartners(context, [partnerId]).map((call) => [call.id, call.title]));
  return {
    partner: { id: partner.id, name: partner.name },
    auditors: rows.map((row) => ({
      id: row.id,
      name: people.get(row.personId)?.name ?? '',
      email: people.get(row.personId)?.email ?? '',
      appointedAt: row.appointedAt,
      appointedBy: people.get(row.appointedBy)?.name ?? '',
      untilAt: row.untilAt,
      endedAt: row.endedAt,
      endedBy: people.get(row.endedBy ?? '')?.name ?? '',
      isReading: isAuditing(row, context.now),
      readings: findReadings(context.db, row.id, READINGS_SHOWN).map(({ id, what, subject, readAt, callId }) => ({
        id,
        what,
        subject,
        readAt,
        call: calls.get(callId) ?? '',
      })),
    })),
  };
}
