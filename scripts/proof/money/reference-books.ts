import { type Account, AWARDS, type Books, FIRST_FUNDS, type Names, type Who } from './books.ts';
import {
  BEFORE_RESERVE,
  DEAD,
  isFinance,
  ON_ITS_WAY,
  type Payout,
  RECIPIENTS,
  Remembered,
  type Tranche,
} from './reference-state.ts';

const HOUR = 60 * 60 * 1000;
const HOLD = 72 * HOUR;

/** Grant money as the design has it, small enough to be seen to be right. Shares no code with the portal. */
export class ReferenceBooks extends Remembered implements Books {
  constructor(now: number) {
    super(now);
    this.receive('finn', FIRST_FUNDS, 0);
  }

  private tranche(payout: Payout): Tranche {
    return this.state.awards[payout.award]?.tranches[payout.place] as Tranche;
  }

  private on(who: Who, payout: number, from: readonly string[], act: (payout: Payout) => string): string {
    const found = this.state.payouts[payout];
    if (found === undefined || !isFinance(who)) return 'not-found';
    return from.includes(found.state) ? act(found) : 'wrong-state';
  }

  private end(payout: Payout, state: string): string {
    payout.state = state;
    this.tranche(payout).state = 'due';
    return 'ok';
  }

  receive(who: Who, amount: number, ref: number): string {
    if (!isFinance(who)) return 'not-found';
    if (amount <= 0) return 'not-an-amount';
    if (this.state.refs.includes(ref)) return 'already-booked';
    if (ref >= 0) this.state.refs.push(ref);
    this.move(amount, 'fundIn', 'available');
    this.move(amount, 'held', 'bank');
    for (const award of AWARDS.keys()) this.plan(award);
    return 'ok';
  }

  plan(award: number): string {
    const { awards, balances } = this.state;
    const at = awards[award] as (typeof awards)[number];
    const amounts = AWARDS[award] as readonly number[];
    const sum = amounts.reduce((all, one) => all + one, 0);
    if (at.tranches.length > 0) return 'ok';
    if ((balances.available ?? 0) < sum) return 'funds-missing';
    this.move(sum, 'available', 'awarded');
    at.tranches = amounts.map((amount) => ({ state: 'planned', amount }));
    return this.release(award);
  }

  release(award: number): string {
    const tranches = this.state.awards[award]?.tranches ?? [];
    const next = tranches.find(({ state }) => state === 'planned');
    if (next === undefined) return tranches.length === 0 ? 'not-planned' : 'nothing-to-release';
    this.move(next.amount, 'awarded', 'payable');
    next.state = 'due';
    return 'ok';
  }

  payee(who: Who, award: number, account: Account): string {
    const at = this.state.awards[award];
    if (at === undefined || who !== RECIPIENTS[award]) return 'not-found';
    const live = this.state.payouts.filter((one) => one.award === award && ![...DEAD, 'settled'].includes(one.state));
    if (live.some(({ state }) => ON_ITS_WAY.includes(state))) return 'money-on-its-way';
    if (account === 3) return 'account-unlikely';
    if (at.account === account) return 'ok';
    for (const payout of live) this.end(payout, 'cancelled');
    Object.assign(at, { account, version: at.version + 1, since: this.now, isConfirmed: false });
    return 'ok';
  }

  confirm(who: Who, award: number): string {
    const at = this.state.awards[award];
    this.now += 24 * HOUR;
    if (at === undefined || at.account === null || who !== RECIPIENTS[award]) return 'not-found';
    if (at.isConfirmed) return 'nothing-to-confirm';
    at.isConfirmed = true;
    return 'ok';
  }

  prepare(who: Who, award: number, place: number): string {
    const at = this.state.awards[award];
    const tranche = at?.tranches[place];
    if (at === undefined || tranche === undefined || !isFinance(who)) return 'not-found';
    if (tranche.state !== 'due') return 'not-due';
    if (at.account === null) return 'payee-missing';
    if (!at.isConfirmed) return 'payee-unconfirmed';
    if (at.version > 1 && this.now < at.since + HOLD) return 'payee-on-hold';
    tranche.state = 'in-payment';
    const rest = { amount: tranche.amount, state: 'draft', byHand: at.account === 2, maker: who };
    this.state.payouts.push({ award, place, ...rest, file: -1, hasLeft: false });
    return 'ok';
  }

  submit(who: Who, payout: number): string {
    return this.on(who, payout, ['draft'], (one) => {
      if (one.maker !== who) return 'not-the-maker';
      one.state = 'submitted';
      return 'ok';
    });
  }

  approve(who: Who, payout: number, hasSeen: boolean): string {
    return this.on(who, payout, ['submitted'], (one) => {
      if (one.maker === who) return 'own-payout';
      if (!hasSeen) return 'changed-since';
      one.state = 'approved';
      return 'ok';
    });
  }

  reject(who: Who, payout: number, hasReason: boolean): string {
    return this.on(who, payout, BEFORE_RESERVE, (one) => (hasReason ? this.end(one, 'cancelled') : 'no-reason'));
  }

  file(who: Who): string {
    if (!isFinance(who)) return 'not-found';
    const ready = this.state.payouts.filter(({ state, byHand }) => state === 'approved' && !byHand);
    if (ready.length === 0) return 'nothing-approved';
    for (const payout of ready) {
      this.move(payout.amount, 'payable', 'inTransit');
      Object.assign(payout, { state: 'reserved', file: this.state.files.length });
    }
    this.state.files.push(false);
    return 'ok';
  }

  sent(who: Who, file: number): string {
    if (this.state.files[file] === undefined || !isFinance(who)) return 'not-found';
    if (this.state.files[file]) return 'already-sent';
    this.state.files[file] = true;
    for (const one of this.state.payouts) if (one.file === file && one.state === 'reserved') one.state = 'sending';
    return 'ok';
  }

  settle(who: Who, payout: number, hasEvidence: boolean): string {
    const one = this.state.payouts[payout];
    if (one === undefined || !isFinance(who)) return 'not-found';
    if (!hasEvidence) return 'no-evidence';
    if (!ON_ITS_WAY.includes(one.state) && !(one.byHand && one.state === 'approved')) return 'wrong-state';
    if (one.byHand) this.move(one.amount, 'payable', 'inTransit');
    this.move(one.amount, 'inTransit', 'granted');
    this.move(one.amount, 'bank', 'held');
    one.state = 'settled';
    this.tranche(one).state = 'paid';
    return 'ok';
  }

  settleFile(who: Who, file: number): string {
    if (this.state.files[file] === undefined || !isFinance(who)) return 'not-found';
    const open = this.state.payouts.flatMap((one, place) =>
      one.file === file && ON_ITS_WAY.includes(one.state) ? [place] : [],
    );
    for (const place of open) this.settle(who, place, true);
    return open.length === 0 ? 'wrong-state' : 'ok';
  }

  fail(who: Who, payout: number, hasReason: boolean): string {
    return this.on(who, payout, ON_ITS_WAY, (one) => {
      if (!hasReason) return 'no-reason';
      this.move(one.amount, 'inTransit', 'payable');
      return this.end(one, 'failed');
    });
  }

  giveBack(who: Who, payout: number): string {
    return this.on(who, payout, ['settled'], (one) => {
      this.move(one.amount, 'granted', 'payable');
      this.move(one.amount, 'returned', 'bank');
      return this.end(one, 'returned');
    });
  }

  bring(who: Who, amount: number, names: Names): string {
    if (!isFinance(who)) return 'not-found';
    const { payouts, lines } = this.state;
    const isNamed = (one: Payout, place: number) =>
      names !== null && ('file' in names ? one.file === names.file : place === names.payout);
    const named = payouts.flatMap((one, place) => (isNamed(one, place) ? [place] : []));
    const isSettled = this.leave(who, amount, named) === 'ok';
    lines.push({ amount, isOpen: !isSettled });
    return isSettled ? 'settled' : 'open';
  }

  /** Money of these payments has left, as the bank says: each of them once, and all of it. */
  private leave(who: Who, amount: number, named: readonly number[]): string {
    const all = named.map((place) => this.state.payouts[place] as Payout);
    if (all.length === 0) return 'not-found';
    if (all.reduce((sum, one) => sum + one.amount, 0) !== -amount) return 'another-amount';
    if (all.some(({ state, hasLeft }) => hasLeft || ![...ON_ITS_WAY, 'settled'].includes(state))) return 'wrong-state';
    for (const place of named) this.settle(who, place, true);
    for (const one of all) one.hasLeft = true;
    return 'ok';
  }

  private decide(who: Who, line: number, act: (amount: number) => string): string {
    const found = this.state.lines[line];
    if (found === undefined || !isFinance(who)) return 'not-found';
    if (!found.isOpen) return 'decided';
    const said = act(found.amount);
    found.isOpen = said !== 'ok';
    return said;
  }

  lineSettles(who: Who, line: number, payout: number): string {
    return this.decide(who, line, (amount) => this.leave(who, amount, this.state.payouts[payout] ? [payout] : []));
  }

  lineCameBack(who: Who, line: number, payout: number): string {
    return this.decide(who, line, (amount) => {
      const one = this.state.payouts[payout];
      if (one === undefined) return 'not-found';
      return one.amount === amount ? this.giveBack(who, payout) : 'another-amount';
    });
  }

  lineIsFunds(who: Who, line: number): string {
    return this.decide(who, line, (amount) => this.receive(who, amount, -1));
  }
}
