/**
 * Presses a button of the manager's desk in a process of its own that is killed after the ballot box has committed and
 * before the portal has. Started by `ballot-box.test.ts` with both files, the person, the call, the button and a batch.
 */
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { makeSheets, voidSheets } from '#app/grant/pitch-day/commands/make-sheets.server.ts';
import { countPaper } from '#app/grant/pitch-day/commands/settle-vote.server.ts';
import { actorOf } from '#app/people/queries/people.server.ts';
import { type Context, contextOf, type World } from '#app/platform/context.server.ts';
import { readEnv } from '#app/platform/env.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { createLog } from '#app/platform/log.server.ts';
import { openFileStore } from '#app/platform/open-file-store.server.ts';
import { secretsFromKey } from '#app/platform/secrets.server.ts';
import { type Db, openSqlite } from '#db/client.server.ts';

const [portalFile = '', voteFile = '', personId = '', callId = '', button = '', batchId = ''] = process.argv.slice(2);
const env = readEnv({ NODE_ENV: 'test', LOG_LEVEL: 'silent' });
const world: World = {
  db: drizzle(openSqlite(portalFile)) as Db,
  votes: openSqlite(voteFile),
  clock: Date.now,
  env,
  log: createLog('silent'),
  secrets: secretsFromKey(Buffer.alloc(32, 7)),
  files: openFileStore(env),
  newId,
};
const context = contextOf(world, actorOf(world, personId));
const dying: Context = {
  ...context,
  transact: (work) =>
    context.transact((tx) => {
      const outcome = work(tx);
      process.kill(process.pid, 'SIGKILL');
      return outcome;
    }),
};
if (button === 'make') makeSheets(dying, callId, 20);
if (button === 'void') voidSheets(dying, callId, batchId);
if (button === 'count')
  countPaper(dying, callId, { printed: 12, returned: 1, spoiled: 1, countedBy: 'Grace', checkedBy: 'Bo' });
