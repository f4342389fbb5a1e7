import './platform/node-version.server.ts';
import { mkdirSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import * as build from 'virtual:remix/server-build';
import { checkSqlite } from '#db/check-sqlite.server.ts';
import { openDatabase, openSqlite } from '#db/client.server.ts';
import type { Channel } from '#db/schema/platform.ts';
import { carryFiles } from './grant/application/commands/carry-files.server.ts';
import { copyRecordings } from './grant/application/commands/copy-recordings.server.ts';
import { forgetOriginals } from './grant/application/commands/forget-originals.server.ts';
import { releaseEqualityFigures } from './grant/application/commands/release-equality-figures.server.ts';
import { remindOfDrafts } from './grant/application/commands/remind-of-drafts.server.ts';
import { remindOfMeetings } from './grant/application/commands/remind-of-meetings.server.ts';
import { sweepKeptFiles } from './grant/application/commands/sweep-kept-files.server.ts';
import { sweepUploads } from './grant/application/commands/sweep-uploads.server.ts';
import { piecePath, takesUpload } from './grant/application/routes/uploads.server.ts';
import { remindOfScores } from './grant/assessment/commands/remind-members.server.ts';
import { remindOfDates } from './grant/call/commands/remind-of-dates.server.ts';
import { checkBooks } from './grant/payment/commands/check-books.server.ts';
import { checkRestore } from './grant/payment/commands/check-restore.server.ts';
import { ballotBoxOf } from './grant/pitch-day/ballot-box/ballot-box-of.server.ts';
import { forgetRolls, forgetWhoAskedForPasses } from './grant/pitch-day/commands/forget-rolls.server.ts';
import { keepCheckpoints } from './grant/pitch-day/commands/keep-checkpoints.server.ts';
import { eraseComers, remindComers } from './grant/pitch-day/commands/look-after-comers.server.ts';
import { castPath } from './grant/pitch-day/routes/cast.server.ts';
import { promiseDigests } from './grant/reporting/commands/promise-digests.server.ts';
import { HOUR, MINUTE } from './kernel/instant.ts';
import { forgetSignIns } from './people/commands/forget-sign-ins.server.ts';
import { readingLanguage } from './people/reading-language.server.ts';
import { createSessions } from './people/sessions.server.ts';
import { contextOf, type World } from './platform/context.server.ts';
import { EnvError, readEnv } from './platform/env.server.ts';
import { createHttpHandler, type HttpOptions } from './platform/http.server.ts';
import { newId } from './platform/ids.server.ts';
import { createLog } from './platform/log.server.ts';
import { byPost, type Carrier, sendMessages, smtpTransport } from './platform/mailer.server.ts';
import { notifyOf } from './platform/notify.server.ts';
import { openFileStore } from './platform/open-file-store.server.ts';
import { keepPromises } from './platform/outbox.server.ts';
import { createScheduler } from './platform/scheduler.server.ts';
import { loadSecrets } from './platform/secrets.server.ts';
import { keepers } from './wiring.server.ts';

try {
  await start();
} catch (error) {
  if (!(error instanceof EnvError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

async function start(): Promise<void> {
  const env = readEnv(process.env);
  mkdirSync(env.DATA_DIR, { recursive: true, mode: 0o700 });
  const log = createLog(env.LOG_LEVEL);
  const world: World = {
    db: openDatabase(join(env.DATA_DIR, 'portal.db')),
    votes: openSqlite(join(env.DATA_DIR, 'vote.db')),
    clock: Date.now,
    env,
    log,
    secrets: loadSecrets(env),
    files: openFileStore(env),
    newId,
  };
  for (const [name, file] of [
    ['portal.db', world.db.$client],
    ['vote.db', world.votes],
  ] as const) {
    const faults = checkSqlite(file);
    if (faults.length > 0)
      throw new Error(`${name} is damaged; restore a backup before starting:\n${faults.join('\n')}`);
  }
  // A ballot box that cannot promise durability must stop the start, not the first voter.
  ballotBoxOf(world);
  const sessions = createSessions(world);
  const systemContext = () => contextOf(world, null);

  checkBooks(systemContext());
  // Where the note cannot be read now, the hourly check tries again: a portal that serves nobody is worse.
  await checkRestore(systemContext()).catch((error) =>
    log.error({ error: String(error) }, 'the note of payments cannot be read'),
  );

  const scheduler = createScheduler(log);
  scheduler.every(1_000, 'keep promises', () => keepPromises(systemContext, keepers));
  scheduler.every(MINUTE, 'publish checkpoints', () => keepCheckpoints(systemContext()));
  scheduler.every(10 * MINUTE, 'sweep abandoned uploads', () => sweepUploads(systemContext()), { atOnce: true });
  // Not at the start: whoever starts on the wrong database has time to notice.
  scheduler.every(10 * MINUTE, 'sweep kept files', () => sweepKeptFiles(systemContext()));
  scheduler.every(HOUR, 'forget originals', () => forgetOriginals(systemContext()));
  scheduler.every(10 * MINUTE, 'remind of talks', () => remindOfMeetings(systemContext()));
  scheduler.every(10_000, 'carry files to their store', () => carryFiles(systemContext()));
  const stopping = new AbortController();
  scheduler.every(2_000, 'make copies of recordings', () => copyRecordings(systemContext(), stopping.signal));
  scheduler.every(10 * MINUTE, 'remind of dates', () => remindOfDates(systemContext()));
  scheduler.every(MINUTE, 'remind of drafts', () => remindOfDrafts(systemContext()), { atOnce: true });
  scheduler.every(10 * MINUTE, 'remind of scores', () => remindOfScores(systemContext()), { atOnce: true });
  scheduler.every(MINUTE, 'write digests', () => promiseDigests(systemContext()), { atOnce: true });
  scheduler.every(10 * MINUTE, 'remind of pitch days', () => remindComers(systemContext()), { atOnce: true });
  scheduler.every(HOUR, 'erase who came', () => eraseComers(systemContext()), { atOnce: true });
  scheduler.every(MINUTE, 'forget who asked for passes', () => forgetWhoAskedForPasses(systemContext()), {
    atOnce: true,
  });
  scheduler.every(HOUR, 'forget rolls', () => forgetRolls(systemContext()), { atOnce: true });
  scheduler.every(HOUR, 'forget old sign-ins', () => forgetSignIns(systemContext()));
  scheduler.every(HOUR, 'make the figures about who applied', () => releaseEqualityFigures(systemContext()));
  scheduler.every(HOUR, 'check for a restore', () => checkRestore(systemContext()));
  scheduler.every(6 * HOUR, 'check the books', () => checkBooks(systemContext()));
  const notify = await notifyOf(env);
  const email = env.SMTP_URL === undefined ? notify?.email : byPost(smtpTransport(env.SMTP_URL));
  const send = (channel: Channel, carrier: Carrier | undefined) =>
    scheduler.every(2_000, `send by ${channel}`, () => sendMessages(systemContext, channel, carrier, stopping.signal));
  send('email', email);
  send('sms', notify?.sms);
  if (notify !== null) {
    scheduler.every(5 * MINUTE, 'ask what arrived', () => notify.checkDeliveries(systemContext()));
  }

  const loadContext: HttpOptions['loadContext'] = async (request) => {
    const { actor, setCookie } = await sessions.read(request.headers);
    const { language, remember } = readingLanguage(world, request, actor);
    return { context: { portal: contextOf(world, actor, language), sessions }, setCookie, remember };
  };
  const handler = createHttpHandler({
    build: build as never,
    publicUrl: env.PUBLIC_URL,
    log,
    loadContext,
    early: [castPath(world), piecePath(loadContext)],
    filesOrigin: world.files.origin,
    takesUpload,
  });
  // Without scripts a film comes in one piece: over a slow line that takes longer than Node's five minutes.
  const server = createServer({ requestTimeout: HOUR }, handler);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(env.PORT, env.HOST, resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : env.PORT;
  process.stdout.write(`Common Pot is ready at http://localhost:${port}\n`);
  stopGracefully(server, async () => {
    stopping.abort();
    await scheduler.stop();
    world.db.$client.close();
    world.votes.close();
  });
}

/** Stops taking connections, lets the running requests finish, then closes the books. */
function stopGracefully(server: Server, close: () => Promise<void>): void {
  const stop = () => {
    server.close(async () => {
      await close();
      process.exit(0);
    });
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 10_000).unref();
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}
