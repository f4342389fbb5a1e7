/**
 * Loaded before the server (`node --import`): says on its error stream of every statement that runs and reads what is on
 * ballots.
 */
import Database from 'better-sqlite3';

const READS_CHOICES = /select.*\bbody\b.*from "?ballot\b/is;

const really = Database.prototype.prepare;
Database.prototype.prepare = function prepare(this: Database.Database, sql: string) {
  const statement = really.call(this, sql);
  if (!READS_CHOICES.test(sql)) return statement;
  for (const name of ['get', 'all', 'iterate'] as const) {
    const run = statement[name].bind(statement) as (...words: unknown[]) => unknown;
    Object.defineProperty(statement, name, {
      value: (...words: unknown[]) => {
        process.stderr.write(`${sql}\n`);
        return run(...words);
      },
    });
  }
  return statement;
} as typeof really;
