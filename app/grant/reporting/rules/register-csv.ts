import { writeCsv } from '#app/kernel/csv.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { type Currency, decimalAmount, type Minor } from '#app/kernel/money.ts';

type Call = {
  readonly title: string;
  readonly partnerName: string;
  readonly currency: Currency;
  readonly timeZone: string;
  readonly rows: readonly {
    readonly awardId: string;
    readonly groupName: string;
    readonly title: string;
    readonly city: string;
    readonly amountMinor: Minor;
    readonly paidMinor: Minor;
    readonly acceptedAt: Instant;
  }[];
};

const HEAD = ['award', 'call', 'partner', 'group', 'idea', 'city', 'currency', 'amount', 'paid', 'accepted_on'];

/** The register as a table for spreadsheets. */
export function registerCsv(calls: readonly Call[]): string {
  const rows = calls.flatMap((call) =>
    call.rows.map((row) => [
      row.awardId,
      call.title,
      call.partnerName,
      row.groupName,
      row.title,
      row.city,
      call.currency,
      decimalAmount(row.amountMinor, call.currency),
      decimalAmount(row.paidMinor, call.currency),
      dayOf(row.acceptedAt, call.timeZone),
    ]),
  );
  return writeCsv([HEAD, ...rows]);
}

/** The day as people there had it, as YYYY-MM-DD: the page says the same. */
function dayOf(at: Instant, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(at);
}
