import type { Instant } from '#app/kernel/instant.ts';
import { type Currency, currencyExponent, type Minor } from '#app/kernel/money.ts';

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

/**
 * The register in RFC 4180 form. Cells that a spreadsheet would run as a formula get an apostrophe in front.
 *
 * @source OWASP, CSV injection
 */
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
      decimal(row.amountMinor, call.currency),
      decimal(row.paidMinor, call.currency),
      dayOf(row.acceptedAt, call.timeZone),
    ]),
  );
  return [HEAD, ...rows].map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');
}

function cell(text: string): string {
  const defused = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(defused) ? `"${defused.replaceAll('"', '""')}"` : defused;
}

/** The day as people there had it, as YYYY-MM-DD: the page says the same. */
function dayOf(at: Instant, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(at);
}

function decimal(amount: Minor, currency: Currency): string {
  const exponent = currencyExponent(currency);
  const digits = String(amount).padStart(exponent + 1, '0');
  return exponent === 0 ? digits : `${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}
