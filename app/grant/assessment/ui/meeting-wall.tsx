import type { ReactNode } from 'react';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { MeetingScreen } from '../queries/meeting-screen.server.ts';

type Shown = Extract<MeetingScreen['now'], { kind: 'item' }>;

/** One application at a time, as large as the wall allows. */
export function MeetingWall({ screen, follow }: { screen: MeetingScreen; follow: string }) {
  const { meetingDesk } = useWords().words;
  const { now } = screen;
  return (
    <div className="stage" data-stage={follow}>
      <header>
        <p dir="auto">{screen.call.title}</p>
        <p>{meetingDesk.title}</p>
      </header>
      <main id="main">{now.kind === 'item' ? <OneItem now={now} screen={screen} /> : <Waiting now={now} />}</main>
      <footer>
        {now.kind === 'item' && <VoteLine now={now} />}
        <p role="status" hidden data-lost>
          {meetingDesk.screenLost}
        </p>
      </footer>
    </div>
  );
}

function Waiting({ now }: { now: Exclude<MeetingScreen['now'], Shown> }): ReactNode {
  const { meetingDesk } = useWords().words;
  if (now.kind === 'no-meeting') return <h1>{meetingDesk.screenOver}</h1>;
  if (now.kind === 'leaving')
    return (
      <>
        <h1>{meetingDesk.screenLeaving}</h1>
        <p className="middle">{meetingDesk.screenLeavingText}</p>
      </>
    );
  return (
    <>
      <h1>{now.isBefore ? meetingDesk.screenWelcome : meetingDesk.screenBetween}</h1>
      <p className="middle">{now.isBefore ? meetingDesk.screenWelcomeText : meetingDesk.screenBetweenText}</p>
    </>
  );
}

function OneItem({ now, screen }: { now: Shown; screen: MeetingScreen }) {
  const { words, language, money, list, number } = useWords();
  const { meetingDesk } = words;
  const { item, score } = now;
  return (
    <>
      <p>{item.reference}</p>
      <h1 dir="auto" lang={item.language}>
        {item.title}
      </h1>
      <p className="middle" dir="auto">
        {[item.groupName, item.amountMinor === null ? null : money(item.amountMinor, screen.call.currency)]
          .filter((part) => part !== null)
          .join(' · ')}
      </p>
      <p className="middle" dir="auto" lang={item.language}>
        {item.oneLine}
      </p>
      {now.apart.length > 0 && <p>{say(language, meetingDesk.screenApart, { criteria: list(now.apart) })}</p>}
      {score !== null && score.meanMilli !== null && (
        <p className="middle">
          {score.spreadMilli === null
            ? say(language, meetingDesk.screenScoreOnly, { mean: number(score.meanMilli / 1000, 2) })
            : say(language, meetingDesk.screenScore, {
                mean: number(score.meanMilli / 1000, 2),
                spread: number(score.spreadMilli / 1000, 2),
              })}
        </p>
      )}
    </>
  );
}

function VoteLine({ now: { voting, quorum } }: { now: Shown }) {
  const { words, language } = useWords();
  const { meetingDesk } = words;
  const { count, first } = voting;
  if (count !== null) {
    const result = { yes: count.for, no: count.against, abstain: count.abstain };
    return (
      <p>
        {say(language, meetingDesk.screenResult, result)}{' '}
        {voting.entered > 0 && say(language, meetingDesk.screenEntered, { count: voting.entered })}{' '}
        {first !== null &&
          say(language, meetingDesk.screenFirst, { yes: first.for, no: first.against, abstain: first.abstain })}
      </p>
    );
  }
  if (voting.markedGone > 0) return <p>{meetingDesk.screenMarkedGone}</p>;
  return (
    <p>
      {quorum.isMet
        ? say(language, meetingDesk.screenVotes, { cast: voting.cast, all: voting.mayVote })
        : meetingDesk.screenNoQuorum}{' '}
      {voting.entered > 0 && say(language, meetingDesk.screenEntered, { count: voting.entered })}
    </p>
  );
}
