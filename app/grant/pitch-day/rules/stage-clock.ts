import { type Instant, SECOND } from '#app/kernel/instant.ts';

/** From here on a speaker should come to the end. */
export const SOON_SECONDS = 30;

/** What is timed on stage: a pitch, or the questions after it. */
export type StageClock = {
  readonly part: 'pitch' | 'questions';
  /** How long it may take. */
  readonly seconds: number;
  /** Null for a pitch that has not begun. */
  readonly startedAt: Instant | null;
};

/** How much is left of it, in whole seconds, and what to warn of. */
export type ClockFace = { readonly secondsLeft: number; readonly state: 'left' | 'soon' | 'over' };

/** Which clock the room sees while a pitch is on stage. */
export function clockOnStage(
  stage: { readonly timerStartedAt: Instant | null; readonly questionsStartedAt: Instant | null },
  lengths: { readonly pitchSeconds: number; readonly questionSeconds: number },
): StageClock {
  return stage.questionsStartedAt === null
    ? { part: 'pitch', seconds: lengths.pitchSeconds, startedAt: stage.timerStartedAt }
    : { part: 'questions', seconds: lengths.questionSeconds, startedAt: stage.questionsStartedAt };
}

/** What a clock shows at a moment; before it has begun, all of its time. A second counts as left until it is over. */
export function clockFace({ seconds, startedAt }: StageClock, now: Instant): ClockFace {
  const passed = startedAt === null ? 0 : (now - startedAt) / SECOND;
  const secondsLeft = Math.max(0, Math.min(seconds, Math.ceil(seconds - passed)));
  if (startedAt === null) return { secondsLeft, state: 'left' };
  return { secondsLeft, state: secondsLeft === 0 ? 'over' : secondsLeft <= SOON_SECONDS ? 'soon' : 'left' };
}

/** "2:05", for a clock of minutes and seconds. */
export function clockDigits(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
