import { eq } from 'drizzle-orm';
import { ballotBoxOf } from '#app/grant/pitch-day/ballot-box/ballot-box-of.server.ts';
import { pollInTheRoom } from '#app/grant/pitch-day/ballot-box/trial-poll.testing.ts';
import { STOCK_LEVELS } from '#app/grant/pitch-day/rules/level.ts';
import type { Id } from '#app/kernel/id.ts';
import { DAY } from '#app/kernel/instant.ts';
import { event } from '#db/schema/pitch-day.ts';
import { codeStock } from '#db/schema/pitch-day-stock.ts';
import type { StoryWorld } from '../world/play/story-world.ts';

const SIZE = 100;

/**
 * An open vote with codes for anybody, which the story has none of: of a call that has no pitch day in it, so that nothing
 * else changes.
 */
export function openVoteBeside(world: StoryWorld, callId: Id, createdBy: Id): Id {
  const context = world.as(null);
  const { db, now } = context;
  const [eventId, pollId] = [world.newId(), world.newId()];
  const place = { place: 'The Weavers’ Hall', address: '14 Ribbon Lane, Coventry', accessNotes: 'No steps.' };
  const plan = { ...place, title: 'An open vote', startsAt: now, pitchSeconds: 180, tieSource: 'Three dice' };
  const stage = { state: 'running', screen: 'vote' } as const;
  db.insert(event)
    .values({ id: eventId, callId, ...plan, ...stage, version: 1, createdBy, createdAt: now })
    .run();
  db.insert(codeStock)
    .values(STOCK_LEVELS.map((level) => ({ eventId, level, size: SIZE, handed: 0 })))
    .run();
  db.update(event).set({ pollId, version: 2 }).where(eq(event.id, eventId)).run();
  const levels = ['A', ...STOCK_LEVELS] as const;
  const draft = { pollId, title: plan.title, levels, countedLevels: ['A'] as const, closesAt: now + DAY };
  pollInTheRoom({ box: ballotBoxOf(context), draft, tokensPerLevel: SIZE });
  return pollId;
}
