import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { Button } from '#app/ui/button.tsx';
import { Form } from '#app/ui/form.tsx';
import { Page } from '#app/ui/page.tsx';
import { refusal } from '#app/ui/read-form.ts';
import { titled } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { inviteAgain } from '../commands/invite-again.server.ts';
import { toInviteAgain } from '../queries/to-invite-again.server.ts';

export const meta: MetaFunction = () => titled(wordsIn('en').words.carryingDesk.title);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const { waiting, ...desk } = found(toInviteAgain(signedIn(context, request), params.callId ?? ''));
  return { ...desk, waiting: waiting.length };
}

export function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const callId = params.callId ?? '';
  const outcome = inviteAgain(portal, callId);
  if (outcome.ok) throw redirect(paths.staffInviteAgain({ callId }), 303);
  return outcome.reason === 'not-found' ? notFound() : refusal(wordsIn('en').words.carryingDesk.notOpen);
}

export default function StaffInviteAgain() {
  const { words, language } = useWords();
  const { call, isOpen, waiting, invited } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const text = words.carryingDesk;
  return (
    <Page back={paths.staffCall({ callId: call.id })} backLabel={call.title} title={text.title} lead={text.lead}>
      <p>{say(language, text.waiting, { count: waiting })}</p>
      <p>{say(language, text.invited, { count: invited })}</p>
      {isOpen ? (
        waiting > 0 && (
          <Form reply={reply}>
            <p>{text.sendText}</p>
            <Button>{text.send}</Button>
          </Form>
        )
      ) : (
        <p className="soft">{text.notOpen}</p>
      )}
    </Page>
  );
}
