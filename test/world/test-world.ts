import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor, DutyName } from '#app/kernel/actor.ts';
import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { done } from '#app/kernel/outcome.ts';
import { foundPartner } from '#app/people/commands/found-partner.server.ts';
import { introducePerson } from '#app/people/commands/introduce-person.server.ts';
import { actorOf, partnerStaff } from '#app/people/queries/people.server.ts';
import { type Context, contextOf, type World } from '#app/platform/context.server.ts';
import { type Env, readEnv } from '#app/platform/env.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { createLog } from '#app/platform/log.server.ts';
import { openFileStore } from '#app/platform/open-file-store.server.ts';
import { secretsFromKey } from '#app/platform/secrets.server.ts';
import { openDatabase, openSqlite } from '#db/client.server.ts';

/** Noon in Coventry on an ordinary Monday. */
export const START: Instant = Date.UTC(2026, 2, 2, 12);

let migrated: Buffer | undefined;

/** A world of its own for one test: an in-memory database, a clock that moves when told, and people by name. */
export type TestWorld = World & {
  now(): Instant;
  /** Moves the clock on, or to a moment. */
  pass(ms: number): void;
  moveTo(at: Instant): void;
  /** The context as somebody sees it; null is a visitor. */
  as(personId: Id | null): Context;
  /** Makes a person (or finds her by name) and gives her id. */
  person(name: string): Id;
  /** Makes a partner whose manager and finance people have these names. */
  partner(
    slug: string,
    staff: Readonly<Record<string, readonly DutyName[]>>,
  ): { partnerId: Id; staff: Record<string, Id> };
  actor(personId: Id): Actor;
};

/** Beside no demonstration: what a test writes that names no folder is gone with its process. */
const NOWHERE = join(tmpdir(), `common-pot-test-${process.pid}`);
process.once('exit', () => rmSync(NOWHERE, { recursive: true, force: true }));

export function testWorld(settings: Partial<Record<keyof Env, string>> = {}): TestWorld {
  migrated ??= openDatabase(':memory:').$client.serialize();
  let now = START;
  const db = openDatabase(Buffer.from(migrated));
  const env = readEnv({
    NODE_ENV: 'test',
    LOG_LEVEL: 'silent',
    FFMPEG_PATH: 'off',
    DATA_DIR: NOWHERE,
    ...settings,
  });
  const world: World = {
    db,
    votes: openSqlite(':memory:'),
    clock: () => now,
    env,
    log: createLog('silent'),
    secrets: secretsFromKey(Buffer.alloc(32, 7)),
    files: openFileStore(env),
    newId,
  };
  const as = (personId: Id | null) => contextOf(world, personId === null ? null : actorOf(world, personId));
  const email = (name: string) => `${name.toLowerCase().replace(/[^a-z0-9]+/g, '.')}@people.example`;
  return {
    ...world,
    now: () => now,
    pass: (ms) => {
      now += ms;
    },
    moveTo: (at) => {
      now = at;
    },
    as,
    actor: (personId) => actorOf(world, personId),
    person(name) {
      const context = as(null);
      const made = context.transact((tx) => done(introducePerson(tx, context, { name, email: email(name) })));
      return made.ok ? made.value : '';
    },
    partner(slug, staff) {
      const partnerId = foundPartner(as(null), {
        slug,
        name: slug,
        email: `office@${slug}.example`,
        staff: Object.entries(staff).map(([name, duties]) => ({ name, email: email(name), duties })),
      });
      return {
        partnerId,
        staff: Object.fromEntries(partnerStaff(as(null), partnerId).map((row) => [row.name, row.personId])),
      };
    },
  };
}
