import { sql } from 'drizzle-orm';
import type { Tx } from '#app/platform/context.server.ts';

/** Each finds what must never be there: a list of words that name the offenders, empty when all is well. */
type Find = (tx: Tx) => string[];

/** Balances that are not the sum of their entries: the one thing that constraints cannot see. */
export const driftingAccounts: Find = (tx) =>
  words(
    tx,
    sql`select a.kind || ' ' || a.subject_id || ': ' || a.balance || ' instead of ' || coalesce(sum(e.amount_minor), 0) as words
        from ledger_account a left join ledger_entry e on e.account_id = a.id
        group by a.id having a.balance <> coalesce(sum(e.amount_minor), 0) order by a.id`,
  );

export const driftingTransactions: Find = (tx) =>
  words(
    tx,
    sql`select t.kind || ' ' || t.ref || ': ' || coalesce(sum(e.amount_minor), 0) as words
        from ledger_tx t left join ledger_entry e on e.tx_id = t.id
        group by t.id having t.sealed <> 1 or t.balance <> 0 or coalesce(sum(e.amount_minor), 0) <> 0 or count(e.id) < 2
        order by t.id`,
  );

export const unbalancedCurrencies: Find = (tx) =>
  words(
    tx,
    sql`select currency || ': ' || sum(balance) as words from ledger_account group by currency having sum(balance) <> 0`,
  );

/** What the bank account holds is what is available, awarded, payable or on its way, and nothing else. */
export const banksOff: Find = (tx) =>
  words(
    tx,
    sql`select call_id || ': ' || sum(iif(kind = 'bank', balance, 0)) || ' in the bank' as words from ledger_account group by call_id
        having sum(iif(kind = 'bank', balance, 0))
            <> sum(iif(kind in ('available', 'awarded', 'payable', 'inTransit'), balance, 0))`,
  );

export const accountsBelowFloor: Find = (tx) =>
  words(
    tx,
    sql`select kind || ' ' || subject_id || ': ' || balance as words from ledger_account where balance < floor`,
  );

export const awardsOverspent: Find = (tx) =>
  words(
    tx,
    sql`select a.id || ': ' || sum(t.amount_minor) || ' of ' || a.amount_minor as words
        from tranche t join award a on a.id = t.award_id
        group by a.id having sum(t.amount_minor) <> a.amount_minor or min(t.currency = a.currency) = 0`,
  );

/** What the ledger says of each tranche, from its state. */
export const tranchesOffLedger: Find = (tx) =>
  words(
    tx,
    sql`select t.id || ' is ' || t.state as words from tranche t
        left join payout p on p.tranche_id = t.id and p.state not in ('failed', 'returned', 'cancelled')
        left join ledger_account a on a.call_id = t.call_id and a.kind = 'payable' and a.subject_id = t.id
        where coalesce(a.balance, 0) <> iif(
                t.state = 'due' or (t.state = 'in-payment' and p.state in ('draft', 'submitted', 'approved')), t.amount_minor, 0)
           or (t.state = 'in-payment') <> (coalesce(p.state, '') in ('draft', 'submitted', 'approved', 'reserved', 'sending'))
           or (t.state = 'paid') <> (coalesce(p.state, '') = 'settled')`,
  );

/** Payouts whose postings are not those of their state. */
export const payoutsOffLedger: Find = (tx) =>
  words(
    tx,
    sql`select p.id || ' is ' || p.state as words from payout p
        left join ledger_tx r on r.kind = 'payout-reserved' and r.ref = p.id
        left join ledger_tx s on s.kind = 'payout-settled' and s.ref = p.id
        left join ledger_tx u on u.kind = 'payout-undone' and u.ref = p.id
        left join ledger_tx b on b.kind = 'payout-returned' and b.ref = p.id
        where (r.id is not null) <> (p.state in ('reserved', 'sending', 'settled', 'failed', 'returned'))
           or (s.id is not null) <> (p.state in ('settled', 'returned'))
           or (u.id is not null) <> (p.state = 'failed')
           or (b.id is not null) <> (p.state = 'returned')`,
  );

/** The ledger's totals against the payouts', award by award. */
export const grantsOffPayouts: Find = (tx) =>
  words(
    tx,
    sql`select a.subject_id || ': ' || a.balance as words from ledger_account a where a.kind = 'granted' and a.balance <> (
          select coalesce(sum(p.amount_minor), 0) from payout p join tranche t on t.id = p.tranche_id
          where t.award_id = a.subject_id and p.state = 'settled')
        union all
        select a.call_id || ' ' || a.subject_id || ': ' || a.balance from ledger_account a where a.kind = 'inTransit' and a.balance <> (
          select coalesce(sum(p.amount_minor), 0) from payout p join tranche t on t.id = p.tranche_id
          where t.call_id = a.call_id and p.rail = a.subject_id and p.state in ('reserved', 'sending'))`,
  );

export const paidTwice: Find = (tx) =>
  words(
    tx,
    sql`select tranche_id || ': ' || count(*) as words from payout
        where state not in ('failed', 'returned', 'cancelled') group by tranche_id having count(*) > 1`,
  );

export const signedAlone: Find = (tx) =>
  words(
    tx,
    sql`select p.id as words from payout p join payee_version v on v.id = p.payee_version_id
        where p.checker_id = p.maker_id or v.edited_by in (p.maker_id, coalesce(p.checker_id, ''))
           or (p.checker_id is null and p.state not in ('draft', 'submitted', 'cancelled'))`,
  );

export const filesOffPayouts: Find = (tx) =>
  words(
    tx,
    sql`select f.msg_id as words from bank_file f left join payout p on p.bank_file_id = f.id
        group by f.id having count(p.id) <> f.payouts_count or coalesce(sum(p.amount_minor), 0) <> f.total_minor`,
  );

function words(tx: Tx, query: ReturnType<typeof sql>): string[] {
  return tx.all<{ words: string }>(query).map((row) => row.words);
}
