import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, signedIn } from '#app/people/request.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Page } from '#app/ui/page.tsx';
import { Notice, Written } from '#app/ui/pieces.tsx';
import type { ScreenHandle } from '#app/ui/screen-handle.ts';
import { titled, wordsFor } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import { myApplication } from '../queries/my-application.server.ts';
import { entryWaiting } from '../queries/waiting-entries.server.ts';
import { myAnswers } from '../ui/my-answers.ts';
import { OfCall } from '../ui/of-call.tsx';
import { Reopened, Unsent } from '../ui/reopened.tsx';
import { Tasks } from '../ui/tasks.tsx';
import { WholeApplication } from '../ui/whole-application.tsx';

export const handle: ScreenHandle = { isTranslated: true };

export const meta: MetaFunction = ({ matches }) => titled(wordsFor(matches).words.application.taskTitle);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const portal = signedIn(context, request);
  const applicationId = params.applicationId ?? '';
  // Letters lead here: whoever it waits for beside a draft of their own says first what becomes of it.
  if (entryWaiting(portal, applicationId) !== null) throw redirect(paths.applyConfirm({ applicationId }));
  const isSentAgain = new URL(request.url).searchParams.get('done') === 'again';
  return { mine: found(myApplication(portal, applicationId)), isSentAgain };
}

/** The task list while it is a draft; afterwards what was sent, to read. */
export default function Application() {
  const { mine } = useLoaderData<typeof loader>();
  return mine.state === 'draft' ? <Tasks mine={mine} /> : <Frozen />;
}

function Frozen() {
  const { words, language, deadline } = useWords();
  const { mine, isSentAgain } = useLoaderData<typeof loader>();
  const text = words.application;
  const when = (at: number | null) => deadline(at ?? 0, mine.call.timeZone);
  return (
    <Page
      back={paths.apply()}
      backLabel={text.mineTitle}
      overline={<OfCall title={mine.call.title} reference={mine.reference} />}
      title={
        mine.details.title === '' ? (
          text.untitled
        ) : (
          <Written as="span" text={mine.details.title} lang={mine.details.language} />
        )
      }
    >
      {isSentAgain && (
        <Notice tone="good" live>
          <p>{words.reopening.againDone}</p>
        </Notice>
      )}
      <Notice tone={mine.state === 'submitted' ? 'good' : 'plain'}>
        <p>
          {mine.state === 'submitted'
            ? say(language, mine.reopening === null ? text.readSent : text.submittedAt, {
                when: when(mine.submittedAt),
              })
            : say(language, text.readWithdrawn, { when: when(mine.withdrawnAt) })}
        </p>
      </Notice>
      <Reopened mine={mine} />
      <Unsent mine={mine} />
      <WholeApplication
        details={mine.standingDetails}
        currency={mine.call.currency}
        answers={myAnswers(mine.questions, mine.call.currency)}
      />
      <div className="row no-print foot-links">
        <a href={paths.applyStanding({ applicationId: mine.id })}>{words.standing.standingTitle}</a>
        <ButtonLink look="second" to={paths.applyPrint({ applicationId: mine.id })}>
          {text.taskPrint}
        </ButtonLink>
        {mine.canCarry && <a href={paths.applyCarry({ applicationId: mine.id })}>{words.carrying.link}</a>}
        {mine.role === 'owner' && <a href={paths.applySafety({ applicationId: mine.id })}>{words.safety.link}</a>}
        {mine.state !== 'withdrawn' && <a href={paths.applyTeam({ applicationId: mine.id })}>{words.team.link}</a>}
        {mine.state === 'submitted' && !mine.isSettled && mine.maySign && (
          <ButtonLink look="link" to={paths.applyWithdraw({ applicationId: mine.id })}>
            {text.taskWithdraw}
          </ButtonLink>
        )}
      </div>
    </Page>
  );
}
