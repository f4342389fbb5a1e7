/** Two awards, as the trial round makes them: in three parts, and at once. */
export const AWARDS = [[150_000, 90_000, 60_000], [200_000]] as const;
export const FIRST_FUNDS = 400_000;

export type Who = 'finn' | 'farah' | 'grace' | 'amina' | 'bilal';
/** 3 is an account that fails the banks' check. */
export type Account = 0 | 1 | 2 | 3;
/** What a line of the statement names: one payment, a whole file, or nothing that is known. */
export type Names = { payout: number } | { file: number } | null;

/** What the people around two awards can do. The answer is what a refusal is called, or what came of it. */
export interface Books {
  receive(who: Who, amount: number, ref: number): string;
  plan(award: number): string;
  release(award: number): string;
  payee(who: Who, award: number, account: Account): string;
  /** Asks for a code a day later, when those before it are out of the way, and types it. */
  confirm(who: Who, award: number): string;
  prepare(who: Who, award: number, place: number): string;
  submit(who: Who, payout: number): string;
  approve(who: Who, payout: number, hasSeen: boolean): string;
  reject(who: Who, payout: number, hasReason: boolean): string;
  file(who: Who): string;
  sent(who: Who, file: number): string;
  settle(who: Who, payout: number, hasEvidence: boolean): string;
  settleFile(who: Who, file: number): string;
  fail(who: Who, payout: number, hasReason: boolean): string;
  giveBack(who: Who, payout: number): string;
  bring(who: Who, amount: number, names: Names): string;
  lineSettles(who: Who, line: number, payout: number): string;
  lineCameBack(who: Who, line: number, payout: number): string;
  lineIsFunds(who: Who, line: number): string;
  wait(ms: number): string;
  restart(): string;
  backUp(): string;
  restore(): string;
}
