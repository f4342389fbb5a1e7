import type { Instant } from '#app/kernel/instant.ts';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import { clockDigits, clockFace, SOON_SECONDS, type StageClock } from '../rules/stage-clock.ts';

/** Warns in words as well as in colour. Without scripts it shows what is left whenever the stage loads again. */
export function StageTimer({ clock, now }: { clock: StageClock; now: Instant }) {
  const { words, language } = useWords();
  const { pitchDay } = words;
  const { secondsLeft, state } = clockFace(clock, now);
  const digits = clockDigits(secondsLeft);
  if (clock.startedAt === null) {
    return <p className="middle">{say(language, pitchDay.stageTimerReady, { time: digits })}</p>;
  }
  const isPitch = clock.part === 'pitch';
  const labels = {
    left: isPitch ? pitchDay.stageTimeLeft : pitchDay.stageQuestionsLeft,
    soon: isPitch ? pitchDay.stageTimerSoon : pitchDay.stageQuestionsSoon,
    over: isPitch ? pitchDay.stageTimerOver : pitchDay.stageQuestionsOver,
  };
  return (
    <p
      className="stage-timer"
      data-timer-started={clock.startedAt}
      data-timer-seconds={clock.seconds}
      data-timer-soon={SOON_SECONDS}
      data-left={labels.left}
      data-soon={labels.soon}
      data-over={labels.over}
      data-state={state}
    >
      <span data-digits dir="ltr">
        {digits}
      </span>
      <span className="middle" role="status" data-words>
        {labels[state]}
      </span>
    </p>
  );
}
