import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { inject } from 'vitest';
import type { Instant } from '#app/kernel/instant.ts';
import { readEnv } from '#app/platform/env.server.ts';
import type { StoryStage } from '#test/world/play/stages.ts';
import { playStory } from '#test/world/play-story.ts';

const LOOK_AGAIN_MS = 200;

/**
 * Fills a portal's folder with the story up to a stage: for `startPortal`.
 * A stage is played once in a run of a project, and copied for each portal that starts from it.
 *
 * @param endsAt  when the story ends; the same for everybody who asks for a stage in one project
 */
export function storyUntil(stage: StoryStage, endsAt: Instant = Date.now()): (folder: string) => Promise<void> {
  return async (folder) => {
    const played = join(inject('storyShelf'), stage);
    while (!existsSync(played)) {
      // Who makes the folder plays; a journey beside it waits, and plays itself if that one failed.
      if (isMine(`${played}-unfinished`)) await play(stage, played, endsAt);
      else await wait(LOOK_AGAIN_MS);
    }
    cpSync(played, folder, { recursive: true });
  };
}

async function play(stage: StoryStage, played: string, endsAt: Instant): Promise<void> {
  const unfinished = `${played}-unfinished`;
  try {
    await playStory(readEnv({ DATA_DIR: unfinished, DEMO: '1', LOG_LEVEL: 'error' }), stage, endsAt);
    renameSync(unfinished, played);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

function isMine(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
