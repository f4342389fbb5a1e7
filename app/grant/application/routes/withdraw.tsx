import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { TextArea } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import { Page } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/pieces.tsx';
import { readForm } from '#app/ui/read-form.ts';
import type { ScreenHandle } from '#app/ui/screen-handle.ts';
import { titled, wordsFor } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { withdrawApplication } from '../commands/withdraw-application.server.ts';
import { withdrawForm } from '../forms.ts';
import { myApplication } from '../queries/my-application.server.ts';
import { OfCall } from '../ui/of-call.tsx';

export const handle: ScreenHandle = { isTranslated: true };

export const meta: MetaFunction = ({ matches }) => titled(wordsFor(matches).words.application.withdrawTitle);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const { id, reference, state, isSettled, call, details, maySign } = found(
    myApplication(signedIn(context, request), params.applicationId ?? ''),
  );
  if (!maySign) notFound();
  if (state === 'withdrawn' && request.method === 'GET') throw redirect(paths.applyApplication({ applicationId: id }));
  const { title: callTitle, partnerName } = call;
  return { id, reference, state, isSettled, callTitle, partnerName, title: details.title };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const mine = found(myApplication(portal, params.applicationId ?? ''));
  if (!mine.maySign) notFound();
  const form = await readForm(request, withdrawForm(portal.language));
  if (!form.ok) return form.response;
  const outcome = await withdrawApplication(portal, mine.id, form.value.reason);
  if (!outcome.ok) {
    if (outcome.reason === 'not-found') notFound();
    const { words, language } = wordsIn(portal.language);
    const { withdrawRefusals } = words.application;
    return form.refuse(say(language, withdrawRefusals[outcome.reason], { partner: mine.call.partnerName }));
  }
  throw redirect(paths.apply(), 303);
}

export default function Withdraw() {
  const { words, language } = useWords();
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const text = words.application;
  const here = paths.applyApplication({ applicationId: page.id });
  return (
    <Page
      back={here}
      backLabel={text.taskTitle}
      overline={<OfCall title={page.callTitle} reference={page.reference} />}
      title={text.withdrawTitle}
      lead={page.isSettled ? undefined : page.state === 'draft' ? text.withdrawDraft : text.withdrawSubmitted}
    >
      {page.title !== '' && (
        <p>
          <strong dir="auto">{page.title}</strong>
        </p>
      )}
      {page.isSettled ? (
        <Notice tone="warn">
          <p>{say(language, text.withdrawRefusals.settled, { partner: page.partnerName })}</p>
        </Notice>
      ) : (
        <Form reply={reply}>
          <TextArea name="reason" label={text.withdrawReason} hint={text.withdrawReasonHint} rows={3} />
          <div className="row">
            <Button look="danger">{text.withdrawButton}</Button>
            <ButtonLink look="second" to={here}>
              {text.withdrawKeep}
            </ButtonLink>
          </div>
        </Form>
      )}
    </Page>
  );
}
