import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { CallText } from '#app/ui/call-text.tsx';
import { Page } from '#app/ui/page.tsx';
import { Notice, TaskList, type TaskState } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import { sectionsOf } from '../../call/rules/sections.ts';
import type { MyApplication, MyQuestion } from '../queries/my-application.server.ts';
import type { Progress } from '../rules/progress.ts';
import { mayEdit } from '../rules/team.ts';
import { wayOf } from '../rules/way.ts';
import { NumberedQuestion } from './numbered-question.tsx';
import { OfCall } from './of-call.tsx';
import { TestNotice } from './test-notice.tsx';

const TONES = {
  empty: 'plain',
  started: 'warn',
  done: 'good',
  optional: 'plain',
  'too-long': 'bad',
  unclear: 'bad',
  waiting: 'warn',
  'to-approve': 'warn',
} as const satisfies Record<Progress, TaskState['tone']>;

/** What is done and what is left, in any order; at the end, checking and sending. */
export function Tasks({ mine }: { mine: MyApplication }) {
  const { words, language, deadline } = useWords();
  const text = words.application;
  const state = (progress: Progress): TaskState => ({ label: text.taskStates[progress], tone: TONES[progress] });
  // What may stay empty counts only once it is answered: nobody starts with something done.
  const asked = mine.questions.filter((question) => question.isAsked);
  const parts = [mine.detailsProgress, ...asked.map((question) => question.progress)].filter(
    (progress) => progress !== 'optional',
  );
  const doneCount = parts.filter((progress) => progress === 'done').length;
  const when = deadline(mine.call.closesAt, mine.call.timeZone);
  return (
    <Page
      back={paths.apply()}
      backLabel={text.mineTitle}
      overline={<OfCall title={mine.call.title} reference={mine.reference} />}
      title={text.taskTitle}
      lead={text.taskLead}
    >
      <TestNotice testOf={mine.testOf} />
      {mine.window === 'closed' ? (
        <Notice tone="warn">
          <p>{say(language, text.taskClosed, { when })}</p>
          <p>
            <a href={paths.applyStart({ slug: mine.call.slug })}>{words.entry.haveCode}</a>
          </p>
        </Notice>
      ) : (
        <p>
          <strong>{say(language, mine.lateUntil === null ? text.closesAt : words.entry.lateUntil, { when })}</strong>
        </p>
      )}
      {mine.testOf === null && (
        <p>
          <a href={paths.applyTeam({ applicationId: mine.id })}>{words.team.link}</a>
          {' · '}
          {say(language, words.team.linkHint, { count: mine.team.others })}
          {' · '}
          <a href={paths.applyOthers({ applicationId: mine.id })}>{words.matchMaking.link}</a>
        </p>
      )}
      <p className="row">
        <progress value={doneCount} max={parts.length} aria-label={text.taskTitle} />
        <span>{say(language, text.tasksDone, { done: doneCount, all: parts.length })}</span>
      </p>
      <TaskList
        tasks={[
          {
            key: 'details',
            title: text.taskDetails,
            to: paths.applyDetails({ applicationId: mine.id }),
            state: state(mine.detailsProgress),
          },
        ]}
      />
      {sectionsOf(asked).map((section) => (
        <section key={section.title}>
          <h2>{section.title === '' ? text.taskQuestions : <CallText text={section.title} />}</h2>
          <TaskList
            tasks={section.questions.map((question) => ({
              key: question.id,
              title: <NumberedQuestion question={question} />,
              to: paths.applyQuestion({ applicationId: mine.id, questionId: question.id }),
              hint: <TaskHint question={question} />,
              state: state(question.progress),
            }))}
          />
        </section>
      ))}
      <p>
        {mine.gaps.length === 0
          ? text.taskReady
          : say(language, text.taskLeft, { minutes: Math.max(1, mine.minutesLeft) })}
      </p>
      <ButtonLink big to={paths.applySubmit({ applicationId: mine.id })}>
        {text.taskCheck}
      </ButtonLink>
      <div className="row foot-links">
        {mayEdit(mine.role) && <a href={paths.applyHelp({ applicationId: mine.id })}>{words.help.fromTasks}</a>}
        <a href={paths.applyPrint({ applicationId: mine.id })}>{text.taskPrint}</a>
        {mine.hasEarlierWords && (
          <a href={paths.applyEarlierWords({ applicationId: mine.id })}>{words.carrying.earlierLink}</a>
        )}
        {mine.canCarry && <a href={paths.applyCarry({ applicationId: mine.id })}>{words.carrying.link}</a>}
        {mine.role === 'owner' && <a href={paths.applySafety({ applicationId: mine.id })}>{words.safety.link}</a>}
        {mine.maySign && <a href={paths.applyWithdraw({ applicationId: mine.id })}>{text.taskWithdraw}</a>}
      </div>
    </Page>
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
