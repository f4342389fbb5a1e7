import { readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DAY } from '#app/kernel/instant.ts';
import { contextOf } from '#app/platform/context.server.ts';
import { openDatabase } from '#db/client.server.ts';
import { testWorld } from '#test/world/test-world.ts';
import { scratchFolder, writtenDraft } from '#test/world/trial-application.ts';
import { openCall } from '#test/world/trial-call.ts';
import { attachMedia } from './commands/attach-media.server.ts';
import { sweepKeptFiles } from './commands/sweep-kept-files.server.ts';

const CLIP = 'db/story/clips/our-kitchen.mp4';

/** A portal with Amina's film and files that nobody knows, all of them three days old. */
async function portal() {
  const world = testWorld({ DATA_DIR: scratchFolder() });
  const { partnerId, staff } = world.partner('common-ground', { Grace: ['manager'] });
  const call = openCall(world, staff.Grace ?? '', partnerId);
  const amina = world.person('Amina');
  const applicationId = writtenDraft(world, amina, call);
  const questionId = call.questions.find((question) => question.byVideo)?.id ?? '';
  const send = async () => {
    const film = { applicationId, questionId, filePath: CLIP, fileName: 'film.mp4' };
    const sent = await attachMedia(world.as(amina), film);
    age();
    return sent.ok ? sent.value.mediaId : sent.reason;
  };
  const folder = join(world.env.DATA_DIR, 'files');
  const stored = () => readdirSync(folder).toSorted();
  const lose = (...names: string[]) => {
    for (const name of names) writeFileSync(join(folder, name), 'x');
    age();
  };
  const age = () => {
    const longAgo = (world.now() - 3 * DAY) / 1_000;
    for (const name of readdirSync(folder)) utimesSync(join(folder, name), longAgo, longAgo);
  };
  return { world, send, stored, lose, note: `${folder}.note` };
}

const SWEPT = (deleted: number) => ({ deleted, failed: 0, doubt: null });
const DOUBT = (doubt: string) => ({ deleted: 0, failed: 0, doubt });

describe('sweeping what is kept', () => {
  it('deletes what belongs to nothing, and leaves what belongs to somebody', async () => {
    const { world, send, stored, lose } = await portal();
    const mediaId = await send();
    lose('lost');
    expect(await sweepKeptFiles(world.as(null))).toEqual(SWEPT(1));
    expect(stored()).toEqual([mediaId]);
  });

  it('deletes nothing for a new database that was put beside the files of another', async () => {
    const { world, send, stored } = await portal();
    await send();
    const empty = contextOf({ ...world, db: testWorld().db }, null);
    expect(await sweepKeptFiles(empty)).toEqual(DOUBT('most-files-unknown'));
    expect(await sweepKeptFiles(world.as(null))).toEqual(SWEPT(0));
    expect(await sweepKeptFiles(empty)).toEqual(DOUBT('files-of-another-portal'));
    expect(stored()).toHaveLength(1);
  });

  it('deletes nothing that came after the backup which was restored, until somebody takes the note away', async () => {
    const { world, send, stored, lose, note } = await portal();
    const first = await send();
    await sweepKeptFiles(world.as(null));
    const restored = contextOf({ ...world, db: openDatabase(world.db.$client.serialize()) }, null);
    await sweepKeptFiles(world.as(null));
    lose('came-later');
    expect(await sweepKeptFiles(restored)).toEqual(DOUBT('database-is-older'));
    expect(stored()).toEqual(['came-later', first].toSorted());
    rmSync(note);
    expect(await sweepKeptFiles(restored)).toEqual(SWEPT(1));
    expect(stored()).toEqual([first]);
  });

  it('is told apart from a scratch copy of its database that swept meanwhile', async () => {
    const { world, send } = await portal();
    await send();
    await sweepKeptFiles(world.as(null));
    const scratch = contextOf({ ...world, db: openDatabase(world.db.$client.serialize()) }, null);
    expect(await sweepKeptFiles(scratch)).toEqual(SWEPT(0));
    expect(await sweepKeptFiles(world.as(null))).toEqual(DOUBT('database-is-older'));
  });

  it('goes on after a crash between the database and the note', async () => {
    const { world, send, note } = await portal();
    await send();
    await sweepKeptFiles(world.as(null));
    const before = readFileSync(note);
    await sweepKeptFiles(world.as(null));
    writeFileSync(note, before);
    expect(await sweepKeptFiles(world.as(null))).toEqual(SWEPT(0));
  });

  it('deletes many of them bit by bit', async () => {
    const { world, send, stored, lose } = await portal();
    await send();
    await sweepKeptFiles(world.as(null));
    lose(...Array.from({ length: 25 }, (_, at) => `lost-${at}`));
    expect(await sweepKeptFiles(world.as(null))).toEqual(SWEPT(20));
    expect(await sweepKeptFiles(world.as(null))).toEqual(SWEPT(5));
    expect(stored()).toHaveLength(1);
  });
});
