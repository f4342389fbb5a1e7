import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DAY } from '#app/kernel/instant.ts';
import { keepPromises } from '#app/platform/outbox.server.ts';
import { keepers } from '#app/wiring.server.ts';
import { type TestWorld, testWorld } from '#test/world/test-world.ts';
import { scratchFolder, writtenDraft } from '#test/world/trial-application.ts';
import { openCall } from '#test/world/trial-call.ts';
import { agreeToMerge, offerMerge } from './commands/agree-to-merge.server.ts';
import { answerJoinRequest } from './commands/answer-join-request.server.ts';
import { askToJoinUp } from './commands/ask-to-join-up.server.ts';
import { attachMedia } from './commands/attach-media.server.ts';
import { carryOver } from './commands/carry-over.server.ts';
import { mergeDrafts } from './commands/merge-drafts.server.ts';
import { removeMedia } from './commands/remove-media.server.ts';
import { saveSpokenText } from './commands/save-spoken-text.server.ts';
import { setMatchConsent } from './commands/set-match-consent.server.ts';
import { submitApplication } from './commands/submit-application.server.ts';
import { mediaResponse } from './queries/media-file.server.ts';
import { mergePage } from './queries/merge-page.server.ts';
import { myApplication } from './queries/my-application.server.ts';
import { othersPage } from './queries/others-page.server.ts';
import { mayWatchOwn } from './queries/uploads.server.ts';
import type { MergeChoice } from './rules/merging.ts';

const KITCHEN = 'db/story/clips/our-kitchen.mp4';

function office(settings: Record<string, string> = {}) {
  const world = testWorld({ DATA_DIR: scratchFolder(), ...settings });
  const { partnerId, staff } = world.partner('common-ground', { Grace: ['manager'] });
  const grace = staff.Grace ?? '';
  const call = openCall(world, grace, partnerId);
  const filmed = call.questions.filter(({ byVideo }) => byVideo).map(({ id }) => id);
  const keep = () => keepPromises(() => world.as(null), keepers);
  const answerOf = (personId: string, applicationId: string, questionId: string) =>
    myApplication(world.as(personId), applicationId)?.questions.find(({ id }) => id === questionId);
  const send = async (personId: string, applicationId: string, questionId: string, filePath = KITCHEN) => {
    const sent = await attachMedia(world.as(personId), { applicationId, questionId, filePath, fileName: 'film.mp4' });
    expect(sent).toMatchObject({ ok: true });
    return sent.ok ? sent.value.mediaId : '';
  };
  return { world, partnerId, grace, call, filmed, keep, answerOf, send };
}

async function bytesOf(world: TestWorld, mediaId: string | undefined): Promise<Buffer> {
  const response = await mediaResponse(world.as(null), mediaId ?? '', new Request('http://localhost/x'));
  return Buffer.from(await response.arrayBuffer());
}

/** Amina's kitchen and Yusuf's garden, who agreed to become one draft. */
async function merging() {
  const at = office();
  const { world, call } = at;
  const [amina, yusuf] = [world.person('Amina'), world.person('Yusuf')];
  const kitchen = writtenDraft(world, amina, call);
  const garden = writtenDraft(world, yusuf, call);
  setMatchConsent(world.as(amina), kitchen, true);
  setMatchConsent(world.as(yusuf), garden, true);
  const requestId = world.newId();
  askToJoinUp(world.as(amina), kitchen, { id: requestId, toId: garden, message: 'Your herbs, our soup?' });
  answerJoinRequest(world.as(yusuf), requestId, 'accepted');
  offerMerge(world.as(amina), kitchen, garden);
  const mergeId = othersPage(world.as(amina), kitchen)?.merges[0]?.id ?? '';
  const merge = (choice: MergeChoice, changed: Readonly<Record<string, MergeChoice>> = {}) => {
    const shown = mergePage(world.as(amina), kitchen, mergeId)?.questions ?? [];
    const chosen = shown.map(({ id, seen }) => [id, { choice: changed[id] ?? choice, seen }] as const);
    return mergeDrafts(world.as(amina), mergeId, new Map(chosen));
  };
  return { ...at, amina, yusuf, kitchen, garden, mergeId, merge };
}

describe('a recording in a draft that goes into another', () => {
  it('comes along where its answer was chosen, and stays where it was too', async () => {
    const { world, filmed, keep, answerOf, send, amina, yusuf, kitchen, garden, mergeId, merge } = await merging();
    const [first = '', second = '', third = ''] = filmed;
    const theirs = await send(yusuf, garden, first);
    await send(yusuf, garden, second);
    const ours = await send(amina, kitchen, third);
    await send(yusuf, garden, third);
    agreeToMerge(world.as(yusuf), mergeId);
    expect(merge('ours', { [first]: 'theirs', [third]: 'both' })).toMatchObject({ ok: true });
    expect(answerOf(amina, kitchen, first)).toMatchObject({ recorded: null, arriving: { state: 'coming' } });
    expect(submitApplication(world.as(amina), kitchen)).toEqual({ ok: false, reason: 'video-not-ready' });
    expect(await keep()).toMatchObject({ failed: 0 });
    const here = answerOf(amina, kitchen, first)?.recorded;
    expect((await bytesOf(world, here?.id)).equals(readFileSync(KITCHEN))).toBe(true);
    expect([answerOf(amina, kitchen, second)?.recorded, answerOf(amina, kitchen, third)?.recorded?.id]).toEqual([
      null,
      ours,
    ]);
    expect(answerOf(yusuf, garden, first)?.recorded?.id).toBe(theirs);
    expect((await bytesOf(world, theirs)).equals(readFileSync(KITCHEN))).toBe(true);
    expect(submitApplication(world.as(amina), kitchen)).toMatchObject({ ok: true });
  });

  it('is heard by whoever chooses only once its owner has agreed, and by nobody else', async () => {
    const { world, filmed, send, amina, yusuf, kitchen, garden, mergeId } = await merging();
    const theirs = await send(yusuf, garden, filmed[0] ?? '');
    expect(mayWatchOwn(world.as(amina), theirs)).toBe(false);
    agreeToMerge(world.as(yusuf), mergeId);
    expect(mayWatchOwn(world.as(amina), theirs)).toBe(true);
    expect(mayWatchOwn(world.as(world.person('Hana')), theirs)).toBe(false);
    const [shown] = mergePage(world.as(amina), kitchen, mergeId)?.questions.filter(({ id }) => id === filmed[0]) ?? [];
    expect(shown).toMatchObject({ proposed: 'both', ours: { recorded: null }, theirs: { recorded: { id: theirs } } });
  });

  it('replaces one of the other draft where it was chosen', async () => {
    const { world, filmed, keep, answerOf, send, amina, yusuf, kitchen, garden, mergeId, merge } = await merging();
    const [first = ''] = filmed;
    const ours = await send(amina, kitchen, first);
    await send(yusuf, garden, first);
    agreeToMerge(world.as(yusuf), mergeId);
    expect(merge('theirs')).toMatchObject({ ok: true });
    expect(answerOf(amina, kitchen, first)?.recorded?.id).toBe(ours);
    await keep();
    const { id } = answerOf(amina, kitchen, first)?.recorded ?? { id: ours };
    expect(id).not.toBe(ours);
    expect(readdirSync(join(world.env.DATA_DIR, 'files'))).not.toContain(ours);
  });
});

describe('a recording in an application that is carried over', () => {
  async function carried(changes: { videoAllowed?: boolean } = {}) {
    const at = office();
    const { world, grace, partnerId, call, filmed, send } = at;
    const amina = world.person('Amina');
    const from = writtenDraft(world, amina, call);
    const [first = ''] = filmed;
    const sent = await send(amina, from, first);
    const words = { kind: 'transcript', language: 'ar', text: 'نطبخ معًا', revision: 0, approve: true } as const;
    expect(saveSpokenText(world.as(amina), sent, words).ok).toBe(true);
    expect(submitApplication(world.as(amina), from).ok).toBe(true);
    world.moveTo(call.closesAt);
    const opensAt = world.now() + DAY;
    const next = openCall(world, grace, partnerId, {
      slug: 'next',
      title: 'Next ideas',
      opensAt,
      closesAt: opensAt + 28 * DAY,
      ...changes,
    });
    const begun = carryOver(world.as(amina), from, next.id);
    const draft = begun.ok ? begun.value.applicationId : '';
    const label = call.questions.find(({ id }) => id === first)?.label;
    const question = next.questions.find((asked) => asked.label === label)?.id ?? '';
    return { ...at, amina, from, sent, first, next, draft, question };
  }

  it('comes along with what is written of it, which is approved anew', async () => {
    const { world, keep, answerOf, amina, from, sent, first, next, draft, question } = await carried();
    await keep();
    const here = answerOf(amina, draft, question)?.recorded;
    expect(here?.transcript).toMatchObject({ text: 'نطبخ معًا', language: 'ar', approvedAt: null });
    expect((await bytesOf(world, here?.id)).equals(readFileSync(KITCHEN))).toBe(true);
    expect(answerOf(amina, from, first)?.recorded?.id).toBe(sent);
    expect(submitApplication(world.as(amina), draft)).toEqual({ ok: false, reason: 'text-not-approved' });
    expect(carryOver(world.as(amina), from, next.id).ok).toBe(true);
    expect((await keep()).kept).toBe(0);
  });

  it('is refused in words when its bytes are not those that were sent, and the first one stays', async () => {
    const { world, keep, answerOf, amina, from, sent, first, draft, question } = await carried();
    const kept = join(world.env.DATA_DIR, 'files', sent);
    writeFileSync(kept, readFileSync(kept).fill(0, 2_000, 2_100));
    await keep();
    expect(answerOf(amina, draft, question)).toMatchObject({
      recorded: null,
      arriving: { state: 'rejected', rejectedReason: 'damaged' },
    });
    expect(answerOf(amina, from, first)?.recorded?.id).toBe(sent);
  });

  it('is left where it is by a call that takes none', async () => {
    const { keep, answerOf, amina, draft, question } = await carried({ videoAllowed: false });
    await keep();
    expect(answerOf(amina, draft, question)).toMatchObject({ recorded: null, arriving: null });
  });

  it('is given up when its question is emptied before it came, and never comes back', async () => {
    const { world, keep, answerOf, amina, draft, question } = await carried();
    await removeMedia(world.as(amina), draft, question);
    expect(await keep()).toMatchObject({ failed: 0 });
    expect(answerOf(amina, draft, question)).toMatchObject({ recorded: null, arriving: null });
  });

  it('comes when the promise is kept twice, and once', async () => {
    const { world, keep, answerOf, amina, draft, question } = await carried();
    await keep();
    const { id } = answerOf(amina, draft, question)?.recorded ?? {};
    world.db.$client.exec("update outbox_promise set kept_at = null where kind = 'recording-comes-along'");
    expect(await keep()).toMatchObject({ failed: 0 });
    expect(answerOf(amina, draft, question)?.recorded?.id).toBe(id);
  });
});
