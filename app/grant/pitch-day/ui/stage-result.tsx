import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { StageResult as Result, StageView } from '../queries/stage-view.server.ts';

/** Who comes first, with the rule in a sentence beside it. */
export function StageResult(props: { poll: NonNullable<StageView['poll']>; result: Result }) {
  const { words, language, money } = useWords();
  const { pitchDay } = words;
  const { poll, result } = props;
  return (
    <>
      <h1 className="middle">{pitchDay.stageResult}</h1>
      <p>
        {poll.room === null
          ? say(language, pitchDay.stageRule, { seats: poll.seats })
          : say(language, words.roomShares.stage, { pot: money(poll.room.potMinor, poll.room.currency) })}
      </p>
      {result.winners === null && (
        <p className="notice warn">
          {say(language, poll.room === null ? pitchDay.stageTie : words.roomShares.stageWaits, {
            source: poll.tieSource,
          })}
        </p>
      )}
      <ol className="stage-bars">
        {result.options.map((option, place) => (
          <li key={option.id} className={option.wins ? 'wins' : undefined}>
            <span>{poll.room !== null ? (option.wins ? '✓' : '') : option.wins ? `✓ ${place + 1}` : place + 1}</span>
            <span dir="auto">{option.title}</span>
            <data value={option.approvals}>{say(language, pitchDay.stageVotes, { count: option.approvals })}</data>
          </li>
        ))}
      </ol>
      {poll.room !== null && result.winners !== null && result.costMinor < poll.room.potMinor && (
        <p>
          {say(language, words.roomShares.stageLeft, {
            left: money(poll.room.potMinor - result.costMinor, poll.room.currency),
          })}
        </p>
      )}
    </>
  );
}
