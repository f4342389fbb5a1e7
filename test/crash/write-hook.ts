import type Database from 'better-sqlite3';

const TABLES = ['bank_file', 'ledger_tx', 'ledger_entry', 'ledger_account', 'payout', 'tranche', 'outbox_promise'];

/** Calls back after every single write to the books, in the middle of whatever transaction it is in. */
export function afterEveryWrite(sqlite: Database.Database, then: (write: number) => void): void {
  let write = 0;
  sqlite.function('after_write', () => {
    write += 1;
    then(write);
    return null;
  });
  for (const table of TABLES) {
    for (const change of ['INSERT', 'UPDATE']) {
      sqlite.exec(
        `CREATE TEMP TRIGGER after_${change}_${table} AFTER ${change} ON main.${table} BEGIN SELECT after_write(); END`,
      );
    }
  }
}
