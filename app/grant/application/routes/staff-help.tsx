import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readPageFrom } from '#app/kernel/paging.ts';
import { paths } from '#app/paths.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { ListPages } from '#app/ui/list-pages.tsx';
import { Page } from '#app/ui/page.tsx';
import { Empty } from '#app/ui/pieces.tsx';
import { titled } from '#app/ui/titled.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { removeCallReply } from '../../call/commands/remove-call-reply.server.ts';
import { callReplies } from '../../call/queries/call-replies.server.ts';
import { helpInbox } from '../queries/help-inbox.server.ts';
import { AskedOfStaff } from '../ui/asked-of-staff.tsx';
import { DraftsToRead } from '../ui/drafts-to-read.tsx';
import { PublishedReplies } from '../ui/published-replies.tsx';

export const meta: MetaFunction = () => titled(wordsIn('en').words.helpDesk.title);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const portal = signedIn(context, request);
  const { searchParams } = new URL(request.url);
  const queue = searchParams.get('show') === 'answered' ? 'answered' : 'waiting';
  const inbox = found(helpInbox(portal, params.callId ?? '', queue, readPageFrom(searchParams)));
  return { ...inbox, replies: callReplies(portal, inbox.call.id) };
}

/** One button: an answer on the page of the call is taken down. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const { call } = found(helpInbox(portal, params.callId ?? ''));
  const replyId = (await request.formData()).get('replyId');
  if (!removeCallReply(portal, call.id, typeof replyId === 'string' ? replyId : '').ok) notFound();
  throw redirect(`${paths.staffHelp({ callId: call.id })}#replies`, 303);
}

/** Everything in which somebody of a call waits for help; what was answered is behind a link. */
export default function StaffHelp() {
  const { helpDesk: desk } = useWords().words;
  const { call, queue, questions, readings, readingsLater, before, after, replies } = useLoaderData<typeof loader>();
  const at = { callId: call.id };
  const show = queue === 'answered' ? { show: queue } : {};
  const to = (asked: Record<string, string>) => paths.staffHelp({ ...at, asked: { ...show, ...asked } });
  const pages = (
    <ListPages
      first={to({})}
      before={before === null ? null : to({ before })}
      after={after === null ? null : to({ after })}
    />
  );
  if (queue === 'answered') {
    return (
      <Page title={desk.answered} back={paths.staffHelp(at)} backLabel={desk.title} overline={call.title}>
        {questions.length === 0 ? (
          <Empty title={desk.noneAnswered} />
        ) : (
          <AskedOfStaff questions={questions} timeZone={call.timeZone} />
        )}
        {pages}
      </Page>
    );
  }
  return (
    <Page title={desk.title} lead={desk.lead} back={paths.staffCall(at)} backLabel={call.title}>
      <p className="row no-print">
        <ButtonLink to={paths.staffHelpTimes(at)} look="second">
          {desk.times}
        </ButtonLink>
        <ButtonLink to={paths.staffHelpLog(at)} look="second">
          {desk.log}
        </ButtonLink>
        <ButtonLink to={paths.staffEnter(at)} look="second">
          {desk.enter}
        </ButtonLink>
      </p>
      <section>
        <h2>{desk.questions}</h2>
        {questions.length === 0 ? (
          <Empty title={desk.noQuestions} />
        ) : (
          <AskedOfStaff questions={questions} timeZone={call.timeZone} />
        )}
        {pages}
        <p>
          <a href={paths.staffHelp({ ...at, asked: { show: 'answered' } })}>{desk.answered}</a>
        </p>
      </section>
      <DraftsToRead readings={readings} later={readingsLater} timeZone={call.timeZone} />
      <PublishedReplies replies={replies} />
    </Page>
  );
}
