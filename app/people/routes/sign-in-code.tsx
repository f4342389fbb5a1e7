import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import type { Context } from '#app/platform/context.server.ts';
import { safeNext } from '#app/platform/safe-next.ts';
import { Button } from '#app/ui/button.tsx';
import { TextField } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import { Page } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/pieces.tsx';
import { readForm } from '#app/ui/read-form.ts';
import type { ScreenHandle } from '#app/ui/screen-handle.ts';
import { titled, wordsFor } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { addressAsked, forgetAsked } from '../asked-codes.server.ts';
import { signInWithCode } from '../commands/sign-in-with-code.server.ts';
import { codeForm } from '../forms.ts';
import { demonstrationCode } from '../queries/demonstration.server.ts';
import { personById } from '../queries/people.server.ts';

export const handle: ScreenHandle = { isTranslated: true };

export const meta: MetaFunction = ({ matches }) => titled(wordsFor(matches).words.people.codeTitle);

export function loader({ request, context }: LoaderFunctionArgs) {
  const { email } = asked(context.portal, request);
  return { email, demoCode: demonstrationCode(context.portal, email) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { id, email, cookies } = asked(context.portal, request);
  const form = await readForm(request, codeForm(context.portal.language));
  if (!form.ok) return form.response;
  const outcome = signInWithCode(context.portal, email, form.value.code);
  if (!outcome.ok)
    return form.refuse(null, { code: wordsIn(context.portal.language).words.people.refusals[outcome.reason] });
  const next = safeNext(new URL(request.url).searchParams.get('next'), paths.home());
  const headers = new Headers({ 'Set-Cookie': await context.sessions.start(outcome.value.personId, cookies) });
  headers.append('Set-Cookie', forgetAsked(context.portal, cookies, id));
  const isNamed = personById(context.portal, outcome.value.personId)?.name !== '';
  throw redirect(isNamed ? next : paths.yourName({ next }), { headers });
}

/**
 * The address this window asked a code for.
 *
 * @throws a redirect to where one asks, when this browser asked for none or too long ago
 */
function asked(portal: Context, request: Request) {
  const { searchParams } = new URL(request.url);
  const id = searchParams.get('asked');
  const cookies = request.headers.get('Cookie');
  const email = addressAsked(portal, cookies, id);
  if (email !== null) return { id, email, cookies };
  if (portal.actor !== null) throw redirect(paths.home());
  const next = searchParams.get('next');
  throw redirect(paths.signIn(next === null ? {} : { next }));
}

export default function SignInCode() {
  const { words, language } = useWords();
  const { email, demoCode } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page
      title={words.people.codeTitle}
      lead={say(language, words.people.codeLead, { email })}
      back={paths.signIn()}
      backLabel={words.people.codeAgain}
    >
      {demoCode !== null && <Notice tone="warn">{say(language, words.people.demoCode, { code: demoCode })}</Notice>}
      <Form reply={reply}>
        <TextField
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          dir="ltr"
          short
          label={words.people.code}
          hint={words.people.codeHint}
        />
        <Button>{words.people.codeConfirm}</Button>
      </Form>
    </Page>
  );
}
