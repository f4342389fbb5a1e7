import { callsOfPartners } from '#app/grant/call/queries/call-facts.server.ts';
import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Currency, Minor } from '#app/kernel/money.ts';
import { partnerById, peopleById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { mayKeepBooks } from '../rules/access.ts';
import { type KnownPayment, type Meaning, meaningOf } from '../rules/statement/matching.ts';
import type { IsoDate } from '../rules/working-days.ts';
import { findBooksOfCalls } from '../store/ledger.server.ts';
import { findPayoutsOfCalls } from '../store/payouts.server.ts';
import { findImports, findLinesIn, type ImportRow, type LineRow } from '../store/statements.server.ts';
import { knownPayments } from './known-payments.server.ts';
import { paymentRows } from './payment-rows.server.ts';
import { openLine } from './sealed-lines.server.ts';

type LineShown = {
  readonly id: Id;
  readonly bookedOn: IsoDate;
  readonly amountMinor: Minor;
  readonly currency: Currency;
  readonly name: string;
  readonly text: string;
};

export type OpenLineShown = LineShown & {
  readonly meaning: Meaning['kind'];
  /** Payments that it could be, the likeliest first. */
  readonly payments: readonly { readonly payoutId: Id; readonly groupName: string; readonly position: number }[];
};

export type StatementDesk = {
  readonly partner: { readonly id: Id; readonly name: string };
  /** With books, for money that came in. */
  readonly calls: readonly { readonly id: Id; readonly title: string; readonly currency: Currency }[];
  readonly currencies: readonly Currency[];
  readonly open: readonly OpenLineShown[];
  readonly aside: readonly (LineShown & {
    readonly note: string;
    readonly decidedAt: Instant;
    readonly decidedBy: string;
  })[];
  /** Newest first. */
  readonly imports: readonly (Pick<
    ImportRow,
    'id' | 'fileName' | 'accountEnding' | 'firstDay' | 'lastDay' | 'linesCount' | 'importedAt'
  > & {
    readonly importedBy: string;
    /** The statement before it ended with another balance. */
    readonly hasGap: boolean;
  })[];
};

/** Files from the bank and what is to be decided about them; null for somebody who does not keep this partner's books. */
export function statementDesk(context: Context, partnerId: Id): StatementDesk | null {
  const partner = partnerById(context, partnerId);
  if (partner === null || !mayKeepBooks(context.actor, { partnerId })) return null;
  const calls = callsOfPartners(context, [partnerId]).filter((call) => call.state === 'published');
  const booked = new Set(
    findBooksOfCalls(
      context.db,
      calls.map((call) => call.id),
    ).map((row) => row.callId),
  );
  const withBooks = calls.filter((call) => booked.has(call.id));
  const callIds = calls.map((call) => call.id);
  const aside = readable(context, partnerId, callIds, findLinesIn(context.db, partnerId, 'aside'));
  const imports = findImports(context.db, partnerId);
  const people = peopleById(context, [
    ...aside.flatMap(({ row }) => row.decidedBy ?? []),
    ...imports.map((row) => row.importedBy),
  ]);
  return {
    partner: { id: partner.id, name: partner.name },
    calls: withBooks.map(({ id, title, currency }) => ({ id, title, currency })),
    currencies: [...new Set(calls.map((call) => call.currency))],
    open: readable(context, partnerId, callIds, findLinesIn(context.db, partnerId, 'open')).map(
      ({ line, meaning, payments }) => ({ ...line, meaning, payments }),
    ),
    aside: aside.map(({ row, line }) => ({
      ...line,
      note: row.note,
      decidedAt: row.decidedAt ?? 0,
      decidedBy: people.get(row.decidedBy ?? '')?.name ?? '',
    })),
    imports: imports.map((row) => ({
      id: row.id,
      fileName: row.fileName,
      accountEnding: row.accountEnding,
      firstDay: row.firstDay,
      lastDay: row.lastDay,
      linesCount: row.linesCount,
      importedAt: row.importedAt,
      importedBy: people.get(row.importedBy)?.name ?? '',
      hasGap: hasGap(row, imports),
    })),
  };
}

/** What a group has named the reader for she does not see here either: its lines are a colleague's. */
function readable(
  context: Context,
  partnerId: Id,
  callIds: readonly Id[],
  rows: readonly LineRow[],
): {
  readonly row: LineRow;
  readonly line: LineShown;
  readonly meaning: Meaning['kind'];
  readonly payments: OpenLineShown['payments'];
}[] {
  if (rows.length === 0) return [];
  const known = new Map<Currency, KnownPayment[]>();
  const knownIn = (currency: Currency) => {
    const found = known.get(currency) ?? knownPayments(context, partnerId, currency);
    known.set(currency, found);
    return found;
  };
  const visible = visiblePayments(context, callIds);
  return rows.flatMap((row) => {
    const meaning = meaningOf(openLine(context, row), knownIn(row.currency));
    const about = 'payoutIds' in meaning ? meaning.payoutIds : 'payoutId' in meaning ? [meaning.payoutId] : [];
    const payments = about.flatMap((payoutId) => visible.get(payoutId) ?? []);
    const isNamed = meaning.kind !== 'perhaps';
    if (isNamed && payments.length < about.length) return [];
    return [{ row, line: shown(context, row), meaning: meaning.kind, payments }];
  });
}

/** Dead attempts too: a line may name one. */
function visiblePayments(context: Context, callIds: readonly Id[]) {
  const rows = new Map(paymentRows(context, callIds).rows.map((row) => [row.trancheId, row]));
  return new Map(
    findPayoutsOfCalls(context.db, callIds).flatMap(({ id, trancheId }) => {
      const row = rows.get(trancheId);
      return row === undefined
        ? []
        : [[id, { payoutId: id, groupName: row.groupName, position: row.position }] as const];
    }),
  );
}

function shown(context: Context, row: LineRow): LineShown {
  const { name, text } = openLine(context, row);
  return { id: row.id, bookedOn: row.bookedOn, amountMinor: row.amountMinor, currency: row.currency, name, text };
}

/** Against the last file of the same account that ends before this one begins to count on. */
function hasGap(row: ImportRow, all: readonly ImportRow[]): boolean {
  const before = all
    .filter(
      (one) =>
        one.id !== row.id && one.accountHash === row.accountHash && one.lastDay !== '' && one.lastDay < row.firstDay,
    )
    .toSorted((one, other) => other.lastDay.localeCompare(one.lastDay))[0];
  if (row.accountHash === '' || before === undefined) return false;
  return before.closingMinor !== null && row.openingMinor !== null && before.closingMinor !== row.openingMinor;
}
