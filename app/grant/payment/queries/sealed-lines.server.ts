import type { Context } from '#app/platform/context.server.ts';
import type { StatementLine } from '../rules/statement/statement.ts';
import type { LineRow } from '../store/statements.server.ts';

const PURPOSE = 'statement-line';
type Said = Pick<StatementLine, 'bankRef' | 'endToEndId' | 'name' | 'text'>;

/** A bank statement names people who have nothing to do with us: what it says rests sealed. */
export function sealLine({ secrets }: Pick<Context, 'secrets'>, line: StatementLine): string {
  const { bankRef, endToEndId, name, text } = line;
  return secrets.seal(JSON.stringify({ bankRef, endToEndId, name, text } satisfies Said), PURPOSE);
}

/** The line as the bank sent it. */
export function openLine({ secrets }: Pick<Context, 'secrets'>, row: LineRow): StatementLine {
  const said = JSON.parse(secrets.open(row.sealed, PURPOSE)) as Said;
  return { bookedOn: row.bookedOn, amountMinor: row.amountMinor, ...said };
}
