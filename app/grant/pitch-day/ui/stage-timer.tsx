import type { Instant } from '#app/kernel/instant.ts';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';

/** Warns in words as well as in colour. Without scripts it says how long a pitch is. */
export function StageTimer(props: { seconds: number; startedAt: Instant | null }) {
  const { words, language } = useWords();
  const { pitchDay } = words;
  const clock = `${Math.floor(props.seconds / 60)}:${String(props.seconds % 60).padStart(2, '0')}`;
  if (props.startedAt === null) {
    return <p className="middle">{say(language, pitchDay.stageTimerReady, { time: clock })}</p>;
  }
  return (
    <p
      className="stage-timer"
      data-timer-started={props.startedAt}
      data-timer-seconds={props.seconds}
      data-left={pitchDay.stageTimeLeft}
      data-soon={pitchDay.stageTimerSoon}
      data-over={pitchDay.stageTimerOver}
      data-state="left"
    >
      <span data-digits dir="ltr">
        {clock}
      </span>
      <span className="middle" role="status" data-words>
        {pitchDay.stageTimeLeft}
      </span>
    </p>
  );
}
