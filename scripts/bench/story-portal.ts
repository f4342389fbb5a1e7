import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { callBySlug } from '#app/grant/call/queries/call-facts.server.ts';
import { ownEventOfCall } from '#app/grant/pitch-day/queries/own-event.server.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { paths } from '#app/paths.ts';
import { readEnv } from '#app/platform/env.server.ts';
import { story } from '#db/story/index.ts';
import { storyWorld } from '#test/world/play/story-world.ts';
import { playStory } from '#test/world/play-story.ts';
import { type ServerProcess, startServer } from './server-process.ts';

/** The portal on the eve of pitch day, and the addresses that are measured. */
export type StoryPortal = ServerProcess & {
  readonly pages: {
    readonly home: string;
    readonly call: string;
    readonly questions: string;
    readonly vote: string;
    readonly stage: string;
  };
  /** The session of somebody with a draft, and where it is. */
  readonly writer: { readonly cookie: string; readonly draft: string };
};

/** @param tell  hears what takes a while */
export async function startStoryPortal(tell: (line: string) => void): Promise<StoryPortal> {
  const folder = mkdtempSync(join(tmpdir(), 'common-pot-bench-'));
  const env = readEnv({ DATA_DIR: folder, DEMO: '1', LOG_LEVEL: 'error' });
  tell('Playing the story until pitch day');
  await playStory(env, 'pitch-day', Date.now());
  const pages = pagesOf(env);
  const server = await startServer(['build/server/index.js'], { DATA_DIR: folder, DEMO: '1', LOG_LEVEL: 'error' });
  return {
    ...server,
    pages,
    writer: await signInAsWriter(server.url, folder),
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function pagesOf(env: ReturnType<typeof readEnv>): StoryPortal['pages'] {
  const world = storyWorld(env, Date.now());
  try {
    const slug = 'social-innovation';
    const manager = story.staff.find((member) => member.key === story.leads.managesSocialInnovation);
    invariant(manager !== undefined, 'the story has a manager');
    world.meet(manager);
    const call = callBySlug(world.as(null), slug);
    const event = call && ownEventOfCall(world.as(manager.key), call.id)?.event;
    invariant(event?.pollId, 'on the eve of pitch day there is a poll');
    return {
      home: paths.home(),
      call: paths.call({ slug }),
      questions: paths.callQuestions({ slug }),
      vote: paths.booth({ pollId: event.pollId }),
      stage: paths.stage({ eventId: event.id }),
    };
  } finally {
    world.close();
  }
}

async function signInAsWriter(url: string, folder: string): Promise<StoryPortal['writer']> {
  type Group = { people: { personId: string; name: string }[] };
  const cast = JSON.parse(readFileSync(join(folder, 'cast.json'), 'utf8')) as Group[];
  const lead = Object.values(story.applications)
    .flat()
    .find((application) => application.lead.key === story.leads.leavesADraft)?.lead;
  const writer = cast.flatMap((group) => group.people).find((person) => person.name === lead?.name);
  invariant(writer !== undefined, 'whoever leaves a draft is in the cast');
  const signedIn = await fetch(`${url}${paths.demo()}`, {
    method: 'POST',
    body: new URLSearchParams({ person: writer.personId }),
    headers: { Origin: url },
    redirect: 'manual',
  });
  const cookie = signedIn.headers.getSetCookie()[0]?.split(';', 1)[0] ?? '';
  const list = await (await fetch(`${url}${paths.apply()}`, { headers: { Cookie: cookie } })).text();
  const draft = /href="(\/apply\/[0-9a-hjkmnp-tv-z]{20})/.exec(list)?.[1];
  invariant(draft !== undefined, 'a list of applications leads to one');
  return { cookie, draft };
}
