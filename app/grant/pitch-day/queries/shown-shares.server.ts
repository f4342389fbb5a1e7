import { type Fraction, roundHalfUp } from '#app/kernel/fraction.ts';
import type { Id } from '#app/kernel/id.ts';
import type { Minor } from '#app/kernel/money.ts';
import { sharesOf } from '../ballot-box/board.server.ts';
import { termsOf } from '../ballot-box/poll-terms.server.ts';
import type { RoomShares } from '../rules/room-shares.ts';
import { knownResult } from './known-result.server.ts';
import { oncePerThrow } from './once-per-throw.server.ts';

/** How a pot was shared out, with the parts of voters rounded to be read. */
export type ShownShares = {
  readonly voters: number;
  readonly potMinor: Minor;
  readonly firstMinor: Minor;
  /** Null where the first part was enough. */
  readonly grownMinor: Minor | null;
  readonly leftMinor: Minor;
  /** In the order of winning. */
  readonly winners: readonly {
    readonly id: Id;
    readonly costMinor: Minor;
    /** Null where there was enough for everything: then nobody had to be asked. */
    readonly paid: {
      readonly full: readonly { readonly voters: number; readonly eachMinor: Minor }[];
      readonly poor: { readonly voters: number; readonly togetherMinor: Minor } | null;
      readonly penniless: number;
    } | null;
  }[];
};

/**
 * Who paid for what, worked out once.
 *
 * @returns null before the reveal, while a tie is open, and where no pot was shared out
 */
export const shownShares = oncePerThrow((box, pollId) => {
  const terms = termsOf(box, pollId);
  const result = knownResult(box, pollId);
  const counted = terms && result && sharesOf(box, pollId, result);
  return counted && shown(counted, terms.manifest.budgetMinor ?? 0);
});

function shown({ voters, first, share, winners, leftMinor }: RoomShares, potMinor: Minor): ShownShares {
  const [firstMinor, shareMinor] = [rounded(first), rounded(share)];
  return {
    voters,
    potMinor,
    firstMinor,
    grownMinor: shareMinor > firstMinor ? shareMinor : null,
    leftMinor,
    winners: winners.map(({ id, costMinor, paid }) => ({
      id,
      costMinor,
      paid: paid && {
        full: paid.full.map((payers) => ({ voters: payers.voters, eachMinor: rounded(payers.each) })),
        poor: paid.poor && { voters: paid.poor.voters, togetherMinor: rounded(paid.poor.together) },
        penniless: paid.penniless,
      },
    })),
  };
}

function rounded(amount: Fraction): Minor {
  return Number(roundHalfUp(amount));
}
