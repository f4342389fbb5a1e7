import type { Id } from '#app/kernel/id.ts';
import { CallText } from '#app/ui/call-text.tsx';
import { TaskList, type TaskState } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import { sectionsOf } from '../../call/rules/sections.ts';
import type { MyQuestion } from '../queries/my-application.server.ts';
import type { Progress } from '../rules/progress.ts';
import { wayOf } from '../rules/way.ts';
import { NumberedQuestion } from './numbered-question.tsx';

const TONES = {
  empty: 'plain',
  started: 'warn',
  done: 'good',
  optional: 'plain',
  'too-long': 'bad',
  'too-much': 'bad',
  unclear: 'bad',
  waiting: 'warn',
  'to-approve': 'warn',
} as const satisfies Record<Progress, TaskState['tone']>;

/** The parts of an application under the headings of its call, each with its state and what it takes. */
export function TaskParts(props: {
  detailsProgress: Progress;
  questions: readonly MyQuestion[];
  toDetails: string;
  toQuestion: (questionId: Id) => string;
}) {
  const text = useWords().words.application;
  const state = (progress: Progress): TaskState => ({ label: text.taskStates[progress], tone: TONES[progress] });
  return (
    <>
      <TaskList
        tasks={[{ key: 'details', title: text.taskDetails, to: props.toDetails, state: state(props.detailsProgress) }]}
      />
      {sectionsOf(props.questions).map((section) => (
        <section key={section.title}>
          <h2>{section.title === '' ? text.taskQuestions : <CallText text={section.title} />}</h2>
          <TaskList
            tasks={section.questions.map((question) => ({
              key: question.id,
              title: <NumberedQuestion question={question} />,
              to: props.toQuestion(question.id),
              hint: <TaskHint question={question} />,
              state: state(question.progress),
            }))}
          />
        </section>
      ))}
    </>
  );
}

function TaskHint({ question }: { question: MyQuestion }) {
  const { words, language } = useWords();
  const text = words.application;
  const length = question.required ? say(language, text.taskMinutes, { minutes: question.minutes }) : text.taskOptional;
  const comments =
    question.openComments === 0 ? [] : [say(language, words.team.taskComments, { count: question.openComments })];
  const way = wayOf(question.taken);
  const parts = [...(way === null ? [] : [words.recording.taskWays[way]]), length, ...comments];
  return <span className="task-hint">{parts.join(' · ')}</span>;
}
