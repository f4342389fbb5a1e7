import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { done, type Outcome } from '#app/kernel/outcome.ts';
import { introducePerson } from '#app/people/commands/introduce-person.server.ts';
import { actorOf } from '#app/people/queries/people.server.ts';
import { type Context, contextOf, type World } from '#app/platform/context.server.ts';
import type { Env } from '#app/platform/env.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { createLog } from '#app/platform/log.server.ts';
import { openFileStore } from '#app/platform/open-file-store.server.ts';
import { keepPromises } from '#app/platform/outbox.server.ts';
import { loadSecrets } from '#app/platform/secrets.server.ts';
import { keepers } from '#app/wiring.server.ts';
import { openDatabase, openSqlite } from '#db/client.server.ts';

export type Named = { readonly key: string; readonly name: string; readonly email: string; readonly language: string };

/** A portal's folder whose clock is moved by the story, with everybody in it by their key. */
export type StoryWorld = World & {
  readonly ids: Map<string, Id>;
  now(): Instant;
  /** Moves the clock forward; a round never goes back. */
  moveTo(at: Instant): void;
  /** Sets the clock for a round that runs beside the one just played. */
  beginRound(at: Instant): void;
  as(key: string | null): Context;
  /** Makes the person, once. */
  meet(person: Named): Id;
  id(key: string): Id;
  /** Keeps what the outbox has promised so far, as the running portal would have. */
  keepPromises(): Promise<void>;
  close(): void;
};

export function storyWorld(env: Env, start: Instant): StoryWorld {
  mkdirSync(env.DATA_DIR, { recursive: true, mode: 0o700 });
  let now = start;
  const ids = new Map<string, Id>();
  const world: World = {
    db: openDatabase(join(env.DATA_DIR, 'portal.db')),
    votes: openSqlite(join(env.DATA_DIR, 'vote.db')),
    clock: () => now,
    env,
    log: createLog('error'),
    secrets: loadSecrets(env),
    files: openFileStore(env),
    newId,
  };
  const id = (key: string): Id => {
    const known = ids.get(key);
    invariant(known !== undefined, `the story knows nobody and nothing called ${key}`);
    return known;
  };
  const as = (key: string | null): Context => contextOf(world, key === null ? null : actorOf(world, id(key)));
  return {
    ...world,
    ids,
    id,
    as,
    now: () => now,
    moveTo(at) {
      invariant(at >= now, 'a round never goes back');
      now = at;
    },
    beginRound(at) {
      now = at;
    },
    meet(person) {
      const context = as(null);
      const personId = told(
        `meeting ${person.name}`,
        context.transact((tx) => done(introducePerson(tx, context, person))),
      );
      ids.set(person.key, personId);
      return personId;
    },
    async keepPromises() {
      let kept = -1;
      while (kept !== 0) {
        const outcome = await keepPromises(() => as(null), keepers);
        invariant(outcome.failed === 0, 'the story keeps every promise');
        kept = outcome.kept;
      }
    },
    close() {
      world.db.$client.close();
      world.votes.close();
    },
  };
}

/** The story is told through the real commands: what they refuse cannot happen in it. */
export function told<Value>(what: string, outcome: Outcome<Value, string>): Value {
  invariant(outcome.ok, `${what} was refused: ${outcome.ok ? '' : outcome.reason}`);
  return outcome.value;
}
