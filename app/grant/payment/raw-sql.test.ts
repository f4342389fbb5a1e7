import { getTableConfig } from 'drizzle-orm/sqlite-core';
import { describe, expect, it } from 'vitest';
import { writtenByHand } from '#db/schema/payment.ts';
import { approvePayout } from './commands/approve-payout.server.ts';
import { checkBooks } from './commands/check-books.server.ts';
import { createPayout } from './commands/create-payout.server.ts';
import { makeBankFile } from './commands/make-bank-file.server.ts';
import { markFileSent } from './commands/mark-file-sent.server.ts';
import { markSettled } from './commands/mark-settled.server.ts';
import { planTranches } from './commands/plan-tranches.server.ts';
import { setPayee } from './commands/set-payee.server.ts';
import { auditBooks } from './queries/audit.server.ts';
import { sealPayee } from './queries/sealed-details.server.ts';
import { PAYOUT_MOVES, PAYOUT_STATES, type PayoutState } from './rules/payout-state.ts';
import {
  AMINAS_ACCOUNT,
  ANOTHER_ACCOUNT,
  acceptedAward,
  approved,
  bookFunds,
  HOST_HOLDS,
  hashSeen,
  inFile,
  must,
  readyToPay,
  submitted,
  type TrialPayment,
  trancheAt,
} from './trial-payment.testing.ts';

/** Somebody with a console on the database: what she may not do there, nobody can do by a mistake in the code. */
function attack(trial: TrialPayment, ...statements: string[]): () => void {
  const sqlite = trial.world.db.$client;
  return () => {
    sqlite.exec('begin immediate');
    try {
      for (const statement of statements) sqlite.exec(statement);
      sqlite.exec('commit');
    } catch (error) {
      if (sqlite.inTransaction) sqlite.exec('rollback');
      throw error;
    }
  };
}

const one = (trial: TrialPayment, query: string) => trial.world.db.$client.prepare(query).pluck().get() as string;

function openTx(trial: TrialPayment, id: string, currency = 'GBP', ref = id): string {
  return `insert into ledger_tx (id, call_id, currency, kind, ref, note, posted_at)
    values ('${id}', '${trial.call.id}', '${currency}', 'funds-received', '${ref}', '', 1)`;
}
const account = (trial: TrialPayment, kind: string) =>
  one(trial, `select id from ledger_account where call_id = '${trial.call.id}' and kind = '${kind}'`);
const entry = (txId: string, accountId: string, amount: number | string, currency = 'GBP') =>
  `insert into ledger_entry (tx_id, account_id, currency, amount_minor) values ('${txId}', '${accountId}', '${currency}', ${amount})`;
const seal = (id: string) => `update ledger_tx set sealed = 1 where id = '${id}'`;

function open(): TrialPayment {
  const trial = acceptedAward('three-parts');
  bookFunds(trial);
  return trial;
}

describe('the ledger, attacked with plain SQL', () => {
  it('commits a transaction that is balanced and sealed', () => {
    const trial = open();
    const [from, to] = [account(trial, 'fundIn'), account(trial, 'available')];
    expect(attack(trial, openTx(trial, 'x'), entry('x', from, -5), entry('x', to, 5), seal('x'))).not.toThrow();
    const late = entry('x', account(trial, 'awarded'), 5);
    expect(() => trial.world.db.$client.exec(late)).toThrow('nothing enters a sealed transaction');
  });

  it('commits no transaction that is off balance, unsealed, or empty', () => {
    const trial = open();
    const [from, to] = [account(trial, 'fundIn'), account(trial, 'available')];
    expect(attack(trial, openTx(trial, 'x'), entry('x', from, -5), entry('x', to, 4))).toThrow('FOREIGN KEY');
    expect(attack(trial, openTx(trial, 'x'), entry('x', from, -5), entry('x', to, 5))).toThrow('FOREIGN KEY');
    expect(attack(trial, openTx(trial, 'x'))).toThrow('FOREIGN KEY');
    expect(attack(trial, openTx(trial, 'x'), seal('x'))).toThrow('an empty transaction is never sealed');
    expect(auditBooks(trial.as.finn()).every((check) => check.ok)).toBe(true);
  });

  it('does not let a balance be faked to make a transaction look even', () => {
    const trial = open();
    const [from, to] = [account(trial, 'fundIn'), account(trial, 'available')];
    const lines = [openTx(trial, 'x'), entry('x', from, -5), entry('x', to, 4)];
    const fake = "update ledger_tx set balance = 0 where id = 'x'";
    expect(attack(trial, ...lines, fake, seal('x'))).toThrow('only what adds up is sealed');
    expect(attack(trial, ...lines, seal('x'), fake)).toThrow('only what adds up is sealed');
  });

  it('takes whole amounts of the right currency within the same books only', () => {
    const trial = open();
    const [from, to] = [account(trial, 'fundIn'), account(trial, 'available')];
    expect(attack(trial, openTx(trial, 'x', 'EUR'))).toThrow('currency of its books');
    expect(attack(trial, openTx(trial, 'x'), entry('x', to, 5, 'EUR'))).toThrow('currency of its transaction');
    for (const amount of [0, 1.5, "'five'", 1_000_000_000_001]) {
      expect(attack(trial, openTx(trial, 'x'), entry('x', to, amount)), String(amount)).toThrow('CHECK');
    }
    expect(attack(trial, openTx(trial, 'x'), entry('x', from, -5), entry('x', from, 5))).toThrow('never replaced');
    expect(
      attack(
        trial,
        `insert into ledger_account (id, call_id, kind, subject_id, currency, floor) values ('e', '${trial.call.id}', 'granted', 'e', 'EUR', 0)`,
      ),
    ).toThrow('currency of its books');
  });

  it('never changes, removes or replaces what was written', () => {
    const trial = open();
    const tables = ['ledger_entry', 'ledger_tx', 'ledger_account', 'tranche', 'books'];
    for (const table of tables) {
      expect(attack(trial, `delete from ${table}`), table).toThrow(/never removed/);
      expect(attack(trial, `insert or replace into ${table} select * from ${table}`), table).toThrow();
    }
    expect(attack(trial, 'update ledger_entry set amount_minor = 1')).toThrow('an entry is never changed');
    expect(attack(trial, "update ledger_tx set note = 'x'")).toThrow('a sealed transaction is never changed');
    expect(attack(trial, 'update ledger_tx set sealed = 0')).toThrow('a sealed transaction is never changed');
    expect(attack(trial, 'update ledger_account set floor = null')).toThrow('only the balance of an account moves');
    expect(attack(trial, 'delete from ledger_zero')).toThrow('guard rows');
    expect(attack(trial, 'update ledger_zero set value = 5')).toThrow('CHECK');
    expect(attack(trial, 'insert into ledger_one values (0)')).toThrow('CHECK');
  });

  it('refuses replacement even on a connection that forgot recursive triggers', () => {
    const trial = open();
    trial.world.db.$client.pragma('recursive_triggers = 0');
    for (const table of ['ledger_entry', 'ledger_tx', 'ledger_account', 'tranche', 'books']) {
      expect(attack(trial, `insert or replace into ${table} select * from ${table}`), table).toThrow();
    }
  });

  it('lets no account fall below nothing', () => {
    const trial = open();
    const [from, to] = [account(trial, 'available'), account(trial, 'fundIn')];
    const there = Number(one(trial, `select balance from ledger_account where id = '${from}'`));
    expect(attack(trial, openTx(trial, 'x'), entry('x', from, -there - 1))).toThrow('ledger_account_floor');
    expect(attack(trial, openTx(trial, 'x'), entry('x', to, there), entry('x', from, -there), seal('x'))).not.toThrow();
  });

  it('posts the same thing once, and undoes it once', () => {
    const trial = open();
    expect(attack(trial, openTx(trial, 'x', 'GBP', 'FUNDER 1'))).toThrow('never replaced');
    const planned = one(trial, "select id from ledger_tx where kind = 'award-planned'");
    expect(
      attack(
        trial,
        `insert into ledger_tx (id, call_id, currency, kind, ref, note, posted_at, reverses)
         values ('x', '${trial.call.id}', 'GBP', 'payout-undone', 'p', '', 1, '${planned}')`,
      ),
    ).toThrow('only a sealed transaction of the same payout is reversed');
  });

  it('has the columns that the code expects, and looks at its two guards when it commits', () => {
    const trial = open();
    const columns = trial.world.db.$client.pragma('table_info(ledger_tx)') as {
      name: string;
      type: string;
      notnull: number;
    }[];
    expect(columns.map((column) => [column.name, column.type.toLowerCase(), column.notnull === 1])).toEqual(
      getTableConfig(writtenByHand.ledgerTx).columns.map((column) => [
        column.name,
        column.getSQLType(),
        column.notNull,
      ]),
    );
    expect(
      one(trial, "select sql from sqlite_master where name = 'ledger_tx'").match(/INITIALLY DEFERRED/g),
    ).toHaveLength(2);
  });
});

describe('a drift', () => {
  it('stops approvals and bank files until the books agree again', () => {
    const trial = readyToPay('two-parts');
    const payoutId = submitted(trial);
    const drift = (by: number) =>
      trial.world.db.$client.exec(`update ledger_account set balance = balance + ${by} where kind = 'available'`);
    drift(1);
    expect(checkBooks(trial.world.as(null))).toBe('stopped');
    const approve = () => approvePayout(trial.as.farah(), payoutId, hashSeen(trial, payoutId));
    expect(approve()).toEqual({ ok: false, reason: 'payouts-stopped' });
    expect(
      attack(
        trial,
        `update payout set state = 'approved', checker_id = '${trial.staff.Farah}', approved_at = 1, approval_hash = 'x'`,
      ),
    ).toThrow('payouts are stopped');
    drift(-1);
    expect(checkBooks(trial.world.as(null))).toBe('in-order');
    expect(approve().ok).toBe(true);
    drift(1);
    expect(makeBankFile(trial.as.finn(), trial.call.id)).toEqual({ ok: false, reason: 'payouts-stopped' });
    expect(one(trial, 'select count(*) from payout_stop')).toBe(2);
    expect(attack(trial, 'delete from payout_stop')).toThrow('a stop is never removed');
    expect(attack(trial, 'update payout_stop set reason = reason')).toThrow('only lifted, once');
  });
});

describe('tranches, attacked with plain SQL', () => {
  const insert = (trial: TrialPayment, position: number, amount: number, state = 'planned') =>
    `insert into tranche (id, award_id, call_id, position, amount_minor, currency, state, planned_at, due_at)
     values ('t${position}', '${trial.awardId}', '${trial.call.id}', ${position}, ${amount}, 'GBP', '${state}', 1, ${state === 'due' ? 1 : 'null'})`;

  it('never add up to more than their award', () => {
    const trial = acceptedAward('three-parts');
    expect(attack(trial, insert(trial, 1, 300_001))).toThrow('more than their award');
    expect(attack(trial, insert(trial, 1, 200_000), insert(trial, 2, 100_001))).toThrow('more than their award');
    expect(attack(trial, insert(trial, 1, 200_000), insert(trial, 1, 100_000))).toThrow('never replaced');
    expect(attack(trial, insert(trial, 1, 200_000), insert(trial, 2, 100_000))).not.toThrow();
    expect(attack(trial, 'update tranche set amount_minor = 150000 where position = 2')).toThrow('only the state');
  });

  it('begin planned, and become due only when the ledger says that they are payable', () => {
    const trial = acceptedAward('three-parts');
    expect(attack(trial, insert(trial, 1, 1, 'due'))).toThrow('begins planned');
    bookFunds(trial);
    expect(attack(trial, "update tranche set state = 'due', due_at = 1 where position = 2")).toThrow(
      'payable in the ledger',
    );
    expect(attack(trial, "update tranche set state = 'paid', paid_at = 1 where position = 1")).toThrow('does not move');
    expect(attack(trial, "update tranche set state = 'in-payment' where position = 1")).toThrow('a payout under way');
  });
});

describe('payees, attacked with plain SQL', () => {
  const insert = (trial: TrialPayment, kind: string, holder: string) =>
    `insert into payee_version (id, award_id, version, kind, holder, sealed, ending, checked, edited_at, edited_by)
     values ('v2', '${trial.awardId}', 2, '${kind}', ${holder}, 'x', '${kind === 'bank' ? '58' : ''}',
       '${kind === 'bank' ? 'passed' : 'no-account'}', 1, '${trial.people.Amina}')`;

  it('say whose account it is, out of a closed set', () => {
    const trial = readyToPay();
    for (const holder of ["''", "'voucher'", "'anybody'", 'null']) {
      expect(attack(trial, insert(trial, 'bank', holder)), holder).toThrow('says whose it is');
    }
    expect(attack(trial, insert(trial, 'other', "'own'"))).toThrow('says whose it is');
    expect(attack(trial, insert(trial, 'bank', "'supplier'"))).not.toThrow();
    expect(attack(trial, "update payee_version set holder = 'own' where version = 2")).toThrow('never changed');
  });

  it('that are hosts are paid once they have said yes: in time, once, about the newest payee', () => {
    const trial = readyToPay('at-once', HOST_HOLDS);
    expect(trancheAt(trial, 1).status).toBe('host-asked');
    const say = (answer: string, at: number | string = 'sent_at') =>
      `update host_letter set answer = '${answer}', answered_at = ${at}, answered_sealed = 'x'`;
    const trancheId = trancheAt(trial, 1).id;
    const payeeId = one(trial, 'select id from payee_version');
    const pay = `insert into payout (id, tranche_id, attempt, rail, amount_minor, currency, payee_version_id, reference, end_to_end_id, state, maker_id, made_at)
      values ('p1', '${trancheId}', 1, 'bank-file', 300000, 'GBP', '${payeeId}', 'R', 'P1', 'draft', '${trial.staff.Finn}', 1)`;
    expect(attack(trial, pay)).toThrow('a host is paid once it has accepted');
    expect(attack(trial, say('perhaps'))).toThrow('host_letter_answer');
    expect(attack(trial, say('accepted', 'expires_at'))).toThrow('in time');
    expect(attack(trial, "update host_letter set token_hash = 'x'")).toThrow('never changes');
    expect(attack(trial, 'update host_letter set expires_at = expires_at + 1')).toThrow('never changes');
    expect(attack(trial, 'delete from host_letter')).toThrow('a letter to a host stays');
    expect(attack(trial, 'insert or replace into host_letter select * from host_letter')).toThrow('never replaced');
    const another = `insert into host_letter (id, payee_version_id, token_hash, sent_at, expires_at, answer, answered_at, answered_sealed)
      values ('h2', '${payeeId}', 'y', 1, 2, `;
    expect(attack(trial, `${another} 'accepted', 1, 'x')`)).toThrow('without an answer');
    expect(attack(trial, say('declined'), pay)).toThrow('a host is paid once it has accepted');
    expect(attack(trial, say('accepted'), say('declined'))).toThrow('answered once');
    expect(attack(trial, say('declined'), `${another} null, null, null)`)).toThrow('until it has answered');
    expect(attack(trial, insert(trial, 'bank', "'own'"), say('accepted'))).toThrow('about the newest payee');
    expect(attack(trial, insert(trial, 'bank', "'host'"), `${another} null, null, null)`)).toThrow(
      'of the newest payee',
    );
    expect(attack(trial, say('accepted'), pay)).not.toThrow();
  });

  it('are paid once their recipient has confirmed them with a code, used once and in time', () => {
    const trial = acceptedAward();
    bookFunds(trial);
    must(planTranches(trial.world.as(null), trial.awardId));
    must(setPayee(trial.as.amina(), trial.awardId, AMINAS_ACCOUNT, false));
    const payeeId = one(trial, 'select id from payee_version');
    const pay = `insert into payout (id, tranche_id, attempt, rail, amount_minor, currency, payee_version_id, reference, end_to_end_id, state, maker_id, made_at)
      values ('p1', '${trancheAt(trial, 1).id}', 1, 'bank-file', 300000, 'GBP', '${payeeId}', 'R', 'P1', 'draft', '${trial.staff.Finn}', 1)`;
    const confirm = (channel: string) =>
      `insert into payee_confirmation values ('${payeeId}', '${channel}', (select sent_at from payee_code), '${trial.people.Amina}')`;
    const spend = 'update payee_code set used_at = sent_at';
    expect(attack(trial, pay)).toThrow('once its recipient has confirmed it');
    expect(attack(trial, confirm('email'))).toThrow('with a code that was sent for it');
    expect(attack(trial, spend, confirm('earlier'))).toThrow('with a code that was sent for it');
    expect(attack(trial, spend, confirm('pigeon'))).toThrow();
    expect(attack(trial, 'update payee_code set used_at = expires_at')).toThrow('in time');
    expect(attack(trial, 'update payee_code set wrong_tries = 5', spend)).toThrow('tries only rise');
    expect(attack(trial, 'update payee_code set wrong_tries = 1', 'update payee_code set wrong_tries = 0')).toThrow(
      'tries only rise',
    );
    expect(attack(trial, spend, spend)).toThrow('used once');
    expect(attack(trial, "update payee_code set code_hash = 'x'")).toThrow('used once');
    expect(attack(trial, spend, confirm('email'), confirm('email'))).toThrow('never replaced');
    expect(attack(trial, spend, confirm('email'), 'delete from payee_confirmation')).toThrow('stays');
    expect(attack(trial, spend, confirm('email'), 'update payee_confirmation set confirmed_at = 1')).toThrow(
      'never changes',
    );
    expect(attack(trial, spend, confirm('email'), pay)).not.toThrow();
  });

  it('from before that was asked stay as they were, and can be paid', () => {
    const trial = acceptedAward();
    bookFunds(trial);
    const sqlite = trial.world.db.$client;
    const guard = one(trial, "select sql from sqlite_master where name = 'payee_version_holder'");
    sqlite.exec('drop trigger payee_version_holder');
    const { holder: _, ...before } = AMINAS_ACCOUNT as Record<string, string>;
    const sealed = sealPayee(trial.as.amina(), before as never);
    sqlite.exec(
      insert(trial, 'bank', 'null').replace("'v2'", "'v1'").replace(', 2,', ', 1,').replace("'x'", `'${sealed}'`),
    );
    sqlite.exec(guard);
    const confirm = "insert into payee_confirmation values ('v1', 'earlier', 1, (select edited_by from payee_version))";
    expect(attack(trial, confirm)).toThrow('with a code that was sent for it');
    sqlite.exec('drop trigger payee_confirmation_begins');
    sqlite.exec(confirm);
    must(planTranches(trial.world.as(null), trial.awardId));
    expect(inFile(trial).fileId).not.toBe('');
  });
});

describe('payouts, attacked with plain SQL', () => {
  const copy = (trial: TrialPayment, changes: Record<string, string>) => {
    const columns = (trial.world.db.$client.pragma('table_info(payout)') as { name: string }[]).map((row) => row.name);
    const values = columns.map((name) => changes[name] ?? name).join(', ');
    return `insert into payout (${columns.join(', ')}) select ${values} from payout limit 1`;
  };
  const fresh = { id: "'p2'", end_to_end_id: "'E2'", attempt: '2', state: "'draft'" };

  it('are one per tranche, whatever is inserted or replaced', () => {
    const trial = readyToPay();
    must(createPayout(trial.as.finn(), trancheAt(trial, 1).id));
    expect(attack(trial, copy(trial, fresh))).toThrow('one live payout');
    expect(attack(trial, copy(trial, fresh).replace('insert into', 'insert or replace into'))).toThrow(
      'one live payout',
    );
    expect(attack(trial, 'delete from payout')).toThrow('never removed');
    trial.world.db.$client.exec('drop trigger payout_begins');
    expect(attack(trial, copy(trial, fresh))).toThrow('UNIQUE');
    expect(attack(trial, copy(trial, fresh).replace('insert into', 'insert or replace into'))).toThrow('never removed');
  });

  it('are of the tranche’s amount, to the newest payee, made by somebody else than who typed it', () => {
    const trial = readyToPay();
    const payoutId = must(createPayout(trial.as.finn(), trancheAt(trial, 1).id)).payoutId;
    attack(
      trial,
      `update payout set state = 'cancelled', ended_at = 1, ended_by = maker_id, end_reason = 'x' where id = '${payoutId}'`,
      "update tranche set state = 'due'",
    )();
    const again = { ...fresh, ended_at: 'null', ended_by: 'null', end_reason: 'null' };
    expect(attack(trial, copy(trial, { ...again, amount_minor: '1' }))).toThrow("tranche's amount");
    expect(attack(trial, copy(trial, { ...again, attempt: '3' }))).toThrow('without a gap');
    expect(attack(trial, copy(trial, { ...again, maker_id: `'${trial.people.Amina}'` }))).toThrow(
      'nobody of the team prepares',
    );
    expect(attack(trial, copy(trial, { ...again, state: "'approved'" }))).toThrow('begins as a draft');
    must(setPayee(trial.as.amina(), trial.awardId, ANOTHER_ACCOUNT, false));
    expect(attack(trial, copy(trial, again))).toThrow('newest payee');
  });

  it('are signed by two people, neither of whom typed the payee', () => {
    const trial = readyToPay();
    submitted(trial);
    const sign = (personId: string | undefined) =>
      `update payout set state = 'approved', checker_id = '${personId}', approved_at = 1, approval_hash = 'x'`;
    expect(attack(trial, sign(trial.staff.Finn))).toThrow('payout_two_people');
    expect(attack(trial, sign(trial.people.Amina))).toThrow('nobody of the team approves');
    expect(attack(trial, "update payout set state = 'approved'")).toThrow('payout_needs_approval');
    expect(attack(trial, sign(trial.staff.Farah))).not.toThrow();
    expect(
      attack(trial, `update payout set state = 'cancelled', ended_at = 1, end_reason = 'x', approval_hash = 'y'`),
    ).toThrow('what was signed stays signed');
  });

  it('move along the arrows of the rules and along no others', () => {
    const trial = readyToPay();
    const rows: [PayoutState, PayoutState][] = PAYOUT_STATES.flatMap((from) =>
      PAYOUT_STATES.map((to): [PayoutState, PayoutState] => [from, to]),
    );
    const sqlite = trial.world.db.$client;
    submitted(trial);
    // Only the list of moves is looked at here: what else a state needs has its own tests.
    const arrows = one(trial, "select sql from sqlite_master where name = 'payout_changes'");
    const listed = new Set(Array.from(arrows.matchAll(/'([a-z]+>[a-z]+)'/g), (match) => match[1]));
    for (const [from, to] of rows)
      expect(listed.has(`${from}>${to}`), `${from}>${to}`).toBe(PAYOUT_MOVES[from].includes(to));
    expect(() => sqlite.exec("update payout set state = 'draft'")).toThrow('only moves forward');
    expect(() => sqlite.exec("update payout set state = 'settled'")).toThrow('only moves forward');
    expect(() => sqlite.exec('update payout set amount_minor = 1')).toThrow('never changes');
  });

  it('are never ahead of the ledger', () => {
    const trial = readyToPay();
    const payoutId = approved(trial);
    const fileId = 'f';
    const file = `insert into bank_file (id, call_id, msg_id, execution_date, payouts_count, total_minor, currency, xml_sealed, xml_sha256, csv_sealed, csv_sha256, made_at, made_by)
      values ('${fileId}', '${trial.call.id}', 'M', '2026-04-01', 1, 300000, 'GBP', '', '', '', '', 1, '${trial.staff.Finn}')`;
    const reserve = `update payout set state = 'reserved', reserved_at = 1, bank_file_id = 'f' where id = '${payoutId}'`;
    expect(attack(trial, file, reserve)).toThrow('never ahead of the ledger');
    expect(attack(trial, `update payout set state = 'reserved', reserved_at = 1`)).toThrow('ahead of the ledger');
    must(makeBankFile(trial.as.finn(), trial.call.id));
    const settle = `update payout set state = 'settled', settled_at = 1, settled_by = '${trial.staff.Finn}', evidence = 'x'`;
    expect(attack(trial, settle)).toThrow('never ahead of the ledger');
    expect(attack(trial, "update payout set state = 'failed', ended_at = 1, end_reason = 'x'")).toThrow(
      'ahead of the ledger',
    );
  });

  it('stay with the file they were put into', () => {
    const trial = readyToPay();
    const { fileId } = inFile(trial);
    must(markFileSent(trial.as.finn(), fileId));
    expect(attack(trial, "update bank_file set xml_sealed = 'x'")).toThrow('only marked as sent, once');
    expect(attack(trial, "update bank_file set bacs_sealed = 'x', bacs_sha256 = 'x'")).toThrow(
      'only marked as sent, once',
    );
    expect(attack(trial, 'update bank_file set sent_at = 2')).toThrow('only marked as sent, once');
    expect(attack(trial, 'delete from bank_file')).toThrow('never removed');
    expect(
      attack(trial, "update payout set state = 'failed', ended_at = 1, end_reason = 'x', bank_file_id = null"),
    ).toThrow();
  });

  it('wait for nobody’s changed details', () => {
    const trial = readyToPay();
    approved(trial);
    attack(
      trial,
      `insert into payee_version (id, award_id, version, kind, holder, sealed, ending, checked, edited_at, edited_by)
       select 'v2', award_id, 2, kind, holder, sealed, ending, checked, edited_at, edited_by from payee_version`,
    )();
    expect(attack(trial, `update payout set state = 'reserved', reserved_at = 1`)).toThrow(
      'changed payee details void',
    );
    expect(attack(trial, 'update payee_version set ending = 99')).toThrow('never changed');
    expect(attack(trial, 'delete from payee_version')).toThrow('never removed');
    expect(attack(trial, 'insert or replace into payee_version select * from payee_version')).toThrow();
    expect(() => must(makeBankFile(trial.as.finn(), trial.call.id))).toThrow('changed payee details void');
  });

  it('keep the evidence they were settled with', () => {
    const trial = readyToPay();
    const { payoutId } = inFile(trial);
    must(markSettled(trial.as.finn(), payoutId, 'Line 3'));
    expect(
      attack(trial, "update payout set state = 'returned', ended_at = 1, end_reason = 'x', evidence = 'y'"),
    ).toThrow('what was signed stays signed');
  });
});
