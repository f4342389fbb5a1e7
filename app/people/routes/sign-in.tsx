import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { safeNext } from '#app/platform/safe-next.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { TextField } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import { Page } from '#app/ui/page.tsx';
import { readForm } from '#app/ui/read-form.ts';
import type { ScreenHandle } from '#app/ui/screen-handle.ts';
import { titled, wordsFor } from '#app/ui/titled.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { rememberAsked } from '../asked-codes.server.ts';
import { requestSignInCode } from '../commands/request-sign-in-code.server.ts';
import { emailForm } from '../forms.ts';

export const handle: ScreenHandle = { isTranslated: true };

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => {
  const { people } = wordsFor(matches).words;
  const goesOnTo = data?.goesOnTo ?? null;
  if (goesOnTo === null) return titled(people.signInTitle);
  return [...titled(people.goOnTitle), { httpEquiv: 'refresh', content: `0;url=${goesOnTo}` }];
};

export function loader({ request, context }: LoaderFunctionArgs) {
  const next = safeNext(new URL(request.url).searchParams.get('next'), paths.home());
  if (context.portal.actor !== null) throw redirect(next);
  // A browser keeps staff's strict cookie back while a link from another site, such as a mailbox, is followed. Going
  // on from a page of ours shows whether there is one; it says "same-origin" then, so nobody goes round in circles.
  const isFromElsewhere = request.headers.get('Sec-Fetch-Site') === 'cross-site';
  return { goesOnTo: isFromElsewhere && next !== paths.home() ? next : null };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request, emailForm(context.portal.language));
  if (!form.ok) return form.response;
  const outcome = requestSignInCode(context.portal, form.value.email);
  if (!outcome.ok) return form.refuse(wordsIn(context.portal.language).words.people.refusals[outcome.reason]);
  const next = new URL(request.url).searchParams.get('next') ?? undefined;
  const { id, setCookie } = rememberAsked(context.portal, request.headers.get('Cookie'), outcome.value.email);
  throw redirect(paths.signInCode({ asked: id, ...(next === undefined ? {} : { next }) }), {
    headers: { 'Set-Cookie': setCookie },
  });
}

export default function SignIn() {
  const { words } = useWords();
  const reply = useActionData<typeof action>();
  const { goesOnTo } = useLoaderData<typeof loader>();
  if (goesOnTo !== null) {
    return (
      <Page title={words.people.goOnTitle}>
        <ButtonLink to={goesOnTo}>{words.common.continue}</ButtonLink>
      </Page>
    );
  }
  return (
    <Page title={words.people.signInTitle} lead={words.people.signInLead}>
      <Form reply={reply}>
        <TextField
          name="email"
          type="email"
          inputMode="email"
          autoComplete="email"
          dir="ltr"
          label={words.people.email}
          hint={words.people.emailHint}
        />
        <Button>{words.people.sendCode}</Button>
      </Form>
    </Page>
  );
}
