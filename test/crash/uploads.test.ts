import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { describe, expect, it } from 'vitest';
import { beginMedia } from '#app/grant/application/commands/begin-media.server.ts';
import { finishMedia } from '#app/grant/application/commands/finish-media.server.ts';
import { sweepUploads } from '#app/grant/application/commands/sweep-uploads.server.ts';
import { mediaResponse } from '#app/grant/application/queries/media-file.server.ts';
import { type Context, contextOf } from '#app/platform/context.server.ts';
import { arrivalPath } from '#app/platform/files.server.ts';
import { type Db, openSqlite } from '#db/client.server.ts';
import { testWorld } from '#test/world/test-world.ts';
import { scratchFolder, writtenDraft } from '#test/world/trial-application.ts';
import { openCall } from '#test/world/trial-call.ts';

const FILM = readFileSync('db/story/clips/our-kitchen.mp4');

/** Amina's film has arrived, and the process that judges it is killed while it writes down a state. */
async function killedAt(state: 'hashing' | 'probing' | 'ready') {
  const folder = scratchFolder();
  const world = testWorld({ DATA_DIR: folder });
  const { partnerId, staff } = world.partner('common-ground', { Grace: ['manager'] });
  const call = openCall(world, staff.Grace ?? '', partnerId);
  const amina = world.person('Amina');
  const applicationId = writtenDraft(world, amina, call);
  const questionId = call.questions.find((question) => question.byVideo)?.id ?? '';
  const coming = { applicationId, questionId, fileName: 'film.mp4', bytes: FILM.length };
  const begun = await beginMedia(world.as(amina), coming);
  const mediaId = begun.ok ? begun.value.mediaId : '';
  writeFileSync(arrivalPath(world.env, mediaId), FILM);
  const file = join(folder, 'portal.db');
  writeFileSync(file, world.db.$client.serialize());
  const killed = spawnSync(process.execPath, ['test/crash/judge-and-die.ts', file, folder, mediaId, state], {
    encoding: 'utf8',
  });
  expect(killed.signal, killed.stderr).toBe('SIGKILL');
  const restarted = contextOf({ ...world, db: drizzle(openSqlite(file)) as Db }, null);
  return { folder, mediaId, restarted };
}

async function filmAt(context: Context, mediaId: string): Promise<Buffer> {
  const response = await mediaResponse(context, mediaId, new Request('http://localhost/x'));
  return Buffer.from(await response.arrayBuffer());
}

describe('a crash while a recording is judged', { timeout: 60_000 }, () => {
  it.each(['hashing', 'probing', 'ready'] as const)(
    'loses nothing at the state %s: the sweep of the next start finishes it',
    async (state) => {
      const { folder, mediaId, restarted } = await killedAt(state);
      expect(await sweepUploads(restarted)).toMatchObject({ judged: 1, failed: 0 });
      expect((await filmAt(restarted, mediaId)).equals(FILM)).toBe(true);
      expect([readdirSync(join(folder, 'files')), readdirSync(join(folder, 'arrivals'))]).toEqual([[mediaId], []]);
      restarted.db.$client.close();
    },
  );

  it('finds a film that was moved before anybody wrote that down, and does not move it twice', async () => {
    const { folder, mediaId, restarted } = await killedAt('ready');
    expect([existsSync(join(folder, 'files', mediaId)), existsSync(join(folder, 'arrivals', mediaId))]).toEqual([
      true,
      false,
    ]);
    expect(await finishMedia(restarted, mediaId)).toEqual({ ok: true, value: { mediaId } });
    expect(await finishMedia(restarted, mediaId)).toEqual({ ok: false, reason: 'not-found' });
    expect((await filmAt(restarted, mediaId)).equals(FILM)).toBe(true);
    restarted.db.$client.close();
  });
});
