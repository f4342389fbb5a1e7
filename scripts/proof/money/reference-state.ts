import { type Account, AWARDS, type Who } from './books.ts';

export type Payout = {
  award: number;
  place: number;
  amount: number;
  state: string;
  byHand: boolean;
  maker: Who;
  file: number;
  hasLeft: boolean;
};
export type Tranche = { state: string; amount: number };
/** What the model remembers, at the beginning. */
export const fresh = () => ({
  balances: {} as Record<string, number>,
  refs: [] as number[],
  awards: AWARDS.map(() => ({ tranches: [] as Tranche[], account: null as Account | null, version: 0, since: 0 })),
  payouts: [] as Payout[],
  files: [] as boolean[],
  lines: [] as { amount: number; isOpen: boolean }[],
});
