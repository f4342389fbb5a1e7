import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { StageResult as Result, StageView } from '../queries/stage-view.server.ts';
import { sharedPlace } from '../rules/shared-place.ts';

type Poll = NonNullable<StageView['poll']>;

/** Who comes first, with the rule in a sentence beside it. */
export function StageResult({ poll, result }: { poll: Poll; result: Result }) {
  const { words, language } = useWords();
  const { pitchDay } = words;
  const isOpen = result.winners === null;
  const { room } = poll;
  return (
    <>
      <h1 className="middle">{isOpen ? pitchDay.stageCounted : pitchDay.stageResult}</h1>
      {room === null ? (
        // Fewer may be elected than there are seats, and while a tie waits nobody is yet.
        !(poll.isRanked && isOpen) && (
          <p>
            {poll.isRanked
              ? say(language, words.rankedVote.stage, { seats: result.winners?.length ?? 0 })
              : say(language, pitchDay.stageRule, { seats: poll.seats })}
          </p>
        )
      ) : (
        <RoomRule room={room} result={result} />
      )}
      {isOpen && (
        <p className="notice warn">
          {say(language, room === null ? pitchDay.stageTie : words.roomShares.stageWaits, { source: poll.tieSource })}
        </p>
      )}
      <ol className="stage-bars">
        {result.options.map((option, index) => {
          const isFirst = option.wins && (room === null || option.hasSupport);
          const place = room === null ? placeOf(poll, result, index) : option.wins && !option.hasSupport ? '*' : '';
          return (
            <li key={option.id} className={isFirst ? 'wins' : undefined}>
              <span>{isFirst ? `✓ ${place}`.trim() : place}</span>
              <span dir="auto">{option.title}</span>
              <data value={option.approvals}>
                {say(language, poll.isRanked ? words.rankedVote.stageNamed : pitchDay.stageVotes, {
                  count: option.approvals,
                })}
                {poll.apart.some(({ options }) => options !== null) && (
                  <small dir="ltr">{votesBeside(poll.apart, option.id)}</small>
                )}
              </data>
            </li>
          );
        })}
      </ol>
      {room !== null && !isOpen && <RoomRest room={room} result={result} />}
      <Beside apart={poll.apart} />
    </>
  );
}

/** Equal votes, equal place. Where groups are put in order, only whoever is elected has one: to be named puts nobody before another. */
function placeOf(poll: Poll, { options }: Result, index: number): string {
  const option = options[index];
  if (option === undefined || (poll.isRanked && !option.wins)) return '';
  return String(poll.isRanked ? index + 1 : sharedPlace(options, option));
}

type OfRoom = { room: NonNullable<Poll['room']>; result: Result };

/** What the room did, where anything is settled; else what it does. */
function RoomRule({ room, result }: OfRoom) {
  const { words, language, money } = useWords();
  const { roomShares } = words;
  const rule = result.paidMinor > 0 ? roomShares.stage : roomShares.stageShares;
  return (
    <p>
      {say(language, rule, { pot: money(room.potMinor, room.currency) })}{' '}
      {result.winners?.length === 0 && roomShares.stageNobody}
    </p>
  );
}

/** Who had the money and too few votes, and what becomes of all that is not paid. */
function RoomRest({ room, result }: OfRoom) {
  const { words, language, money } = useWords();
  const { roomShares } = words;
  const left = room.potMinor - result.paidMinor;
  return (
    <>
      {result.options.some(({ wins, hasSupport }) => wins && !hasSupport) && (
        <p>{say(language, roomShares.stageBelow, { percent: result.minimumSupportPercent })}</p>
      )}
      {left > 0 && <p>{say(language, roomShares.stageLeft, { left: money(left, room.currency) })}</p>}
    </>
  );
}

/** What decided nothing, in small beside what did: which letter is who, and how many they are. */
function Beside({ apart }: { apart: Poll['apart'] }) {
  const { words, language } = useWords();
  const { openVote } = words;
  if (apart.length === 0) return null;
  const whose = apart.map(({ level, ballots, options }) =>
    say(language, options === null && ballots > 0 ? openVote.stageWhoFew : openVote.stageWho, {
      name: openVote.apart[level],
      ballots,
    }),
  );
  return (
    <p className="stage-beside">
      {apart.some(({ options }) => options !== null) && openVote.stageBeside} {whose.join(' ')}
    </p>
  );
}

/** The votes of levels that decide nothing for one group, by the letter of each. */
function votesBeside(apart: Poll['apart'], optionId: string): string {
  const votes = apart.flatMap(({ level, options }) => {
    const option = options?.find(({ id }) => id === optionId);
    return option === undefined ? [] : [`${level} ${option.approvals}`];
  });
  return votes.join(' · ');
}
