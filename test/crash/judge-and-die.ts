/**
 * Judges a recording in a process of its own that is killed in the middle of writing down a state of it.
 * Started by `uploads.test.ts` with the database, the folder of the files, the recording and the state.
 */
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { finishMedia } from '#app/grant/application/commands/finish-media.server.ts';
import { contextOf, type World } from '#app/platform/context.server.ts';
import { readEnv } from '#app/platform/env.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { createLog } from '#app/platform/log.server.ts';
import { openFileStore } from '#app/platform/open-file-store.server.ts';
import { secretsFromKey } from '#app/platform/secrets.server.ts';
import { type Db, openSqlite } from '#db/client.server.ts';

const [file = '', folder = '', mediaId = '', dieAt = ''] = process.argv.slice(2);
const env = readEnv({ NODE_ENV: 'test', LOG_LEVEL: 'silent', DATA_DIR: folder });
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
world.db.$client.function('after_state', (state) => {
  if (state === dieAt) process.kill(process.pid, 'SIGKILL');
  return null;
});
world.db.$client.exec(
  'CREATE TEMP TRIGGER after_state AFTER UPDATE OF state ON main.media BEGIN SELECT after_state(new.state); END',
);
await finishMedia(contextOf(world, null), mediaId);
