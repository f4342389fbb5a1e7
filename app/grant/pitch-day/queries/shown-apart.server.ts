import type { Board } from '../rules/board.ts';
import { SHOWN_BALLOTS_MIN, STOCK_LEVELS, type StockLevel } from '../rules/level.ts';
import type { PollResult } from '../rules/tally.ts';

/** What one level says that decides nothing: by itself, and never added to another. */
export type ShownApart = {
  readonly level: StockLevel;
  readonly ballots: number;
  /** Most votes first; null where too few voted to show what they chose. */
  readonly options: readonly { readonly id: string; readonly title: string; readonly approvals: number }[] | null;
};

/** Codes of a level that decides nothing: issued = used + unused + voided. */
export type ShownCodes = {
  readonly issued: number;
  readonly used: number;
  readonly unused: number;
  readonly voided: number;
};

/**
 * The levels beside the result, in the manifest's order. The file of the board has each of these ballots all the same:
 * nobody could recount it without.
 */
export function shownApart({ apart }: PollResult, titleOf: (optionId: string) => string): ShownApart[] {
  return apart.flatMap(({ level: named, ballots, approvals }): ShownApart[] => {
    const level = STOCK_LEVELS.find((each) => each === named);
    if (level === undefined) return [];
    if (ballots < SHOWN_BALLOTS_MIN) return [{ level, ballots, options: null }];
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
