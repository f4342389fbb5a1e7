import { importStatement } from '#app/grant/payment/commands/import-statement.server.ts';
import { makeBankFile } from '#app/grant/payment/commands/make-bank-file.server.ts';
import { markFileSent } from '#app/grant/payment/commands/mark-file-sent.server.ts';
import { bankFileText } from '#app/grant/payment/queries/bank-file-bytes.server.ts';
import { findBankFile } from '#app/grant/payment/store/bank-files.server.ts';
import { sha256Hex } from '#app/kernel/digest.ts';
import type { Id } from '#app/kernel/id.ts';
import { actorOf } from '#app/people/queries/people.server.ts';
import { contextOf, type World } from '#app/platform/context.server.ts';
import { readEnv } from '#app/platform/env.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { createLog } from '#app/platform/log.server.ts';
import { openFileStore } from '#app/platform/open-file-store.server.ts';
import { secretsFromKey } from '#app/platform/secrets.server.ts';
import { openDatabase, openSqlite } from '#db/client.server.ts';

/** What a process must know to pay what was approved. */
export type Errand = {
  readonly file: string;
  readonly at: number;
  readonly callId: Id;
  readonly partnerId: Id;
  readonly finnId: Id;
  /** Of the bank: the same debits once, and once more under other numbers. */
  readonly statements: readonly [string, string];
};

/** A portal on a database file, with the key of the trials. */
export function worldOn(file: string, at: number): World {
  const env = readEnv({ NODE_ENV: 'test', LOG_LEVEL: 'silent', FFMPEG_PATH: 'off' });
  return {
    db: openDatabase(file),
    votes: openSqlite(':memory:'),
    clock: () => at,
    env,
    log: createLog('silent'),
    secrets: secretsFromKey(Buffer.alloc(32, 7)),
    files: openFileStore(env),
    newId,
  };
}

/**
 * What a finance person does with approved payments, from the file to the statement. Done again after a crash it goes on where it was.
 *
 * @param say  hears what is known for certain, at once: the file's hash when it was downloaded, and what was done
 */
export function payAll(world: World, errand: Errand, say: (line: string) => void): void {
  const finn = () => contextOf(world, actorOf(world, errand.finnId));
  makeBankFile(finn(), errand.callId);
  const fileIds = world.db.$client.prepare('select id from bank_file order by made_at, id').pluck().all() as Id[];
  say('made');
  for (const fileId of fileIds) {
    const row = findBankFile(world.db, fileId);
    const texts = (['xml', 'csv'] as const).map((format) => row && bankFileText(world, row, format));
    say(`file ${fileId} ${sha256Hex(JSON.stringify(texts))}`);
    markFileSent(finn(), fileId);
    say('sent');
  }
  for (const text of errand.statements) {
    importStatement(finn(), errand.partnerId, { name: 'a.xml', text });
    say('brought');
  }
}
