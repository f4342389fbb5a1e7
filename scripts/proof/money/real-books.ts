import { approvePayout } from '#app/grant/payment/commands/approve-payout.server.ts';
import { checkBooks } from '#app/grant/payment/commands/check-books.server.ts';
import { confirmPayee, sendPayeeCode } from '#app/grant/payment/commands/confirm-payee.server.ts';
import { createPayout } from '#app/grant/payment/commands/create-payout.server.ts';
import { bookLine, lineCameBack, settleLine } from '#app/grant/payment/commands/decide-line.server.ts';
import { importStatement } from '#app/grant/payment/commands/import-statement.server.ts';
import { makeBankFile } from '#app/grant/payment/commands/make-bank-file.server.ts';
import { markFailed, markReturned } from '#app/grant/payment/commands/mark-failed.server.ts';
import { markFileSent } from '#app/grant/payment/commands/mark-file-sent.server.ts';
import { markFileSettled, markSettled } from '#app/grant/payment/commands/mark-settled.server.ts';
import { planTranches } from '#app/grant/payment/commands/plan-tranches.server.ts';
import { recordFunds } from '#app/grant/payment/commands/record-funds.server.ts';
import { rejectPayout } from '#app/grant/payment/commands/reject-payout.server.ts';
import { releaseNextTranche } from '#app/grant/payment/commands/release-next-tranche.server.ts';
import { setPayee } from '#app/grant/payment/commands/set-payee.server.ts';
import { submitPayout } from '#app/grant/payment/commands/submit-payout.server.ts';
import { payoutForFinance } from '#app/grant/payment/queries/payout-facts.server.ts';
import { writeCamt } from '#app/grant/payment/rules/statement/statement.testing.ts';
import {
  AMINAS_ACCOUNT,
  ANOTHER_ACCOUNT,
  acceptedAward,
  bookFunds,
  CHURCH_PAYS,
  PARTNER_ACCOUNT,
  type TrialPayment,
} from '#app/grant/payment/trial-payment.testing.ts';
import type { Id } from '#app/kernel/id.ts';
import { HOUR } from '#app/kernel/instant.ts';
import type { Outcome } from '#app/kernel/outcome.ts';
import { actorOf } from '#app/people/queries/people.server.ts';
import { type Context, contextOf, type World } from '#app/platform/context.server.ts';
import { openDatabase } from '#db/client.server.ts';
import { accept } from '#test/world/trial-award.ts';
import { type Account, type Books, FIRST_FUNDS, type Names, type Who } from './books.ts';

const ACCOUNTS = [
  AMINAS_ACCOUNT,
  ANOTHER_ACCOUNT,
  CHURCH_PAYS,
  { ...ANOTHER_ACCOUNT, accountNumber: '64371388' },
] as const;
const NOBODY = 'none';

type Round = {
  readonly trial: TrialPayment;
  readonly awards: readonly Id[];
  readonly begun: Buffer;
  readonly at: number;
};
let round: Round | undefined;

/** Both awards accepted and the books open, once for all stories. */
function begin(): Round {
  if (round !== undefined) return round;
  const trial = acceptedAward('three-parts');
  // One after the other: awards that wait at the same time are planned in no order that could be repeated.
  bookFunds(trial, FIRST_FUNDS);
  const awards = [trial.awardId, accept(trial.world, trial, 'Bilal')];
  round = { trial, awards, begun: trial.world.db.$client.serialize(), at: trial.world.now() };
  return round;
}

const said = (outcome: Outcome<unknown, string>) => (outcome.ok ? 'ok' : outcome.reason);

type Ids = { payouts: Id[]; files: Id[]; lines: Id[] };

/** The same deeds through the portal's own commands. */
export class RealBooks implements Books {
  private readonly begun = begin();
  private ids: Ids = { payouts: [], files: [], lines: [] };
  private kept: { readonly bytes: Buffer; readonly ids: string } | null = null;
  private world: World;
  private brought = 0;
  now = this.begun.at;

  constructor() {
    this.world = this.opened(this.begun.begun);
  }

  private opened(bytes: Buffer): World {
    return { ...this.begun.trial.world, db: openDatabase(Buffer.from(bytes)), clock: () => this.now };
  }

  private as(who: Who | null): Context {
    const { staff, people } = this.begun.trial;
    const ids = { finn: staff.Finn, farah: staff.Farah, grace: staff.Grace, amina: people.Amina, bilal: people.Bilal };
    return contextOf(this.world, who === null ? null : actorOf(this.world, ids[who] ?? ''));
  }

  get sqlite() {
    return this.world.db.$client;
  }

  private get call() {
    return this.begun.trial.call;
  }

  private payout(place: number): Id {
    return this.ids.payouts[place] ?? NOBODY;
  }

  private award(place: number): Id {
    return this.begun.awards[place] ?? NOBODY;
  }

  private read(sql: string, ...words: unknown[]): unknown {
    return this.sqlite.prepare(sql).pluck().get(words);
  }

  receive(who: Who, amountMinor: number, ref: number): string {
    const statementRef = ref === 0 ? 'FUNDER 1' : `Line ${ref}`;
    return said(recordFunds(this.as(who), this.call.id, { amountMinor, statementRef, evidence: 'The statement' }));
  }

  plan(award: number): string {
    return said(planTranches(this.as(null), this.award(award)));
  }

  release(award: number): string {
    return said(releaseNextTranche(this.as('grace'), this.award(award)));
  }

  payee(who: Who, award: number, account: Account): string {
    return said(setPayee(this.as(who), this.award(award), ACCOUNTS[account], false));
  }

  confirm(who: Who, award: number): string {
    this.now += 24 * HOUR;
    const sent = sendPayeeCode(this.as(who), this.award(award));
    return said(sent.ok ? confirmPayee(this.as(who), this.award(award), sent.value.code) : sent);
  }

  prepare(who: Who, award: number, place: number): string {
    const sql = 'select id from tranche where award_id = ? and position = ?';
    const trancheId = this.read(sql, this.award(award), place + 1) ?? NOBODY;
    const made = createPayout(this.as(who), trancheId as Id);
    if (made.ok) this.ids.payouts.push(made.value.payoutId);
    return said(made);
  }

  submit(who: Who, payout: number): string {
    return said(submitPayout(this.as(who), this.payout(payout)));
  }

  approve(who: Who, payout: number, hasSeen: boolean): string {
    const seen = hasSeen ? payoutForFinance(this.as(who), this.payout(payout))?.hash : 'something else';
    return said(approvePayout(this.as(who), this.payout(payout), seen ?? ''));
  }

  reject(who: Who, payout: number, hasReason: boolean): string {
    return said(rejectPayout(this.as(who), this.payout(payout), hasReason ? 'Not yet' : ' '));
  }

  file(who: Who): string {
    const made = makeBankFile(this.as(who), this.call.id);
    if (made.ok) this.ids.files.push(made.value.fileId);
    return said(made);
  }

  sent(who: Who, file: number): string {
    return said(markFileSent(this.as(who), this.ids.files[file] ?? NOBODY));
  }

  settle(who: Who, payout: number, hasEvidence: boolean): string {
    return said(markSettled(this.as(who), this.payout(payout), hasEvidence ? 'Line 3' : ''));
  }

  settleFile(who: Who, file: number): string {
    return said(markFileSettled(this.as(who), this.ids.files[file] ?? NOBODY, 'Line 3'));
  }

  fail(who: Who, payout: number, hasReason: boolean): string {
    return said(markFailed(this.as(who), this.payout(payout), hasReason ? 'Refused' : ''));
  }

  giveBack(who: Who, payout: number): string {
    return said(markReturned(this.as(who), this.payout(payout), 'Closed'));
  }

  bring(who: Who, amountMinor: number, names: Names): string {
    this.brought += 1;
    const isFile = names !== null && 'file' in names;
    const msgId = isFile ? this.read('select msg_id from bank_file where id = ?', this.ids.files[names.file]) : null;
    const endToEndId = names !== null && 'payout' in names ? this.payout(names.payout).toUpperCase() : null;
    const line = { bookedOn: '2026-04-01', amountMinor, bankRef: `B${this.brought}`, endToEndId, name: 'Somebody' };
    const text = writeCamt(
      {
        ...{ account: PARTNER_ACCOUNT.accountNumber, currency: 'GBP', openingMinor: 0, closingMinor: amountMinor },
        lines: [{ ...line, text: String(msgId ?? 'something') }],
      },
      '08',
    );
    const brought = importStatement(this.as(who), this.call.partnerId, { name: 'a.xml', text });
    if (!brought.ok) return brought.reason;
    this.ids.lines.push(this.read('select id from statement_line order by rowid desc limit 1') as Id);
    return brought.value.open === 0 ? 'settled' : 'open';
  }

  private line(place: number): Id {
    return this.ids.lines[place] ?? NOBODY;
  }

  lineSettles(who: Who, line: number, payout: number): string {
    return said(settleLine(this.as(who), this.line(line), this.payout(payout)));
  }

  lineCameBack(who: Who, line: number, payout: number): string {
    return said(lineCameBack(this.as(who), this.line(line), this.payout(payout)));
  }

  lineIsFunds(who: Who, line: number): string {
    return said(bookLine(this.as(who), this.line(line), this.call.id));
  }

  wait(ms: number): string {
    this.now += ms;
    return 'ok';
  }

  restart(): string {
    this.replace(this.sqlite.serialize());
    return 'ok';
  }

  backUp(): string {
    this.kept = { bytes: this.sqlite.serialize(), ids: JSON.stringify(this.ids) };
    return 'ok';
  }

  restore(): string {
    if (this.kept === null) return 'ok';
    this.replace(this.kept.bytes);
    this.ids = JSON.parse(this.kept.ids);
    return 'ok';
  }

  /** As a start does: the books are compared before anything else. */
  private replace(bytes: Buffer): void {
    const world = this.opened(bytes);
    this.sqlite.close();
    this.world = world;
    if (checkBooks(this.as(null)) !== 'in-order') throw new Error('the books have drifted');
  }
}
