import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NO_FILTER } from '#app/grant/application/rules/listing.ts';
import { insertHelp, insertQuestion, writeReply } from '#app/grant/application/store/help.server.ts';
import { findListed } from '#app/grant/application/store/listing.server.ts';
import { insertDraft, markSubmitted, writeAnswer } from '#app/grant/application/store.server.ts';
import type { CallFacts } from '#app/grant/call/queries/call-facts.server.ts';
import type { Id } from '#app/kernel/id.ts';
import { DAY } from '#app/kernel/instant.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { done } from '#app/kernel/outcome.ts';
import { paths } from '#app/paths.ts';
import { foundPartner } from '#app/people/commands/found-partner.server.ts';
import { actorOf, partnerStaff } from '#app/people/queries/people.server.ts';
import { contextOf, type Tx } from '#app/platform/context.server.ts';
import { readEnv } from '#app/platform/env.server.ts';
import { message } from '#db/schema/platform.ts';
import { type StoryWorld, storyWorld } from '#test/world/play/story-world.ts';
import { openCall } from '#test/world/trial-call.ts';
import { type ServerProcess, startServer } from './server-process.ts';

/** A portal with one closed call and so many applications, and its manager's session. */
export type CrowdedPortal = ServerProcess & {
  readonly callId: Id;
  readonly cookie: string;
  /** A row in the middle of the list, in the order of reference. */
  readonly middle: number;
  readonly middleId: Id;
};

/** A few of them, however many there are: what is looked for brings the same number of rows. */
export const RARE = 10;

const ANSWER = 'We meet every Thursday and cook for whoever comes, and we help each other with letters. '.repeat(24);
/** Three long answers each: a thousand words. */
const ANSWERS = 3;
const CITIES = ['Coventry', 'Leeds', 'Bristol', 'Derby', 'Leicester', 'Glasgow', 'Cardiff', 'Luton'];

/**
 * Starts one. Playing ten thousand applications through the commands would take an hour, so they are written with
 * the functions of the store that the commands write with: constraints and triggers judge them all the same.
 */
export async function startCrowdedPortal(applications: number): Promise<CrowdedPortal> {
  const folder = mkdtempSync(join(tmpdir(), 'common-pot-crowded-'));
  const env = readEnv({ DATA_DIR: folder, DEMO: '1', LOG_LEVEL: 'error' });
  const world = storyWorld(env, Date.now() - 40 * DAY);
  const { callId, managerId } = writeApplications(world, applications);
  const order = { sort: 'reference', isDescending: false } as const;
  const half = findListed(world.db, callId, { ...NO_FILTER, hidden: [] }, order, null, applications / 2).at(-1);
  invariant(half !== undefined, 'there is a row in the middle');
  world.close();
  const member = { personId: managerId, name: 'Grace', about: '', startsAt: paths.staff() };
  writeFileSync(join(folder, 'cast.json'), JSON.stringify([{ title: 'Staff', people: [member] }]));
  const server = await startServer(['build/server/index.js'], { DATA_DIR: folder, DEMO: '1', LOG_LEVEL: 'error' });
  return {
    ...server,
    callId,
    middle: half.place,
    middleId: half.applicationId,
    cookie: await signInAs(server.url, managerId),
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function writeApplications(world: StoryWorld, count: number): { callId: Id; managerId: Id } {
  const as = (personId: Id | null) => contextOf(world, personId === null ? null : actorOf(world, personId));
  const staff = [{ name: 'Grace', email: 'grace@crowded.example', duties: ['manager' as const] }];
  const partnerId = foundPartner(as(null), {
    slug: 'crowded',
    name: 'Crowded',
    email: 'office@crowded.example',
    staff,
  });
  const managerId = partnerStaff(as(null), partnerId)[0]?.personId ?? '';
  const call = openCall({ now: world.now, moveTo: world.moveTo, as }, managerId, partnerId);
  const amina = world.meet({ key: 'amina', name: 'Amina', email: 'amina@crowded.example', language: 'en' });
  for (let from = 0; from < count; from += 500) {
    as(null).transact((tx) => {
      for (let place = from; place < Math.min(count, from + 500); place += 1) {
        const id = writeOne(tx, world, call, amina, place);
        writeBesides(tx, world, { id, partnerId, managerId, applicantId: amina }, place);
      }
      return done('written');
    });
  }
  return { callId: call.id, managerId };
}

function writeOne(tx: Tx, world: StoryWorld, call: CallFacts, applicantId: Id, place: number): Id {
  const id = world.newId();
  const isRare = place % 7 === 0 && place < 7 * RARE;
  const now = world.now() + place;
  insertDraft(tx, {
    id,
    callId: call.id,
    applicantId,
    // In no order, as real ones are.
    reference: `SI-${((place * 7_919) % 1_000_003).toString(36).toUpperCase().padStart(6, '0')}`,
    title: `A community ${isRare ? 'lantern' : 'kitchen'} for street ${(place * 31) % 997}`,
    oneLine: 'Every Thursday we cook together and help each other with letters.',
    moneyHolder: '',
    hostName: '',
    groupName: `Neighbours of number ${(place * 17) % 1_009}`,
    theme: call.themes[place % 2] ?? '',
    city: isRare ? 'Hull' : (CITIES[place % CITIES.length] ?? ''),
    amountMinor: 50_000 + ((place * 37) % 2_500) * 100,
    language: place % 5 === 0 ? 'ar' : 'en',
    now,
  });
  for (const { id: questionId } of call.questions.slice(0, ANSWERS)) {
    const saved = { revision: 1, savedAt: now, language: null, savedBy: applicantId };
    writeAnswer(tx, { applicationId: id, questionId, text: ANSWER, words: 384, ...saved });
  }
  markSubmitted(tx, id, now);
  return id;
}

/** A question from each, every other one answered; help for one in ten; and a letter to each. */
function writeBesides(
  tx: Tx,
  world: StoryWorld,
  about: { id: Id; partnerId: Id; managerId: Id; applicantId: Id },
  place: number,
): void {
  const now = world.now() + place;
  const questionId = world.newId();
  const { id: applicationId, partnerId, managerId, applicantId } = about;
  const text = 'May a cook be paid from the money that we ask for?';
  insertQuestion(tx, { id: questionId, applicationId, questionId: null, text, askedBy: applicantId, askedAt: now });
  if (place % 2 === 0) writeReply(tx, questionId, 'Yes, up to half of it.', managerId, now);
  if (place % 10 === 0) {
    insertHelp(tx, { id: world.newId(), applicationId, kind: 'one-to-one', minutes: 20, by: managerId, at: now });
  }
  tx.insert(message)
    .values({
      id: world.newId(),
      promiseId: world.newId(),
      recipient: `group-${place}@crowded.example`,
      subject: 'We have your application',
      html: `<p>${ANSWER}</p>`,
      text: ANSWER,
      secret: false,
      partnerId,
      applicationId,
      state: 'kept',
      writtenAt: now,
      tryAfter: now,
    })
    .run();
}

async function signInAs(url: string, person: Id): Promise<string> {
  const signedIn = await fetch(`${url}${paths.demo()}`, {
    method: 'POST',
    body: new URLSearchParams({ person }),
    headers: { Origin: url },
    redirect: 'manual',
  });
  const cookie = signedIn.headers.getSetCookie()[0]?.split(';', 1)[0];
  invariant(cookie !== undefined, 'the manager can sign in');
  return cookie;
}
