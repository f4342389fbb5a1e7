import type { ReactNode } from 'react';
import { Empty, Notice, Tag, type Tone, Written } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { CheckInCard } from '../queries/mentoring-of.server.ts';
import type { CheckInState } from '../rules/checking-in.ts';

const TONES: Readonly<Record<CheckInState, Tone>> = { 'to-confirm': 'warn', confirmed: 'good', 'not-right': 'bad' };

/** What was said, newest first. */
export function CheckInList(props: {
  checkIns: readonly CheckInCard[];
  timeZone: string;
  action?: (checkIn: CheckInCard) => ReactNode;
}) {
  const { words } = useWords();
  const { mentoring } = words;
  if (props.checkIns.length === 0) return <Empty title={mentoring.checkInsEmpty} />;
  return (
    <ul className="bare stack">
      {props.checkIns.map((checkIn) => (
        <li className="card" key={checkIn.id} id={`check-in-${checkIn.id}`}>
          <CheckIn checkIn={checkIn} timeZone={props.timeZone} />
          {props.action?.(checkIn)}
        </li>
      ))}
    </ul>
  );
}

function CheckIn({ checkIn, timeZone }: { checkIn: CheckInCard; timeZone: string }) {
  const { words, language, date } = useWords();
  const { mentoring } = words;
  const said = [
    { question: mentoring.promised, text: checkIn.promised },
    { question: mentoring.happened, text: checkIn.happened },
    { question: mentoring.changed, text: checkIn.changed },
    { question: mentoring.helpNeeded, text: checkIn.helpNeeded },
  ];
  return (
    <>
      <p className="row apart">
        <strong>{say(language, mentoring.checkInOn, { date: date(checkIn.heldAt, timeZone) })}</strong>
        <Tag tone={TONES[checkIn.state]}>{mentoring.checkInStates[checkIn.state]}</Tag>
      </p>
      {said
        .filter(({ text }) => text !== '')
        .map(({ question, text }) => (
          <div key={question}>
            <h3>{question}</h3>
            <Written text={text} />
          </div>
        ))}
      <h3>{mentoring.feels}</h3>
      <p>{mentoring.feelings[checkIn.feels]}</p>
      {checkIn.milestoneTitle !== null && (
        <p>
          <strong>{say(language, mentoring.saysMet, { title: checkIn.milestoneTitle })}</strong>
        </p>
      )}
      {checkIn.disputeNote !== '' && (
        <Notice tone="bad" title={mentoring.disputeSaid}>
          <Written text={checkIn.disputeNote} />
        </Notice>
      )}
    </>
  );
}
