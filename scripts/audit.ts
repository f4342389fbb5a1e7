/** `npm run audit`: says whether the books balance, from the file alone and without changing it. */
import '#app/platform/node-version.server.ts';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { auditBooks } from '#app/grant/payment/queries/audit.server.ts';
import { EnvError, readEnv } from '#app/platform/env.server.ts';
import { type Db, openSqlite } from '#db/client.server.ts';
import { sayPlainly } from './say.mjs';

const isJson = askedForJson();
const file = join(resolve(readSettings().DATA_DIR), 'portal.db');
if (!existsSync(file)) sayPlainly(`There is no portal in ${file}.`, 'Name its folder: DATA_DIR=./data npm run audit');

const sqlite = openSqlite(file);
// A portal may be running on this file: reading is all that happens here.
sqlite.pragma('query_only = 1');
// One transaction, so that every check sees the same moment.
const checks = sqlite.transaction(() => auditBooks({ db: drizzle(sqlite) as Db }))();
sqlite.close();
const ok = checks.every((check) => check.ok);

if (isJson) process.stdout.write(`${JSON.stringify({ ok, checks })}\n`);
else {
  for (const check of checks) {
    process.stdout.write(`${check.ok ? 'yes' : 'NO '}  ${check.name}${check.ok ? '' : `: ${check.detail}`}\n`);
  }
  process.stdout.write(ok ? 'The books balance.\n' : 'The books do NOT balance.\n');
}
if (!ok) process.exitCode = 1;

function askedForJson(): boolean {
  try {
    return parseArgs({ options: { json: { type: 'boolean', default: false } } }).values.json;
  } catch {
    return sayPlainly('The audit takes one option: npm run -s audit -- --json');
  }
}

function readSettings() {
  try {
    return readEnv(process.env);
  } catch (error) {
    if (error instanceof EnvError) return sayPlainly(error.message);
    throw error;
  }
}
