import { callById } from '#app/grant/call/queries/call-facts.server.ts';
import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { payoutForFinance } from '../queries/payout-facts.server.ts';
import { openLine } from '../queries/sealed-lines.server.ts';
import { mayKeepBooks } from '../rules/access.ts';
import type { FundsRefusal } from '../rules/opening-books.ts';
import { lineEvidence } from '../rules/statement/line-evidence.ts';
import type { StatementLine } from '../rules/statement/statement.ts';
import { findLine, insertLinePayout, type LineRow, moveLine } from '../store/statements.server.ts';
import { markReturned } from './mark-failed.server.ts';
import { recordFunds } from './record-funds.server.ts';
import { type LineRefusal, settleByLine } from './settle-by-line.server.ts';

type Own = { readonly row: LineRow; readonly line: StatementLine; readonly by: Id };

/** An open line of a partner whose books the signed-in person keeps. */
function ownLine(context: Context, lineId: Id): Outcome<Own, 'not-found' | 'decided'> {
  const row = findLine(context.db, lineId);
  const { actor } = context;
  if (row === null || actor === null || !mayKeepBooks(actor, row)) return refused('not-found');
  return row.state === 'open' ? done({ row, line: openLine(context, row), by: actor.personId }) : refused('decided');
}

/** Says which payment a debit was. */
export function settleLine(context: Context, lineId: Id, payoutId: Id): Outcome<{ settled: number }, LineRefusal> {
  return context.transact(() => {
    const own = ownLine(context, lineId);
    if (!own.ok) return own;
    const { row, line, by } = own.value;
    return settleByLine(context, row, line, [payoutId], by);
  });
}

/** Says which payment has come back with a credit: it is written down as returned, its money is there again, and its group is told. */
export function lineCameBack(context: Context, lineId: Id, payoutId: Id): Outcome<'came-back', LineRefusal> {
  return context.transact((tx) => {
    const own = ownLine(context, lineId);
    if (!own.ok) return own;
    const { row, line, by } = own.value;
    const payout = payoutForFinance(context, payoutId)?.payout;
    if (payout === undefined) return refused('not-found');
    if (payout.amountMinor !== line.amountMinor) return refused('another-amount');
    const returned = markReturned(context, payoutId, lineEvidence(line));
    if (!returned.ok) return refused('wrong-state');
    insertLinePayout(tx, { lineId, payoutId, direction: 'came-back' });
    moveLine(tx, row.id, 'open', { state: 'came-back', note: '', decidedAt: context.now, decidedBy: by });
    return done('came-back');
  });
}

/** Books a credit as money for a call. */
export function bookLine(
  context: Context,
  lineId: Id,
  callId: Id,
): Outcome<'booked', LineRefusal | FundsRefusal | 'books-not-open' | 'other-currency'> {
  return context.transact((tx) => {
    const own = ownLine(context, lineId);
    if (!own.ok) return own;
    const { row, line, by } = own.value;
    const call = callById(context, callId);
    if (call === null || call.partnerId !== row.partnerId) return refused('not-found');
    if (call.currency !== row.currency) return refused('other-currency');
    const evidence = [lineEvidence(line), line.name, line.text].filter(Boolean).join('; ');
    // One line is booked once, whatever call it is booked for.
    const booked = recordFunds(context, callId, { amountMinor: line.amountMinor, statementRef: row.id, evidence });
    if (!booked.ok) return booked;
    moveLine(tx, row.id, 'open', { state: 'funds', note: call.title, decidedAt: context.now, decidedBy: by });
    return done('booked');
  });
}

/** Says that a line has nothing to do with grants, or is dealt with elsewhere, and why. */
export function putLineAside(
  context: Context,
  lineId: Id,
  why: string,
): Outcome<'aside', 'not-found' | 'decided' | 'no-reason'> {
  return context.transact((tx) => {
    const own = ownLine(context, lineId);
    if (!own.ok) return own;
    const note = why.trim();
    if (note === '') return refused('no-reason');
    moveLine(tx, lineId, 'open', { state: 'aside', note, decidedAt: context.now, decidedBy: own.value.by });
    return done('aside');
  });
}

/** Looks again at a line that was put aside. */
export function reopenLine(context: Context, lineId: Id): Outcome<'open', 'not-found' | 'not-aside'> {
  return context.transact((tx) => {
    const row = findLine(tx, lineId);
    if (row === null || !mayKeepBooks(context.actor, row)) return refused('not-found');
    if (row.state !== 'aside') return refused('not-aside');
    moveLine(tx, lineId, 'aside', { state: 'open', note: '', decidedAt: null, decidedBy: null });
    return done('open');
  });
}
