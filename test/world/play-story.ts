import { DAY, type Instant } from '#app/kernel/instant.ts';
import type { Env } from '#app/platform/env.server.ts';
import { story } from '#db/story/index.ts';
import type { AnyCall } from '#db/story/types.ts';
import { type FirstMonday, firstMondayFor, instantOf } from './play/calendar.ts';
import { writeCast } from './play/cast.ts';
import { playApplications, playWithdrawals } from './play/play-applications.ts';
import { playAnswers, playDecision } from './play/play-award.ts';
import { playCall, roundOf } from './play/play-call.ts';
import { playCheckIns, playMatches, playMentors } from './play/play-mentoring.ts';
import { playOpenRound } from './play/play-open-round.ts';
import { playInvitations, playScoring, playShortlist } from './play/play-panel.ts';
import { playBooks, playPayees, playPayRun } from './play/play-payment.ts';
import { playPeople } from './play/play-people.ts';
import { playPlanning, playVote } from './play/play-pitch-day.ts';
import { reaches, type StoryStage } from './play/stages.ts';
import { type StoryWorld, storyWorld } from './play/story-world.ts';

export type Progress = (what: string, done?: number, of?: number) => void;

/** In the whole story the first call is told to its end, while the second is still paying its groups. */
function lastStage(call: AnyCall, until: StoryStage): StoryStage {
  return until === 'mentoring' && call.slug !== 'social-innovation' ? 'payment' : until;
}

/** How many days after the first Monday the last thing of a stage has happened. */
function lastDay(call: AnyCall, until: StoryStage): number {
  const { dates } = call;
  if (until === 'people' || until === 'call') return dates.opens.day + 1;
  if (until === 'applications') return dates.closes.day;
  if (until === 'panel') return dates.closes.day + 5;
  if (until === 'shortlist') return dates.shortlistBy.day + 1;
  if (until === 'pitch-day') return dates.pitchDay.day - 1;
  if (until === 'vote') return dates.pitchDay.day + 1;
  if (until === 'award') return dates.acceptBy.day + 1;
  if (until === 'payment') return dates.acceptBy.day + 14;
  return dates.acceptBy.day + 290;
}

/**
 * Plays the demonstration year through the real commands into an empty folder.
 *
 * @param env    its DATA_DIR is the folder
 * @param until  the last stage that is played, in both calls
 * @param now    the story ends here: its days are counted backwards from it
 */
export async function playStory(
  env: Env,
  until: StoryStage,
  now: Instant,
  onProgress: Progress = () => undefined,
): Promise<void> {
  const world = storyWorld(env, now);
  try {
    playPeople(world);
    for (const call of story.calls) {
      const firstMonday = firstMondayFor(now, lastDay(call, lastStage(call, until)));
      world.beginRound(instantOf(firstMonday, call.dates.opens, call.timeZone) - 15 * DAY);
      await playRound(world, call, firstMonday, until, onProgress);
      world.moveTo(Math.max(world.now(), now));
      await world.keepPromises();
    }
    if (reaches(until, 'mentoring')) playOpenRound(world, now);
    writeCast(world, until);
  } finally {
    world.close();
  }
}

async function playRound(
  world: StoryWorld,
  call: AnyCall,
  firstMonday: FirstMonday,
  until: StoryStage,
  onProgress: Progress,
): Promise<void> {
  if (!reaches(until, 'call')) return;
  onProgress(`${call.title}: the call`);
  playCall(world, call, roundOf(call, firstMonday));
  if (!reaches(until, 'applications')) return;
  await playApplications(world, call, firstMonday, (done, of) => onProgress(`${call.title}: applications`, done, of));
  await playInvitations(world, call);
  if (!reaches(until, 'panel')) return;
  await playWithdrawals(world, call, firstMonday);
  onProgress(`${call.title}: the panel`);
  await playScoring(world, call, firstMonday, reaches(until, 'shortlist') ? 1 : 0.5);
  if (!reaches(until, 'shortlist')) return;
  onProgress(`${call.title}: the shortlist`);
  await playShortlist(world, call, firstMonday);
  if (!reaches(until, 'pitch-day')) return;
  onProgress(`${call.title}: pitch day`);
  const tokens = playPlanning(world, call, firstMonday);
  if (!reaches(until, 'vote')) return;
  await playVote(world, call, firstMonday, tokens);
  if (!reaches(until, 'award')) return;
  onProgress(`${call.title}: the awards`);
  playBooks(world, call);
  await playDecision(world, call, firstMonday);
  const isFinished = lastStage(call, until) === 'mentoring';
  await playAnswers(world, call, isFinished);
  if (!reaches(until, 'payment')) return;
  onProgress(`${call.title}: the money`);
  playPayees(world, call, isFinished);
  const leave = isFinished ? { draft: 0, submitted: 0, approved: 0 } : { draft: 1, submitted: 2, approved: 2 };
  await playPayRun(world, call, leave);
  if (!reaches(until, 'mentoring')) return;
  onProgress(`${call.title}: mentoring`);
  playMentors(world, call);
  if (!isFinished) return;
  await playMatches(world, call);
  await playCheckIns(world, call);
  await playPayRun(world, call, { draft: 1, submitted: 1, approved: 1 });
}
