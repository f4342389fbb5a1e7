/**
 * Makes a bank file in a process of its own that is killed: at the N-th write to the books, or, with N = 0,
 * after the commit and before anybody is told. Started by `payouts.test.ts` with the file, the person, the call and N.
 */
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { makeBankFile } from '#app/grant/payment/commands/make-bank-file.server.ts';
import { actorOf } from '#app/people/queries/people.server.ts';
import { contextOf, type World } from '#app/platform/context.server.ts';
import { readEnv } from '#app/platform/env.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { createLog } from '#app/platform/log.server.ts';
import { openFileStore } from '#app/platform/open-file-store.server.ts';
import { secretsFromKey } from '#app/platform/secrets.server.ts';
import { type Db, openSqlite } from '#db/client.server.ts';
import { afterEveryWrite } from './write-hook.ts';

const [file = '', personId = '', callId = '', dieAt = '0'] = process.argv.slice(2);
const env = readEnv({ NODE_ENV: 'test', LOG_LEVEL: 'silent' });
const world: World = {
  db: drizzle(openSqlite(file)) as Db,
  votes: openSqlite(':memory:'),
  clock: Date.now,
  env,
  log: createLog('silent'),
  secrets: secretsFromKey(Buffer.alloc(32, 7)),
  files: openFileStore(env),
  newId,
};
const pullThePlug = () => process.kill(process.pid, 'SIGKILL');
afterEveryWrite(world.db.$client, (write) => {
  if (write === Number(dieAt)) pullThePlug();
});
makeBankFile(contextOf(world, actorOf(world, personId)), callId);
pullThePlug();
