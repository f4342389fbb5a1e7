import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, signedIn } from '#app/people/request.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Page } from '#app/ui/page.tsx';
import { Card, Empty, Tag } from '#app/ui/pieces.tsx';
import { titled } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { board } from '../queries/board.server.ts';
import { nextStepOf } from '../ui/next-step.ts';

export const meta: MetaFunction = () => titled(wordsIn('en').words.reporting.boardTitle);

export function loader({ request, context }: LoaderFunctionArgs) {
  return found(board(signedIn(context, request)));
}

export default function Board() {
  const { words, language } = useWords();
  const { calls } = useLoaderData<typeof loader>();
  return (
    <Page title={words.reporting.boardTitle} lead={words.reporting.boardLead}>
      <p className="row">
        <ButtonLink to={paths.staffNewCall()}>{words.reporting.boardNew}</ButtonLink>
        <ButtonLink to={paths.staffOutbox()} look="second">
          {words.reporting.outboxNav}
        </ButtonLink>
        <ButtonLink to={paths.staffBetterWords()} look="second">
          {words.betterWordsDesk.title}
        </ButtonLink>
        <ButtonLink to={paths.staffNews()} look="second">
          {words.digest.link}
        </ButtonLink>
        <ButtonLink to={paths.staffMentors()} look="second">
          {words.mentoring.mentorsTitle}
        </ButtonLink>
      </p>
      {calls.length === 0 ? (
        <Empty />
      ) : (
        <ul className="grid">
          {calls.map((call) => (
            <Card as="li" key={call.id}>
              <p>
                <Tag tone={call.stage === 'open' ? 'good' : 'brand'}>{words.reporting.callStages[call.stage]}</Tag>
              </p>
              <h2>
                <a
                  href={
                    call.stage === 'draft'
                      ? paths.staffCall({ callId: call.id })
                      : paths.staffBoard({ callId: call.id })
                  }
                >
                  {call.title}
                </a>
              </h2>
              <p className="soft">{call.partnerName}</p>
              {call.stage !== 'draft' && (
                <p>
                  {call.stage === 'open'
                    ? say(language, words.reporting.boardCounts, { applications: call.submitted, drafts: call.drafts })
                    : say(language, words.reporting.boardApplications, { count: call.submitted })}
                </p>
              )}
              {call.questionsWaiting > 0 && (
                <p>
                  <a href={paths.staffHelp({ callId: call.id })}>
                    {say(language, words.helpDesk.waiting, { count: call.questionsWaiting })}
                  </a>
                </p>
              )}
              <CallMoment call={call} />
              <p>
                {isBeforeClosing(call.stage) ? words.reporting.boardPrepare : words.reporting.boardNextStep}
                {': '}
                <a href={nextStepOf(call.stage, call.id).to}>
                  {words.reporting[nextStepOf(call.stage, call.id).words]}
                </a>
              </p>
            </Card>
          ))}
        </ul>
      )}
    </Page>
  );
}

type BoardCall = ReturnType<typeof useLoaderData<typeof loader>>['calls'][number];

/** Until it has closed, what comes next comes by itself; its manager can only prepare. */
function isBeforeClosing(stage: BoardCall['stage']): boolean {
  return stage === 'coming' || stage === 'open';
}

function CallMoment({ call }: { call: BoardCall }) {
  const { words, language, deadline } = useWords();
  if (!isBeforeClosing(call.stage)) return null;
  const { boardOpens, boardCloses } = words.reporting;
  return (
    <p>
      {call.stage === 'coming'
        ? say(language, boardOpens, { when: deadline(call.opensAt, call.timeZone) })
        : say(language, boardCloses, { when: deadline(call.closesAt, call.timeZone) })}
    </p>
  );
}
