import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Page } from '#app/ui/page.tsx';
import { Empty } from '#app/ui/pieces.tsx';
import { titled } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { removeCallReply } from '../../call/commands/remove-call-reply.server.ts';
import { callReplies } from '../../call/queries/call-replies.server.ts';
import { helpInbox } from '../queries/help-inbox.server.ts';
import { AskedOfStaff } from '../ui/asked-of-staff.tsx';
import { PublishedReplies } from '../ui/published-replies.tsx';

export const meta: MetaFunction = () => titled(wordsIn('en').words.helpDesk.title);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const portal = signedIn(context, request);
  const inbox = found(helpInbox(portal, params.callId ?? ''));
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

/** Everything in which somebody of a call waits for help, what waits first. */
export default function StaffHelp() {
  const { words, language, dateTime } = useWords();
  const { call, questions, readings, replies } = useLoaderData<typeof loader>();
  const desk = words.helpDesk;
  const at = { callId: call.id };
  const waiting = questions.filter(({ answeredAt }) => answeredAt === null);
  const answered = questions.filter(({ answeredAt }) => answeredAt !== null);
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
        {waiting.length === 0 ? (
          <Empty title={desk.noQuestions} />
        ) : (
          <AskedOfStaff questions={waiting} timeZone={call.timeZone} />
        )}
      </section>
      {readings.length > 0 && (
        <section>
          <h2>{desk.readings}</h2>
          <ul>
            {readings.map(({ id, reference, askedAt }) => (
              <li key={id}>
                <a href={paths.staffReading({ readingId: id })}>
                  {say(language, desk.readingOf, { reference, when: dateTime(askedAt, call.timeZone) })}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {answered.length > 0 && (
        <section>
          <h2>{desk.answered}</h2>
          <AskedOfStaff questions={answered} timeZone={call.timeZone} />
        </section>
      )}
      <PublishedReplies replies={replies} />
    </Page>
  );
}
