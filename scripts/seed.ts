/** `npm run seed -- --until STAGE`: plays the demonstration year into DATA_DIR, up to a stage and no further. */
import '#app/platform/node-version.server.ts';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { EnvError, readEnv } from '#app/platform/env.server.ts';
import { isStoryStage, STORY_STAGES, type StoryStage } from '#test/world/play/stages.ts';
import { type Progress, playStory } from '#test/world/play-story.ts';
import { sayPlainly, secondsSince } from './say.mjs';

const startedAt = performance.now();
const until = stageAsked();
const env = readSettings();
const folder = resolve(env.DATA_DIR);
if (existsSync(join(folder, 'portal.db'))) {
  sayPlainly(
    `There is a portal in ${folder} already, and the story is never played over one.`,
    `Name another folder: DATA_DIR=./data-${until} npm run seed -- --until ${until}`,
  );
}
process.stderr.write(`Playing the story until ${until}\n`);
await playStory(env, until, Date.now(), newLines());
process.stderr.write(`The story is told (${secondsSince(startedAt)})\n`);

function stageAsked(): StoryStage {
  const asked = argumentAfterUntil();
  return isStoryStage(asked)
    ? asked
    : sayPlainly(`The story has no stage "${asked}". It has: ${STORY_STAGES.join(', ')}.`);
}

function argumentAfterUntil(): string {
  try {
    const { values } = parseArgs({ options: { until: { type: 'string', default: STORY_STAGES.at(-1) ?? '' } } });
    return values.until;
  } catch {
    return sayPlainly('Say how far the story is played: npm run seed -- --until STAGE');
  }
}

function readSettings() {
  try {
    return readEnv(process.env);
  } catch (error) {
    if (error instanceof EnvError) return sayPlainly(error.message);
    throw error;
  }
}

/** A line for each new thing, and one every ten seconds for a long one: it is read in logs too. */
function newLines(): Progress {
  let lastWhat = '';
  let lastAt = 0;
  return (what, done, of) => {
    if (what === lastWhat && performance.now() - lastAt < 10_000) return;
    lastWhat = what;
    lastAt = performance.now();
    process.stderr.write(`  ${what}${done === undefined ? '' : ` ${done} of ${of}`}\n`);
  };
}
