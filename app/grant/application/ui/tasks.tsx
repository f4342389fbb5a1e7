import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Page } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/pieces.tsx';
import { Reach } from '#app/ui/reach.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { MyApplication } from '../queries/my-application.server.ts';
import { neededParts } from '../rules/progress.ts';
import { mayEdit } from '../rules/team.ts';
import { OfCall } from './of-call.tsx';
import { TaskParts } from './task-parts.tsx';
import { TestNotice } from './test-notice.tsx';

/** What is done and what is left, in any order; at the end, checking and sending. */
export function Tasks({ mine }: { mine: MyApplication }) {
  const { words, language, deadline } = useWords();
  const text = words.application;
  const asked = mine.questions.filter((question) => question.isAsked);
  const { done, all, broughtUp } = neededParts(mine.detailsProgress, asked);
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
      {mine.role !== null && mine.role !== 'owner' && <p>{words.team.yourRoles[mine.role]}</p>}
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
        <progress value={done} max={all} aria-label={text.taskTitle} />
        <span>{say(language, text.tasksDone, { done, all })}</span>
      </p>
      {broughtUp > 0 && <p className="soft">{say(language, text.tasksBroughtUp, { count: broughtUp })}</p>}
      <TaskParts
        detailsProgress={mine.detailsProgress}
        questions={asked}
        toDetails={paths.applyDetails({ applicationId: mine.id })}
        toQuestion={(questionId) => paths.applyQuestion({ applicationId: mine.id, questionId })}
      />
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
      {mine.testOf === null && <Reach contact={mine.call.contact} when="after" />}
    </Page>
  );
}
