import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound } from '#app/people/request.server.ts';
import { Button } from '#app/ui/button.tsx';
import { TextField } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import { Page } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/pieces.tsx';
import { readForm } from '#app/ui/read-form.ts';
import type { ScreenHandle } from '#app/ui/screen-handle.ts';
import { titled, wordsFor } from '#app/ui/titled.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { signUpToVote } from '../commands/sign-up-to-vote.server.ts';
import { signUpForms } from '../forms/open-vote-form.ts';
import { stockPage } from '../queries/stock-page.server.ts';
import { NoCodesNow } from '../ui/no-codes-now.tsx';

export const handle: ScreenHandle = { isTranslated: true };

export const meta: MetaFunction = ({ matches }) => titled(wordsFor(matches).words.openVote.signUpTitle);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const { eventId: _, isEmpty: __, ...page } = found(stockPage(context.portal, params.pollId ?? '', 'C'));
  return { page, isReceived: new URL(request.url).searchParams.get('done') === 'received' };
}

/** One answer, whatever the address is: nobody learns who has signed up. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const { portal } = context;
  const { pollId } = found(stockPage(portal, params.pollId ?? '', 'C'));
  const form = await readForm(request, signUpForms(portal.language));
  if (!form.ok) return form.response;
  const signedUp = signUpToVote(portal, pollId, form.value.email);
  if (signedUp.ok) throw redirect(paths.voteSignUp({ pollId, done: 'received' }), 303);
  if (signedUp.reason === 'not-found') notFound();
  return form.refuse(wordsIn(portal.language).words.openVote.refusals[signedUp.reason]);
}

/** A code by e-mail, for whoever has none. */
export default function SignUp() {
  const { openVote: text } = useWords().words;
  const { page, isReceived } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page overline={page.title} title={text.signUpTitle} lead={text.signUpLead}>
      <p>{text.signUpWorth}</p>
      {isReceived && page.standing === 'open' && (
        <Notice tone="good" title={text.signUpReceivedTitle} live>
          <p>{text.signUpReceived}</p>
          <p>{text.signUpReceivedNothing}</p>
        </Notice>
      )}
      {page.standing === 'open' ? (
        <Form reply={reply}>
          <TextField
            name="email"
            type="email"
            dir="ltr"
            autoComplete="email"
            maxLength={254}
            label={text.signUpEmail}
            hint={text.signUpEmailHint}
          />
          <Button big>{text.signUpSend}</Button>
        </Form>
      ) : (
        <NoCodesNow page={{ ...page, standing: page.standing }} />
      )}
    </Page>
  );
}
