import type { StatementLine } from './statement.ts';

/** How a line of the statement is called where it proves something. */
export function lineEvidence({ bookedOn, bankRef }: Pick<StatementLine, 'bookedOn' | 'bankRef'>): string {
  return bankRef === null ? `Bank statement, ${bookedOn}` : `Bank statement, ${bookedOn}, ${bankRef}`;
}
