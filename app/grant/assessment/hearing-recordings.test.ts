import { execFileSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { PLAIN_QUESTION } from '#app/grant/call/rules/questions.ts';
import { DAY, HOUR } from '#app/kernel/instant.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { createSessions } from '#app/people/sessions.server.ts';
import { ffmpegIn } from '#app/platform/ffmpeg.server.ts';
import { probeMedia } from '#app/platform/probe.server.ts';
import { type TestWorld, testWorld } from '#test/world/test-world.ts';
import { scratchFolder, writtenDraft } from '#test/world/trial-application.ts';
import { draftCall, openCall } from '#test/world/trial-call.ts';
import { attachMedia } from '../application/commands/attach-media.server.ts';
import { submitApplication } from '../application/commands/submit-application.server.ts';
import { settledFiles } from '../application/store/media.server.ts';
import { publishCall } from '../call/commands/publish-call.server.ts';
import { setQuestions } from '../call/commands/set-questions.server.ts';
import { type CallFacts, callById } from '../call/queries/call-facts.server.ts';
import { declareConflicts } from './commands/declare-conflicts.server.ts';
import { openScoring } from './commands/open-scoring.server.ts';
import { savePhase } from './commands/save-phase.server.ts';
import { scoringSheet } from './queries/scoring-sheet.server.ts';
import * as panelMedia from './routes/panel-media.ts';
import * as panelMediaPart from './routes/panel-media-part.ts';
import type { PhaseRules } from './rules/review-phases.ts';
import { must, seated } from './trial-panel.testing.ts';

const FFMPEG = ffmpegIn({ FFMPEG_PATH: undefined });
if (FFMPEG === null) process.stdout.write('Sound without pictures is not tested: there is no ffmpeg here.\n');

const OPEN: PhaseRules = {
  allows: 'score',
  names: 'shown',
  others: 'never',
  reviewerNames: false,
  scope: 'all',
  recordings: 'all',
};

/** A call that asks for a photograph. */
function callForPhotograph(world: TestWorld, managerId: string, partnerId: string): CallFacts {
  const { id, opensAt } = draftCall(world, managerId, partnerId);
  const question = { ...PLAIN_QUESTION, kind: 'file', label: 'Your place', guidance: '', wordsMax: 0 } as const;
  must(setQuestions(world.as(managerId), id, [{ ...question, required: true }]));
  must(publishCall(world.as(managerId), id));
  world.moveTo(opensAt);
  const call = callById(world.as(null), id);
  invariant(call !== null, 'a call that was published can be found');
  return call;
}

/** Amina's film is on the panel's table, in a phase with these rules; Bo asks for it. */
async function filmed(
  rules: Partial<PhaseRules>,
  filePath = 'db/story/clips/our-kitchen.mp4',
  setting = FFMPEG,
  published: typeof callForPhotograph = openCall,
) {
  const world = testWorld({ DATA_DIR: scratchFolder(), FFMPEG_PATH: setting ?? 'off' });
  const { partnerId, staff } = world.partner('common-ground', { Grace: ['manager'] });
  const grace = staff.Grace ?? '';
  const call = published(world, grace, partnerId);
  const amina = world.person('Amina');
  const applicationId = writtenDraft(world, amina, call);
  const questionId = call.questions.find((question) => question.byVideo || question.kind === 'file')?.id ?? '';
  const film = { applicationId, questionId, filePath, fileName: basename(filePath) };
  const { mediaId } = must(await attachMedia(world.as(amina), film));
  must(submitApplication(world.as(amina), applicationId));
  world.moveTo(call.closesAt);
  const bo = seated(world, { call, grace }, 'Bo', 'participant');
  must(declareConflicts(world.as(bo), call.id, []));
  must(openScoring(world.as(grace), call.id));
  const phase = { ...OPEN, ...rules, name: 'Now', startsAt: world.now() + HOUR, endsAt: world.now() + DAY };
  must(savePhase(world.as(grace), call.id, null, phase));
  world.moveTo(phase.startsAt);
  const heard = () => scoringSheet(world.as(bo), applicationId)?.answers.find((one) => one.questionId === questionId);
  return { world, bo, mediaId, heard };
}

async function fetched(world: TestWorld, personId: string, mediaId: string, part?: string): Promise<Response> {
  const context = { portal: world.as(personId), sessions: createSessions(world) };
  const request = new Request('https://pot.example/here');
  const args = { request, context, params: { mediaId, ...(part === undefined ? {} : { part }) } };
  try {
    return await (part === undefined ? panelMedia : panelMediaPart).loader(args);
  } catch (thrown) {
    if (thrown instanceof Response) return thrown;
    throw thrown;
  }
}

const DEADLINE = { timeout: 60_000 };

describe.runIf(FFMPEG !== null)('a phase in which recordings are only heard', DEADLINE, () => {
  it('sends the sound and no picture, made once and kept with the recording', async () => {
    const { world, bo, mediaId, heard } = await filmed({ recordings: 'sound' });
    expect(heard()?.media).toMatchObject({ id: mediaId, kind: 'audio', hasPoster: false });
    const answers = await Promise.all([1, 2].map(() => fetched(world, bo, mediaId)));
    expect(answers.map(({ status, headers }) => [status, headers.get('Content-Type')])).toEqual([
      [200, 'audio/mp4'],
      [200, 'audio/mp4'],
    ]);
    const [first, second] = await Promise.all(answers.map(async (answer) => Buffer.from(await answer.arrayBuffer())));
    expect(first).toEqual(second);
    const path = join(world.env.DATA_DIR, 'sent.mp4');
    writeFileSync(path, first ?? '');
    expect(await probeMedia(path)).toMatchObject({ picture: null, sound: 'aac' });
    const stored = readdirSync(join(world.env.DATA_DIR, 'files')).toSorted();
    expect(stored).toEqual([mediaId, `${mediaId}-sound`]);
    expect([...settledFiles(world.db, stored)].toSorted()).toEqual(stored);
    expect((await fetched(world, bo, mediaId, 'poster')).status).toBe(404);
  });

  it('is read where a film has no sound at all', async () => {
    const silent = join(scratchFolder(), 'silent.mp4');
    const drawn = ['-f', 'lavfi', '-i', 'testsrc=size=320x240:rate=10', '-t', '2', '-pix_fmt', 'yuv420p'];
    execFileSync(FFMPEG ?? '', ['-loglevel', 'error', ...drawn, silent]);
    const { world, bo, mediaId, heard } = await filmed({ recordings: 'sound' }, silent);
    expect((await fetched(world, bo, mediaId)).status).toBe(404);
    expect(heard()).toMatchObject({ media: null, spoken: { text: null } });
  });
});

describe('a phase in which recordings are only read', () => {
  it.each([
    ['says so', { recordings: 'transcript' }],
    ['hides names', { names: 'hidden', recordings: 'transcript' }],
  ] as const)('sends neither picture nor sound where it %s', async (_why, rules) => {
    const { world, bo, mediaId, heard } = await filmed(rules);
    expect(heard()).toMatchObject({ media: null, spoken: { text: null } });
    const answers = [undefined, 'poster', 'captions'].map((part) => fetched(world, bo, mediaId, part));
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([404, 404, 404]);
  });

  it('is what a phase for hearing becomes where nothing can take the picture away', async () => {
    const { world, bo, mediaId, heard } = await filmed({ recordings: 'sound' }, undefined, 'off');
    expect(heard()).toMatchObject({ media: null, spoken: { text: null } });
    expect((await fetched(world, bo, mediaId)).status).toBe(404);
  });
});

describe('a phase with pictures', () => {
  it('sends the recording as it is', async () => {
    const { world, bo, mediaId, heard } = await filmed({ recordings: 'all' });
    expect(heard()?.media).toMatchObject({ kind: 'video' });
    expect((await fetched(world, bo, mediaId)).headers.get('Content-Type')).toBe('video/mp4');
  });
});

describe('a photograph', () => {
  const fetchedIn = async (recordings: PhaseRules['recordings']) => {
    const filePath = join(scratchFolder(), 'us.jpg');
    await sharp({ create: { width: 40, height: 20, channels: 3, background: 'red' } })
      .jpeg()
      .toFile(filePath);
    const { world, bo, mediaId, heard } = await filmed({ recordings }, filePath, FFMPEG, callForPhotograph);
    const { status } = await fetched(world, bo, mediaId);
    return { status, isShown: heard()?.media !== null, hidesFile: heard()?.hidesFile };
  };

  it.each(['sound', 'transcript'] as const)('is not reached in a phase for %s: it shows looks', async (recordings) => {
    expect(await fetchedIn(recordings)).toEqual({ status: 404, isShown: false, hidesFile: true });
  });
  it('is reached in a phase with pictures', async () => {
    expect(await fetchedIn('all')).toEqual({ status: 200, isShown: true, hidesFile: false });
  });
});
