import { describe, expect, it } from 'vitest';
import type { Id } from '#app/kernel/id.ts';
import { createSessions } from '#app/people/sessions.server.ts';
import { arrivalPath, copyIn } from '#app/platform/files.server.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { testWorld } from '#test/world/test-world.ts';
import { scratchFolder, writtenDraft } from '#test/world/trial-application.ts';
import { openCall } from '#test/world/trial-call.ts';
import { inTeam } from '#test/world/trial-team.ts';
import { attachMedia } from './commands/attach-media.server.ts';
import { beginMedia } from './commands/begin-media.server.ts';
import { finishMedia } from './commands/finish-media.server.ts';
import { removeMedia } from './commands/remove-media.server.ts';
import { myApplication } from './queries/my-application.server.ts';
import { action as question } from './routes/question.tsx';
import { receiveUpload } from './routes/uploads.server.ts';
import { seenArriving } from './rules/media.ts';

const KITCHEN = 'db/story/clips/our-kitchen.mp4';
const MENDING = 'db/story/clips/mend-and-meet.mp4';
const refusal = (reason: string) => ({ ok: false, reason });
const { recording } = wordsIn('en').words;

/** What began to arrive is here to its last byte, and judged. */
async function arrived({ world }: ReturnType<typeof team>, begun: Awaited<ReturnType<typeof beginMedia>>) {
  const mediaId = begun.ok ? begun.value.mediaId : '';
  await copyIn(MENDING, arrivalPath(world.env, mediaId));
  expect((await finishMedia(world.as(null), mediaId)).ok).toBe(true);
}

/** Amina and Bilal write one draft. */
function team() {
  const world = testWorld({ DATA_DIR: scratchFolder() });
  const { partnerId, staff } = world.partner('common-ground', { Grace: ['manager'] });
  const call = openCall(world, staff.Grace ?? '', partnerId);
  const [amina, bilal] = [world.person('Amina'), world.person('Bilal')];
  const applicationId = writtenDraft(world, amina, call);
  inTeam(world, amina, applicationId, bilal, 'edit');
  const questionId = call.questions.find(({ byVideo }) => byVideo)?.id ?? '';
  const film = async (by: Id, filePath: string, shown?: readonly string[]) => {
    const coming = { applicationId, questionId, filePath, fileName: 'film.mp4', ...(shown && { shown }) };
    const sent = await attachMedia(world.as(by), coming);
    return sent.ok ? sent.value.mediaId : sent.reason;
  };
  const begin = (by: Id, shown: readonly string[]) =>
    beginMedia(world.as(by), { applicationId, questionId, fileName: 'film.mp4', bytes: 1_000, shown });
  const seenBy = (by: Id) => myApplication(world.as(by), applicationId)?.questions.find(({ id }) => id === questionId);
  return { world, amina, bilal, applicationId, questionId, film, begin, seenBy };
}

describe('two people who answer one question aloud', () => {
  it('do not replace what the other put there before they have seen it', async () => {
    const { amina, bilal, film, seenBy } = team();
    const his = await film(bilal, MENDING, []);
    expect(await film(amina, KITCHEN, [])).toBe('changed-elsewhere');
    expect(seenBy(amina)).toMatchObject({ recorded: { id: his }, recordedBy: { byOther: 'Bilal' } });
    expect(seenBy(bilal)?.recordedBy.byOther).toBeNull();
    const hers = await film(amina, KITCHEN, [his]);
    expect(seenBy(bilal)).toMatchObject({ recorded: { id: hers }, recordedBy: { byOther: 'Amina' } });
  });

  it('do not replace what was recorded in a second window of their own', async () => {
    const { amina, film } = team();
    await film(amina, MENDING, []);
    expect(await film(amina, KITCHEN, [])).toBe('own-elsewhere');
  });

  it('do not break off what the other is sending, but begin anew what they send themselves', async () => {
    const { amina, bilal, begin, seenBy } = team();
    const his = await begin(bilal, []);
    expect(await begin(amina, [])).toEqual(refusal('changed-elsewhere'));
    expect(seenBy(amina)?.arriving).toMatchObject({ byOther: 'Bilal', state: 'receiving' });
    const again = await begin(bilal, []);
    expect([his.ok, again.ok]).toEqual([true, true]);
    const there = seenBy(amina)?.arriving?.id ?? '';
    expect((await begin(amina, [seenArriving(there)])).ok).toBe(true);
    expect(seenBy(amina)?.arriving?.byOther).toBeNull();
  });

  it('do not replace what the other was sending and nobody has watched, once it is ready', async () => {
    const at = team();
    const { amina, bilal, begin, seenBy } = at;
    const his = await begin(bilal, []);
    const there = seenArriving(his.ok ? his.value.mediaId : '');
    await arrived(at, his);
    expect(await begin(amina, [there])).toEqual(refusal('changed-elsewhere'));
    expect(seenBy(bilal)?.recorded?.id).toBe(his.ok && his.value.mediaId);
  });

  it('remove nothing that the other put there meanwhile', async () => {
    const { world, amina, bilal, applicationId, questionId, film, seenBy } = team();
    const hers = await film(amina, KITCHEN, []);
    const his = await film(bilal, MENDING, [hers]);
    const remove = (shown: readonly string[]) => removeMedia(world.as(amina), applicationId, questionId, { shown });
    expect(await remove([hers])).toEqual(refusal('changed-elsewhere'));
    expect(seenBy(amina)?.recorded?.id).toBe(his);
    expect((await remove([his])).ok).toBe(true);
    expect(seenBy(amina)?.recorded).toBeNull();
  });
});

describe('removing a recording', () => {
  it('breaks off nothing that the other began to send meanwhile', async () => {
    const { world, amina, bilal, applicationId, questionId, film, begin, seenBy } = team();
    const hers = await film(amina, KITCHEN, []);
    const his = await begin(bilal, [hers]);
    const remove = (by: Id, shown: readonly string[]) =>
      removeMedia(world.as(by), applicationId, questionId, { shown });
    expect(await remove(amina, [hers])).toEqual(refusal('changed-elsewhere'));
    const arriving = his.ok ? his.value.mediaId : '';
    expect([seenBy(bilal)?.recorded?.id, seenBy(bilal)?.arriving?.id]).toEqual([hers, arriving]);
    expect((await remove(amina, [hers, seenArriving(arriving)])).ok).toBe(true);
    expect([seenBy(bilal)?.recorded, seenBy(bilal)?.arriving]).toEqual([null, null]);
  });

  it('breaks off what somebody sends themselves, whether their page knew of it or not', async () => {
    const { world, amina, applicationId, questionId, film, begin, seenBy } = team();
    const hers = await film(amina, KITCHEN, []);
    await begin(amina, [hers]);
    expect((await removeMedia(world.as(amina), applicationId, questionId, { shown: [hers] })).ok).toBe(true);
    expect([seenBy(amina)?.recorded, seenBy(amina)?.arriving]).toEqual([null, null]);
  });
});

describe('the form of a question, without scripts', () => {
  function posted(at: ReturnType<typeof team>, by: Id, fields: Readonly<Record<string, string>>, film?: Uint8Array) {
    const form = new FormData();
    for (const [name, value] of Object.entries({ text: 'In words', revision: '1', intent: 'stay', ...fields })) {
      form.append(name, value);
    }
    if (film !== undefined) form.append('media', new File([film as BlobPart], 'film.mp4'));
    const request = new Request('https://pot.example/here', { method: 'POST', body: form });
    const params = { applicationId: at.applicationId, questionId: at.questionId };
    const context = { portal: at.world.as(by), sessions: createSessions(at.world) };
    return question({ request, params, context });
  }

  it('says that somebody was first, keeps the words, and takes the film once theirs was shown', async () => {
    const at = team();
    const his = await at.film(at.bilal, MENDING, []);
    const { readFileSync } = await import('node:fs');
    const film = readFileSync(KITCHEN);
    const refused = await posted(at, at.amina, { shown: '' }, film);
    expect(refused).toMatchObject({
      init: { status: 409 },
      data: {
        isRecordedElsewhere: true,
        errors: { media: recording.refusals['changed-elsewhere'] },
        typed: { text: ['In words'] },
      },
    });
    expect(at.seenBy(at.amina)).toMatchObject({ text: 'In words', recorded: { id: his } });
    const taken = await posted(at, at.amina, { shown: his, revision: '2' }, film).catch((thrown: unknown) => thrown);
    expect(taken).toMatchObject({ status: 303 });
    expect(at.seenBy(at.bilal)?.recordedBy.byOther).toBe('Amina');
  });

  it('removes what the other is sending only where the page showed that', async () => {
    const at = team();
    const his = await at.begin(at.bilal, []);
    const arriving = his.ok ? his.value.mediaId : '';
    const remove = (shown: string) =>
      posted(at, at.amina, { shown: '', arriving: shown, intent: 'remove-media' }).catch((thrown: unknown) => thrown);
    expect(await remove('')).toMatchObject({ init: { status: 409 } });
    expect(at.seenBy(at.bilal)?.arriving?.id).toBe(arriving);
    expect(await remove(arriving)).toMatchObject({ status: 303 });
    expect(at.seenBy(at.bilal)?.arriving).toBeNull();
  });

  it('says so where it was themselves who were first, in another window', async () => {
    const at = team();
    const hers = await at.film(at.amina, MENDING, []);
    const { readFileSync } = await import('node:fs');
    const refused = await posted(at, at.amina, { shown: '' }, readFileSync(KITCHEN));
    const media = recording.refusals['own-elsewhere'];
    expect(refused).toMatchObject({ init: { status: 409 }, data: { isRecordedElsewhere: true, errors: { media } } });
    const kept = await posted(at, at.amina, { shown: '', revision: '2', intent: 'remove-media' });
    expect(kept).toMatchObject({ data: { errors: { media: recording.notRemoved['own-elsewhere'] } } });
    expect(at.seenBy(at.amina)?.recorded?.id).toBe(hers);
  });

  it('removes nothing that was not shown', async () => {
    const at = team();
    const his = await at.film(at.bilal, MENDING, []);
    const refused = await posted(at, at.amina, { shown: '', intent: 'remove-media' });
    expect(refused).toMatchObject({
      init: { status: 409 },
      data: { errors: { media: recording.notRemoved['changed-elsewhere'] } },
    });
    expect(at.seenBy(at.amina)?.recorded?.id).toBe(his);
  });
});

describe('an upload that can be resumed', () => {
  /** Amina's device says what it would send, and what its page showed. */
  function announcedTo(at: ReturnType<typeof team>, shown: string | null): Promise<Response> {
    const said = { application: at.applicationId, question: at.questionId, filename: 'film.mp4' };
    const fields = Object.entries(shown === null ? said : { ...said, shown });
    const metadata = fields.map(([name, value]) => `${name} ${btoa(value)}`.trim()).join(',');
    const headers = { 'Tus-Resumable': '1.0.0', 'Upload-Length': '1000', 'Upload-Metadata': metadata };
    const request = new Request('https://pot.example/apply/upload', { method: 'POST', headers });
    return receiveUpload(at.world.as(at.amina), request, '');
  }

  it('is told what is there, and begins once its sender has seen that', async () => {
    const at = team();
    const his = await at.film(at.bilal, MENDING, []);
    const announce = (shown: string | null) => announcedTo(at, shown);
    const refused = await announce('');
    expect([refused.status, refused.headers.get('Recordings-There')]).toEqual([412, his]);
    expect(await refused.text()).toBe(recording.refusals['changed-elsewhere']);
    expect((await announce(his)).status).toBe(201);
    // A page that was opened before the portal was upgraded does not say what it showed.
    expect((await announce(null)).status).toBe(201);
  });

  it('is told what is only on its way, and does not begin in the place of that once it is ready', async () => {
    const at = team();
    const his = await at.begin(at.bilal, []);
    const there = (await announcedTo(at, '')).headers.get('Recordings-There');
    expect(there).toBe(seenArriving(his.ok ? his.value.mediaId : ''));
    await arrived(at, his);
    expect((await announcedTo(at, there)).status).toBe(412);
    expect(at.seenBy(at.bilal)?.recorded?.id).toBe(his.ok && his.value.mediaId);
  });
});
