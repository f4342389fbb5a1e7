import type { Board } from '../rules/board.ts';
import type { StockLevel } from '../rules/level.ts';
import type { PollResult } from '../rules/tally.ts';

/** What one level says that decides nothing: by itself, and never added to another. */
export type ShownApart = {
  readonly level: StockLevel;
  readonly ballots: number;
  /** Most votes first. */
  readonly options: readonly { readonly id: string; readonly title: string; readonly approvals: number }[];
};

/** Codes of a level that decides nothing: issued = used + unused + voided. */
export type ShownCodes = {
  readonly issued: number;
  readonly used: number;
  readonly unused: number;
  readonly voided: number;
};

const isStock = (level: string): level is StockLevel => level === 'C' || level === 'D';

/** The levels beside the result, in the manifest's order. */
export function shownApart({ apart }: PollResult, titleOf: (optionId: string) => string): ShownApart[] {
  return apart.flatMap(({ level, ballots, approvals }) => {
    if (!isStock(level)) return [];
    const shown = approvals.map((each) => ({ ...each, title: titleOf(each.id) }));
    return [{ level, ballots, options: shown.toSorted((one, other) => other.approvals - one.approvals) }];
  });
}

/** Where every code of a level is, as the lists of the reveal say. */
export function shownCodes(revealed: NonNullable<Board['revealed']>, level: StockLevel): ShownCodes {
  const codes = new Set(revealed.issuedTokens.find((list) => list.level === level)?.hashes);
  const used = revealed.spentTokens.filter((hash) => codes.has(hash)).length;
  const voided = revealed.voidTokens.filter((hash) => codes.has(hash)).length;
  return { issued: codes.size, used, unused: codes.size - used - voided, voided };
}
