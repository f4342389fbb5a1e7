import { ballotBoxOf } from '#app/grant/pitch-day/ballot-box/ballot-box-of.server.ts';
import { termsOf } from '#app/grant/pitch-day/ballot-box/poll-terms.server.ts';
import { drawOrder } from '#app/grant/pitch-day/commands/arrange-pitches.server.ts';
import { castVote } from '#app/grant/pitch-day/commands/cast-vote.server.ts';
import { conductStage } from '#app/grant/pitch-day/commands/conduct-stage.server.ts';
import { fixBallotPaper } from '#app/grant/pitch-day/commands/fix-ballot-paper.server.ts';
import { makeSheets } from '#app/grant/pitch-day/commands/make-sheets.server.ts';
import { planEvent } from '#app/grant/pitch-day/commands/plan-event.server.ts';
import { certifyVote, countPaper, freezeVote } from '#app/grant/pitch-day/commands/settle-vote.server.ts';
import { typeTieThrow } from '#app/grant/pitch-day/commands/type-tie-throw.server.ts';
import { ownEventOfCall } from '#app/grant/pitch-day/queries/own-event.server.ts';
import { writeBallotBody } from '#app/grant/pitch-day/rules/ballot-body.ts';
import { leafOf } from '#app/grant/pitch-day/rules/leaf.ts';
import type { Press } from '#app/grant/pitch-day/rules/stage.ts';
import { sha256, sha256Hex } from '#app/kernel/digest.ts';
import { toHex } from '#app/kernel/hex.ts';
import type { Id } from '#app/kernel/id.ts';
import { HOUR, MINUTE, SECOND } from '#app/kernel/instant.ts';
import { story } from '#db/story/index.ts';
import type { AnyCall, PitchDayStory } from '#db/story/types.ts';
import { type FirstMonday, instantOf } from './calendar.ts';
import { staffKey } from './play-people.ts';
import { type StoryWorld, told } from './story-world.ts';

function pitchDayOf(call: AnyCall): PitchDayStory {
  const day = story.pitchDays.find((candidate) => candidate.call === call.slug);
  if (day === undefined) throw new Error(`${call.slug} has no pitch day`);
  return day;
}

/** Plans the day, draws the running order, prints the sheets and freezes the vote. The tokens exist only in the answer. */
export function playPlanning(world: StoryWorld, call: AnyCall, firstMonday: FirstMonday): readonly string[] {
  const day = pitchDayOf(call);
  const callId = world.id(call.slug);
  const manager = () => world.as(staffKey(call.partner, 'manager'));
  world.moveTo(world.now() + 2 * HOUR);
  told(
    `planning the pitch day of ${call.slug}`,
    planEvent(manager(), callId, {
      title: call.title,
      place: day.place,
      address: day.address,
      accessNotes: day.access.join('\n'),
      startsAt: instantOf(firstMonday, call.dates.pitchDay, call.timeZone),
      pitchSeconds: day.pitchSeconds,
      tieSource: 'Three dice thrown on stage, in the order thrown',
    }),
  );
  told('drawing the running order', drawOrder(manager(), callId));
  const assets = [{ name: 'booth', sha256: sha256Hex('the booth of the story') }];
  told('fixing the ballot paper', fixBallotPaper(manager(), callId, assets));
  const { tokens } = told('printing the sheets', makeSheets(manager(), callId, day.tokens.printed));
  told('freezing the vote', freezeVote(manager(), callId));
  return tokens;
}

/** The Saturday itself: every pitch on stage, the vote, the count of the paper and the result. */
export async function playVote(
  world: StoryWorld,
  call: AnyCall,
  firstMonday: FirstMonday,
  tokens: readonly string[],
): Promise<void> {
  const day = pitchDayOf(call);
  const callId = world.id(call.slug);
  world.moveTo(instantOf(firstMonday, call.dates.pitchDay, call.timeZone));
  press(world, call, 'welcome');
  for (let place = 0; place < judgedPitches(world, call); place += 1) {
    press(world, call, 'next');
    press(world, call, 'start-timer');
    world.moveTo(world.now() + day.pitchSeconds * SECOND + 2 * MINUTE);
  }
  press(world, call, 'open-vote');
  await castBallots(world, call, tokens);
  world.moveTo(world.now() + 10 * MINUTE);
  press(world, call, 'close-vote');
  const { printed, returned, spoiled } = day.tokens;
  const manager = () => world.as(staffKey(call.partner, 'manager'));
  told(
    'counting the paper',
    countPaper(manager(), callId, { printed, returned, spoiled, countedBy: 'Nahla Sabri', checkedBy: 'Abel Yohannes' }),
  );
  world.moveTo(world.now() + 2 * MINUTE);
  told('reading the dice', typeTieThrow(manager(), callId, '4 1 6'));
  told('reading the dice again', typeTieThrow(world.as(staffKey(call.partner, 'finance-checker')), callId, '4 1 6'));
  press(world, call, 'reveal');
  told('certifying the vote', certifyVote(manager(), callId));
}

function eventOf(world: StoryWorld, call: AnyCall) {
  const own = ownEventOfCall(world.as(staffKey(call.partner, 'manager')), world.id(call.slug));
  if (own === null) throw new Error('a pitch day that was planned is there');
  return own.event;
}

function press(world: StoryWorld, call: AnyCall, button: Press): void {
  const event = eventOf(world, call);
  told(
    `pressing ${button}`,
    conductStage(world.as(staffKey(call.partner, 'manager')), event.id, button, event.version),
  );
}

function judgedPitches(world: StoryWorld, call: AnyCall): number {
  const { pollId } = eventOf(world, call);
  return termsOf(ballotBoxOf(world), pollId ?? '')?.manifest.options.length ?? 0;
}

/** Every ballot of the story, with the randomness of a phone that always falls the same way. */
async function castBallots(world: StoryWorld, call: AnyCall, tokens: readonly string[]): Promise<void> {
  const pollId: Id = eventOf(world, call).pollId ?? '';
  const terms = termsOf(ballotBoxOf(world), pollId);
  if (terms === null) throw new Error('an open poll has its terms');
  const { manifest, manifestHash } = terms;
  const numbers = new Map(manifest.options.map((option, place) => [option.id, place + 1]));
  for (const [place, ballot] of pitchDayOf(call).ballots.entries()) {
    const choices = ballot.map((key) => numbers.get(world.id(key)) ?? 0).sort((one, other) => one - other);
    const body = writeBallotBody({ version: 1, pollId, manifestHash: toHex(manifestHash), level: 'A', choices });
    const r = sha256(`${call.slug} ballot ${place}`).subarray(0, 16);
    const leaf = toHex(leafOf(pollId, manifestHash, r, body));
    told(
      `casting ballot ${place}`,
      await castVote(world.as(null), { pollId, token: tokens[place] ?? '', leaf, r: toHex(r), body }),
    );
    world.moveTo(world.now() + 7 * SECOND);
  }
}
