import { cpSync, existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { readEnv } from '#app/platform/env.server.ts';
import type { StoryStage } from '#test/world/play/stages.ts';
import { playStory } from '#test/world/play-story.ts';

/**
 * Fills a portal's folder with the story up to a stage: for `startPortal`.
 * A stage is played once in a run of the journeys, and copied for each portal that starts from it.
 */
export function storyUntil(stage: StoryStage): (folder: string) => Promise<void> {
  return async (folder) => {
    const played = join(inject('storyShelf'), stage);
    if (!existsSync(played)) {
      const unfinished = `${played}-unfinished`;
      await playStory(readEnv({ DATA_DIR: unfinished, DEMO: '1', LOG_LEVEL: 'error' }), stage, Date.now());
      renameSync(unfinished, played);
    }
    cpSync(played, folder, { recursive: true });
  };
}
