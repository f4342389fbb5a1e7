import { releaseNextTranche } from '#app/grant/payment/commands/release-next-tranche.server.ts';
import { auditBooks } from '#app/grant/payment/queries/audit.server.ts';
import { inFile, must, readyToPay, submitted, type TrialPayment } from '#app/grant/payment/trial-payment.testing.ts';
import { type Proved, proved } from '../promise.ts';

const tx = (id: string, more = '', currency = 'GBP') =>
  `insert into ledger_tx (id, call_id, currency, kind, ref, note, posted_at${more && ', balance, sealed'})
   select '${id}', call_id, '${currency}', 'funds-received', '${id}', '', 1${more} from books`;
const entry = (amount: number | string, kind: string, id = 'x', currency = 'GBP') =>
  `insert into ledger_entry (tx_id, account_id, currency, amount_minor)
   select '${id}', id, '${currency}', ${amount} from ledger_account where kind = '${kind}' limit 1`;
const seal = "update ledger_tx set sealed = 1 where id = 'x'";
const setPayout = (state: string, change: string) => `update payout set ${change} where state = '${state}'`;

/** Statements that each make one commit, and the words of the database's refusal. One tranche is in a bank file, one is submitted, one is due. */
const ILLEGAL: readonly (readonly [says: RegExp, ...statements: string[]])[] = [
  [/FOREIGN KEY/, tx('x')],
  [/FOREIGN KEY/, tx('x'), entry(-5, 'fundIn'), entry(5, 'available')],
  [/FOREIGN KEY/, tx('x'), entry(-5, 'fundIn'), entry(4, 'available')],
  [/only what adds up/, tx('x'), entry(-5, 'fundIn'), entry(4, 'available'), seal],
  [/empty transaction/, tx('x'), seal],
  [/begins empty and open/, tx('x', ', 0, 1')],
  [/begins empty and open/, tx('x', ', 5, 0')],
  [/currency of its books/, tx('x', '', 'EUR')],
  [/currency of its transaction/, tx('x'), entry(5, 'available', 'x', 'EUR')],
  [/CHECK/, tx('x'), entry(0, 'available')],
  [/CHECK/, tx('x'), entry(1.5, 'available')],
  [/CHECK/, tx('x'), entry("'five'", 'available')],
  [/CHECK/, tx('x'), entry(1_000_000_000_001, 'available')],
  [/CHECK/, tx('x'), entry(-900_000_000, 'available'), entry(900_000_000, 'fundIn'), seal],
  [/CHECK/, tx('x'), entry(-900_000_000, 'bank'), entry(900_000_000, 'held'), seal],
  [/never replaced/, tx('x'), entry(5, 'available'), entry(-5, 'available')],
  [/never replaced/, tx('x'), tx('x')],
  [/nothing enters a sealed/, tx('x'), entry(-5, 'fundIn'), entry(5, 'available'), seal, entry(5, 'bank')],
  [/sealed transaction is never changed/, 'update ledger_tx set sealed = 0'],
  [/sealed transaction is never changed/, 'update ledger_tx set balance = 1'],
  [/sealed transaction is never changed/, "update ledger_tx set note = 'x'"],
  [/never removed/, 'delete from ledger_tx'],
  [/never changed/, 'update ledger_entry set amount_minor = amount_minor + 1'],
  [/never removed/, 'delete from ledger_entry'],
  [/never removed/, 'delete from ledger_account'],
  [/only the balance/, 'update ledger_account set floor = null'],
  [/only the balance/, "update ledger_account set currency = 'EUR'"],
  [/CHECK/, "update ledger_account set balance = -1 where kind = 'available'"],
  [/guard rows/, 'delete from ledger_zero'],
  [/guard rows/, 'delete from ledger_one'],
  [/CHECK/, 'insert into ledger_zero values (5)'],
  [/CHECK/, 'insert into ledger_one values (0)'],
  [/never changed/, "update books set currency = 'EUR'"],
  [/never removed/, 'delete from books'],
  [/never removed/, 'delete from tranche'],
  [/only the state/, 'update tranche set amount_minor = amount_minor - 1'],
  [/does not move/, "update tranche set state = 'paid', paid_at = 1 where state = 'due'"],
  [/settled payout/, "update tranche set state = 'paid', paid_at = 1 where state = 'in-payment'"],
  [/live payout/, "update tranche set state = 'due' where state = 'in-payment'"],
  [/under way/, "update tranche set state = 'in-payment' where state = 'due'"],
  [/never removed/, 'delete from payee_version'],
  [/never changed/, "update payee_version set sealed = 'x'"],
  [/never removed/, 'delete from payout'],
  [/never changes/, 'update payout set amount_minor = 1'],
  [/never changes/, 'update payout set maker_id = (select id from person limit 1)'],
  [/never changes/, "update payout set end_to_end_id = 'x'"],
  [/moves forward/, setPayout('reserved', "state = 'approved'")],
  [/moves forward/, setPayout('submitted', "state = 'settled'")],
  [
    /ahead of the ledger/,
    setPayout('reserved', "state = 'settled', settled_at = 1, settled_by = maker_id, evidence = 'x'"),
  ],
  [/ahead of the ledger/, setPayout('reserved', "state = 'failed', ended_at = 1, end_reason = 'x'")],
  [/stays signed/, setPayout('reserved', "state = 'sending', approval_hash = 'x'")],
  [/stays signed/, setPayout('reserved', "state = 'sending', bank_file_id = null")],
  [
    /payout_two_people/,
    setPayout('submitted', "state = 'approved', checker_id = maker_id, approved_at = 1, approval_hash = 'x'"),
  ],
  [/payout_needs_approval/, setPayout('submitted', "state = 'approved'")],
  [/only marked as sent/, "update bank_file set xml_sealed = 'x'"],
  [/only marked as sent/, 'update bank_file set total_minor = 1'],
  [/never removed/, 'delete from bank_file'],
];

const TABLES = [
  'ledger_entry',
  'ledger_tx',
  'ledger_account',
  'books',
  'tranche',
  'payee_version',
  'payout',
  'bank_file',
];

/** Somebody with a console on the database: every statement is refused by the database itself, and nothing of it stays. */
export function proveIllegalSql(tell: (line: string) => void): Promise<Proved> {
  return proved('illegal statements are refused by the database itself', tell, async (broken) => {
    const trial = readyToPay('three-parts');
    inFile(trial);
    must(releaseNextTranche(trial.as.grace(), trial.awardId));
    must(releaseNextTranche(trial.as.grace(), trial.awardId));
    submitted(trial, 2);
    const before = trial.world.db.$client.serialize();
    // A connection that forgot recursive triggers is no way in either.
    const replacing = TABLES.map((table) => [/./, `insert or replace into ${table} select * from ${table}`] as const);
    const all = [...ILLEGAL, ...replacing];
    for (const recursive of [1, 0]) {
      trial.world.db.$client.pragma(`recursive_triggers = ${recursive}`);
      for (const [says, ...statements] of all) {
        const answer = refusalOf(trial, statements);
        if (answer === null) broken(`taken: ${statements.join('; ')}`);
        else if (!says.test(answer)) broken(`${answer} instead of ${says}: ${statements.join('; ')}`);
      }
    }
    if (!before.equals(trial.world.db.$client.serialize())) broken('something of a refused statement has stayed');
    for (const { ok, name } of auditBooks(trial.as.finn())) if (!ok) broken(`not any more: ${name}`);
    trial.world.db.$client.close();
    return all.length * 2;
  });
}

/** @returns the words of the refusal; null where it was taken (and put back) */
function refusalOf({ world }: TrialPayment, statements: readonly string[]): string | null {
  const sqlite = world.db.$client;
  sqlite.exec('begin immediate; savepoint attack');
  try {
    for (const statement of statements) sqlite.exec(statement);
    // Deferred keys are looked at when it commits: of what may pass, nothing else is asked.
    sqlite.exec('commit');
    return null;
  } catch (error) {
    return String(error);
  } finally {
    if (sqlite.inTransaction) sqlite.exec('rollback');
  }
}
