import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { payout } from '#db/schema/payment.ts';
import { statementLine } from '#db/schema/payment-statement.ts';
import { hideFrom } from '../application/commands/hide-from.server.ts';
import { bookLine, lineCameBack, putLineAside, reopenLine, settleLine } from './commands/decide-line.server.ts';
import { importStatement } from './commands/import-statement.server.ts';
import { auditBooks } from './queries/audit.server.ts';
import { fundsOf } from './queries/funds.server.ts';
import { openLine } from './queries/sealed-lines.server.ts';
import { statementDesk } from './queries/statement-desk.server.ts';
import { writeCamt, writeMt940 } from './rules/statement/statement.testing.ts';
import type { Statement, StatementLine } from './rules/statement/statement.ts';
import { inFile, must, PARTNER_ACCOUNT, readyToPay, type TrialPayment } from './trial-payment.testing.ts';

const OPENING = 600_000;

const line = (amountMinor: number, said: Partial<StatementLine> = {}): StatementLine => ({
  bookedOn: '2026-04-01',
  amountMinor,
  bankRef: null,
  endToEndId: null,
  name: 'Somebody',
  text: 'something',
  ...said,
});

const statement = (...lines: StatementLine[]): Statement => ({
  account: PARTNER_ACCOUNT.accountNumber,
  currency: 'GBP',
  openingMinor: OPENING,
  closingMinor: lines.reduce((sum, one) => sum + one.amountMinor, OPENING),
  lines,
});

const partnerOf = (trial: TrialPayment) => trial.call.partnerId;
const bring = (trial: TrialPayment, ...lines: StatementLine[]) =>
  importStatement(trial.as.finn(), partnerOf(trial), { name: 'april.xml', text: writeCamt(statement(...lines), '08') });
const payoutOf = (trial: TrialPayment, payoutId: string) =>
  trial.world.db.select().from(payout).where(eq(payout.id, payoutId)).get();
const linesOf = (trial: TrialPayment) => trial.world.db.select().from(statementLine).all();
const openLineId = (trial: TrialPayment) => linesOf(trial).find(({ state }) => state === 'open')?.id ?? '';
const named = (trial: TrialPayment, payoutId: string) => ({ endToEndId: payoutOf(trial, payoutId)?.endToEndId ?? '' });
const isAudited = (trial: TrialPayment) => auditBooks(trial.as.finn()).filter((check) => !check.ok);

describe('bringing a bank statement', () => {
  it('settles what it names, with the line as evidence, and leaves the rest to people', () => {
    const trial = readyToPay();
    const { payoutId } = inFile(trial);
    const fees = line(-1_200, { text: 'Account fee' });
    const brought = must(bring(trial, line(-300_000, { ...named(trial, payoutId), bankRef: 'B7' }), fees));
    expect(brought).toEqual({ lines: 2, known: 0, settled: 1, open: 1 });
    expect(payoutOf(trial, payoutId)).toMatchObject({ state: 'settled', evidence: 'Bank statement, 2026-04-01, B7' });
    expect(isAudited(trial)).toEqual([]);
  });

  it('keeps the words of strangers sealed', () => {
    const trial = readyToPay();
    must(bring(trial, line(-1_200, { name: 'A stranger', text: 'for something private' })));
    const [row] = linesOf(trial);
    if (row === undefined) throw new Error('there is a line');
    expect(trial.world.db.$client.serialize().includes('for something private')).toBe(false);
    expect(openLine(trial.as.finn(), row)).toMatchObject({ name: 'A stranger', text: 'for something private' });
  });

  it('takes the same file once, and of an overlapping one only what is new', () => {
    const trial = readyToPay();
    const { payoutId } = inFile(trial);
    const paid = line(-300_000, named(trial, payoutId));
    must(bring(trial, paid, line(-5)));
    expect(bring(trial, paid, line(-5))).toEqual({ ok: false, reason: 'already-imported' });
    const later = must(bring(trial, paid, line(-5), line(-5), line(-7)));
    expect(later).toEqual({ lines: 2, known: 2, settled: 0, open: 2 });
    expect(linesOf(trial)).toHaveLength(4);
  });

  it('takes nothing of a file that does not add up, and says so', () => {
    const trial = readyToPay();
    const { payoutId } = inFile(trial);
    const broken = { ...statement(line(-300_000, named(trial, payoutId))), closingMinor: 1 };
    const brought = importStatement(trial.as.finn(), partnerOf(trial), { name: 'a', text: writeMt940(broken) });
    expect(brought).toEqual({ ok: false, reason: 'does-not-add-up' });
    expect(linesOf(trial)).toEqual([]);
    expect(payoutOf(trial, payoutId)?.state).toBe('reserved');
  });

  it('asks where a table says what', () => {
    const trial = readyToPay();
    const file = { name: 'bank.csv', text: 'When,What,Sum\n01/04/2026,Fee,-12.00' };
    expect(importStatement(trial.as.finn(), partnerOf(trial), file)).toEqual({ ok: false, reason: 'columns-wanted' });
    const none = { name: null, bankRef: null, balance: null } as const;
    const mapping = {
      date: 'When',
      dateOrder: 'dmy',
      amount: { signed: 'Sum' },
      decimal: '.',
      text: 'What',
      ...none,
    } as const;
    expect(must(importStatement(trial.as.finn(), partnerOf(trial), file, { mapping, currency: 'GBP' }))).toMatchObject({
      open: 1,
    });
  });

  it('is for the finance people of that partner', () => {
    const trial = readyToPay();
    const file = { name: 'a', text: writeCamt(statement(line(-5)), '08') };
    for (const who of [trial.as.amina(), trial.as.grace(), trial.world.as(null)])
      expect(importStatement(who, partnerOf(trial), file)).toEqual({ ok: false, reason: 'not-found' });
  });

  it('never settles the second debit of a payment', () => {
    const trial = readyToPay();
    const { payoutId } = inFile(trial);
    const paid = { ...named(trial, payoutId), bankRef: 'B1' };
    must(bring(trial, line(-300_000, paid)));
    expect(must(bring(trial, line(-300_000, { ...paid, bankRef: 'B2' })))).toMatchObject({ settled: 0, open: 1 });
    expect(settleLine(trial.as.finn(), openLineId(trial), payoutId)).toEqual({ ok: false, reason: 'wrong-state' });
    expect(isAudited(trial)).toEqual([]);
  });
});

describe('deciding what a line is', () => {
  it('settles the payment that a person finds, when the amount is right', () => {
    const trial = readyToPay();
    const { payoutId } = inFile(trial);
    must(bring(trial, line(-300_000)));
    must(bring(trial, line(-299_999)));
    const [right = '', wrong = ''] = linesOf(trial).map(({ id }) => id);
    expect(settleLine(trial.as.farah(), wrong, payoutId)).toEqual({ ok: false, reason: 'another-amount' });
    expect(settleLine(trial.as.grace(), right, payoutId)).toEqual({ ok: false, reason: 'not-found' });
    expect(must(settleLine(trial.as.farah(), right, payoutId))).toEqual({ settled: 1 });
    expect(settleLine(trial.as.farah(), right, payoutId)).toEqual({ ok: false, reason: 'decided' });
    expect(payoutOf(trial, payoutId)?.state).toBe('settled');
  });

  it('writes down what came back', () => {
    const trial = readyToPay();
    const { payoutId } = inFile(trial);
    must(bring(trial, line(-300_000, { ...named(trial, payoutId), bankRef: 'B1' })));
    must(bring(trial, line(300_000, { ...named(trial, payoutId), bankRef: 'B2' })));
    expect(must(lineCameBack(trial.as.finn(), openLineId(trial), payoutId))).toBe('came-back');
    expect(payoutOf(trial, payoutId)).toMatchObject({ state: 'returned', endReason: 'Bank statement, 2026-04-01, B2' });
    expect(isAudited(trial)).toEqual([]);
  });

  it('books money for a call, once', () => {
    const trial = readyToPay();
    const before = fundsOf(trial.as.finn(), trial.call.id)?.receivedMinor ?? 0;
    must(bring(trial, line(50_000, { name: 'A funder', bankRef: 'F1' })));
    const lineId = openLineId(trial);
    must(bookLine(trial.as.finn(), lineId, trial.call.id));
    expect(bookLine(trial.as.finn(), lineId, trial.call.id)).toEqual({ ok: false, reason: 'decided' });
    expect(fundsOf(trial.as.finn(), trial.call.id)?.receivedMinor).toBe(before + 50_000);
    must(bring(trial, line(-50_000)));
    expect(bookLine(trial.as.finn(), openLineId(trial), trial.call.id)).toEqual({ ok: false, reason: 'not-an-amount' });
  });

  it('puts a line aside with a reason, and looks at it again', () => {
    const trial = readyToPay();
    must(bring(trial, line(-1_200)));
    const lineId = openLineId(trial);
    expect(putLineAside(trial.as.finn(), lineId, ' ')).toEqual({ ok: false, reason: 'no-reason' });
    must(putLineAside(trial.as.finn(), lineId, 'A fee of the bank'));
    expect(putLineAside(trial.as.finn(), lineId, 'Again')).toEqual({ ok: false, reason: 'decided' });
    must(reopenLine(trial.as.farah(), lineId));
    expect(reopenLine(trial.as.farah(), lineId)).toEqual({ ok: false, reason: 'not-aside' });
    expect(linesOf(trial)).toMatchObject([{ state: 'open', note: '', decidedBy: null }]);
  });
});

describe('the page of bank statements', () => {
  const deskOf = (trial: TrialPayment) => statementDesk(trial.as.finn(), partnerOf(trial));

  it('says what each line could be, with the group that it is about', () => {
    const trial = readyToPay();
    const { payoutId } = inFile(trial);
    const paid = { ...named(trial, payoutId), bankRef: 'B1' };
    must(bring(trial, line(-300_000, paid)));
    const back = line(300_000, { ...paid, bankRef: 'B3' });
    must(bring(trial, line(-300_000, { ...paid, bankRef: 'B2' }), back, line(-7), line(9), line(-1, paid)));
    const shown = deskOf(trial)?.open.map(({ amountMinor, meaning, payments }) => [
      amountMinor,
      meaning,
      payments.map(({ groupName }) => groupName),
    ]);
    expect(shown).toHaveLength(5);
    expect(shown).toEqual(
      expect.arrayContaining([
        [-300_000, 'second-debit', ['Amina and friends']],
        [300_000, 'comes-back', ['Amina and friends']],
        [-1, 'does-not-fit', ['Amina and friends']],
        [-7, 'unknown', []],
        [9, 'came-in', []],
      ]),
    );
    must(
      lineCameBack(
        trial.as.finn(),
        deskOf(trial)?.open.find(({ meaning }) => meaning === 'comes-back')?.id ?? '',
        payoutId,
      ),
    );
    // The attempt is dead, and the line that names it is still there to be decided.
    expect(deskOf(trial)?.open.map(({ meaning }) => meaning)).toContain('second-debit');
  });

  it('sees where a statement is missing between two', () => {
    const trial = readyToPay();
    const april = statement(line(-100));
    const may = (openingMinor: number) => ({
      ...{ account: april.account, currency: april.currency, openingMinor, closingMinor: openingMinor - 1 },
      lines: [line(-1, { bookedOn: '2026-05-02' })],
    });
    const take = (name: string, one: Statement) =>
      must(importStatement(trial.as.finn(), partnerOf(trial), { name, text: writeCamt(one, '02') }));
    take('april', april);
    take('may', may(OPENING - 100));
    expect(deskOf(trial)?.imports.map(({ hasGap }) => hasGap)).toEqual([false, false]);
    take('another may', may(OPENING - 99));
    expect(deskOf(trial)?.imports.map(({ fileName, hasGap }) => [fileName, hasGap])).toContainEqual([
      'another may',
      true,
    ]);
  });

  it('leaves the lines of a group that has named the reader to a colleague', () => {
    const trial = readyToPay();
    const { payoutId } = inFile(trial);
    const naming = { kind: 'person', name: 'Farah', email: null } as const;
    must(hideFrom(trial.as.amina(), trial.applications.Amina ?? '', naming));
    const file = writeCamt(statement(line(-300_000, { ...named(trial, payoutId), text: 'Grant for Amina' })), '08');
    const brought = must(importStatement(trial.as.farah(), partnerOf(trial), { name: 'april.xml', text: file }));
    expect(brought).toMatchObject({ settled: 0, open: 1 });
    expect(statementDesk(trial.as.farah(), partnerOf(trial))?.open).toEqual([]);
    expect(settleLine(trial.as.farah(), openLineId(trial), payoutId)).toEqual({ ok: false, reason: 'not-found' });
    expect(deskOf(trial)?.open).toMatchObject([{ meaning: 'settles', payments: [{ payoutId }] }]);
    must(putLineAside(trial.as.finn(), openLineId(trial), 'Asked the bank about it'));
    expect(deskOf(trial)?.aside).toHaveLength(1);
    expect(statementDesk(trial.as.farah(), partnerOf(trial))?.aside).toEqual([]);
    must(reopenLine(trial.as.finn(), linesOf(trial)[0]?.id ?? ''));
    expect(must(settleLine(trial.as.finn(), openLineId(trial), payoutId))).toEqual({ settled: 1 });
  });

  it('is for nobody else', () => {
    const trial = readyToPay();
    for (const who of [trial.as.amina(), trial.as.grace(), trial.world.as(null)])
      expect(statementDesk(who, partnerOf(trial))).toBeNull();
  });
});

describe('what the database refuses', () => {
  it.each([
    ['update statement_line set amount_minor = 1', 'decided once'],
    ["update statement_line set state = 'open'", 'decided once'],
    ["update statement_line set state = 'aside', note = 'x'", 'decided once'],
    ['delete from statement_line', 'stays as it came'],
    ['update statement_import set lines_count = 9', 'stays as it came'],
    ['delete from statement_import', 'stays as it came'],
    ['update statement_line_payout set line_id = line_id', 'what a line showed stays'],
    ['delete from statement_line_payout', 'what a line showed stays'],
    [
      "insert into statement_line_payout select line_id, payout_id, 'came-back' from statement_line_payout",
      'an open line',
    ],
  ])('%s', (attack, words) => {
    const trial = readyToPay();
    const { payoutId } = inFile(trial);
    must(bring(trial, line(-300_000, named(trial, payoutId))));
    expect(() => trial.world.db.$client.exec(attack)).toThrow(words);
  });
});
