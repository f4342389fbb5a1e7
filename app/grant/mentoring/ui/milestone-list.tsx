import type { ReactNode } from 'react';
import { Empty, Tag } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { MilestoneCard } from '../queries/mentoring-of.server.ts';

/** What was agreed, by due date, each with where it stands. */
export function MilestoneList(props: {
  milestones: readonly MilestoneCard[];
  timeZone: string;
  emptyText?: string;
  action?: (milestone: MilestoneCard) => ReactNode;
}) {
  const { words, language, date } = useWords();
  const { mentoring } = words;
  if (props.milestones.length === 0)
    return <Empty title={mentoring.milestonesEmpty}>{props.emptyText !== undefined && <p>{props.emptyText}</p>}</Empty>;
  return (
    <ol className="tasks">
      {props.milestones.map((milestone) => (
        <li key={milestone.id}>
          <span>
            <strong dir="auto">{milestone.title}</strong>
            <span className="soft block">
              {milestone.signedOffAt === null
                ? say(language, mentoring.due, { date: date(milestone.dueAt, props.timeZone) })
                : say(language, mentoring.metOn, { date: date(milestone.signedOffAt, props.timeZone) })}
            </span>
            {milestone.releasesTranche && milestone.state === 'open' && (
              <span className="soft block">{mentoring.releases}</span>
            )}
          </span>
          <span className="row">
            {props.action?.(milestone)}
            <MilestoneTag milestone={milestone} />
          </span>
        </li>
      ))}
    </ol>
  );
}

function MilestoneTag({ milestone }: { milestone: MilestoneCard }) {
  const { milestoneStates } = useWords().words.mentoring;
  if (milestone.state === 'met') return <Tag tone="good">{milestoneStates.met}</Tag>;
  if (milestone.waitsForSignOff) return <Tag tone="warn">{milestoneStates.waiting}</Tag>;
  return <Tag>{milestoneStates.open}</Tag>;
}
