import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import { hasReached, type PollState } from './poll-state.ts';

/** What the room sees. */
export type Stage = {
  readonly state: 'planned' | 'running' | 'over';
  readonly screen: 'welcome' | 'pitch' | 'vote' | 'closed' | 'result';
  readonly currentPitchId: Id | null;
  /** Of the pitch; goes on while questions are asked, so that going back finds it as it was. */
  readonly timerStartedAt: Instant | null;
  /** Null while nobody asks questions. */
  readonly questionsStartedAt: Instant | null;
};

/** The facilitator's buttons. */
export const PRESSES = [
  'welcome',
  'previous',
  'next',
  'start-timer',
  'stop-timer',
  'questions',
  'back-to-pitch',
  'show-vote',
  'open-vote',
  'close-vote',
  'reveal',
  'show-result',
] as const;

export type Press = (typeof PRESSES)[number];

export type StageFacts = {
  /** In running order. */
  readonly pitchIds: readonly Id[];
  /** Null before the ballot paper is fixed. */
  readonly poll: PollState | null;
  /** Planned after each pitch; zero for none. */
  readonly questionSeconds: number;
  readonly now: Instant;
};

export type StageRefusal =
  | 'no-more-pitches'
  | 'no-pitch-on-stage'
  | 'no-questions-planned'
  | 'questions-running'
  | 'no-questions-running'
  | 'vote-not-ready'
  | 'vote-not-open'
  | 'vote-not-closed'
  | 'not-revealed';

/** What the room sees after a button was pressed, if it may be pressed now. */
export function pressOnStage(
  stage: Stage,
  press: Press,
  { pitchIds, poll, questionSeconds, now }: StageFacts,
): Outcome<Stage, StageRefusal> {
  const show = (screen: Stage['screen'], changes: Partial<Stage> = {}) =>
    done<Stage>({
      state: stage.state === 'planned' ? 'running' : stage.state,
      screen,
      currentPitchId: null,
      timerStartedAt: null,
      questionsStartedAt: null,
      ...changes,
    });
  const at = (milestone: PollState) => poll !== null && hasReached(poll, milestone);
  switch (press) {
    case 'welcome':
      return show('welcome', { state: stage.state });
    case 'previous':
    case 'next': {
      const pitchId = neighbour(stage.currentPitchId, press, pitchIds);
      return pitchId === null ? refused('no-more-pitches') : show('pitch', { currentPitchId: pitchId });
    }
    case 'start-timer':
    case 'stop-timer':
      if (stage.currentPitchId === null) return refused('no-pitch-on-stage');
      return show('pitch', {
        currentPitchId: stage.currentPitchId,
        timerStartedAt: press === 'start-timer' ? now : null,
      });
    case 'questions':
    case 'back-to-pitch': {
      const asked = questionsOnStage(stage, press, questionSeconds, now);
      return asked.ok ? show('pitch', asked.value) : asked;
    }
    case 'show-vote':
      return at('frozen') && !at('closed') ? show('vote') : refused('vote-not-ready');
    case 'open-vote':
      return poll === 'frozen' ? show('vote') : refused('vote-not-ready');
    // The ballot box may have moved without the stage, when the process died between their two commits: the same
    // button then brings the stage after it. After a lost opening, 'show-vote' does.
    case 'close-vote':
      return poll === 'open' || (poll === 'closed' && stage.screen === 'vote')
        ? show('closed')
        : refused('vote-not-open');
    case 'reveal':
      return poll === 'closed' || (at('revealed') && stage.state !== 'over')
        ? show('result', { state: 'over' })
        : refused('vote-not-closed');
    case 'show-result':
      return at('revealed') ? show('result') : refused('not-revealed');
  }
}

/** The pitch on stage keeps its clock as it is. */
type Asked = Outcome<Pick<Stage, 'currentPitchId' | 'timerStartedAt' | 'questionsStartedAt'>, StageRefusal>;

function questionsOnStage(
  stage: Stage,
  press: 'questions' | 'back-to-pitch',
  questionSeconds: number,
  now: Instant,
): Asked {
  const { currentPitchId, timerStartedAt, questionsStartedAt } = stage;
  if (press === 'back-to-pitch') {
    if (questionsStartedAt === null) return refused('no-questions-running');
    return done({ currentPitchId, timerStartedAt, questionsStartedAt: null });
  }
  if (currentPitchId === null) return refused('no-pitch-on-stage');
  if (questionSeconds === 0) return refused('no-questions-planned');
  // A second press would give the group its time once more.
  if (questionsStartedAt !== null) return refused('questions-running');
  return done({ currentPitchId, timerStartedAt, questionsStartedAt: now });
}

/** Off the stage, `next` means the first pitch and `previous` the last. */
function neighbour(current: Id | null, press: 'previous' | 'next', pitchIds: readonly Id[]): Id | null {
  if (current === null) return (press === 'next' ? pitchIds[0] : pitchIds.at(-1)) ?? null;
  const place = pitchIds.indexOf(current) + (press === 'next' ? 1 : -1);
  return place < 0 ? null : (pitchIds[place] ?? null);
}
