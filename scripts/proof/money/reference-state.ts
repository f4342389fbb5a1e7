import { type Account, AWARDS, type Who } from './books.ts';

export const RECIPIENTS: readonly Who[] = ['amina', 'bilal'];
export const BEFORE_RESERVE = ['draft', 'submitted', 'approved'];
export const ON_ITS_WAY = ['reserved', 'sending'];
export const DEAD = ['failed', 'returned', 'cancelled'];
export const isFinance = (who: Who) => who === 'finn' || who === 'farah';

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
const fresh = () => ({
  balances: {} as Record<string, number>,
  refs: [] as number[],
  awards: AWARDS.map(() => ({
    ...{ tranches: [] as Tranche[], account: null as Account | null },
    ...{ version: 0, since: 0, isConfirmed: false },
  })),
  payouts: [] as Payout[],
  files: [] as boolean[],
  lines: [] as { amount: number; isOpen: boolean }[],
});

/** What the model remembers, over restarts and in copies; no copy holds the clock. */
export class Remembered {
  state = fresh();
  private kept: string | null = null;

  protected now: number;

  constructor(now: number) {
    this.now = now;
  }

  protected move(amount: number, from: string, to: string): void {
    const { balances } = this.state;
    balances[from] = (balances[from] ?? 0) - amount;
    balances[to] = (balances[to] ?? 0) + amount;
  }

  wait(ms: number): string {
    this.now += ms;
    return 'ok';
  }

  restart(): string {
    return 'ok';
  }

  backUp(): string {
    this.kept = JSON.stringify(this.state);
    return 'ok';
  }

  restore(): string {
    if (this.kept !== null) this.state = JSON.parse(this.kept);
    return 'ok';
  }
}
