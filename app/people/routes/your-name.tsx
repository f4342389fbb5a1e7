import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { safeNext } from '#app/platform/safe-next.ts';
import { Button } from '#app/ui/button.tsx';
import { TextField } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import { Page } from '#app/ui/page.tsx';
import { readForm } from '#app/ui/read-form.ts';
import type { ScreenHandle } from '#app/ui/screen-handle.ts';
import { titled, wordsFor } from '#app/ui/titled.ts';
import { useWords } from '#app/words/use-words.ts';
import { setName } from '../commands/set-name.server.ts';
import { nameForm } from '../forms.ts';
import { personById } from '../queries/people.server.ts';
import { notFound, signedIn } from '../request.server.ts';

export const handle: ScreenHandle = { isTranslated: true };

export const meta: MetaFunction = ({ matches }) => titled(wordsFor(matches).words.people.nameTitle);

export function loader({ request, context }: LoaderFunctionArgs) {
  const portal = signedIn(context, request);
  return { name: personById(portal, portal.actor.personId)?.name ?? '' };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const form = await readForm(request, nameForm(portal.language));
  if (!form.ok) return form.response;
  if (!setName(portal, form.value.name).ok) notFound();
  throw redirect(safeNext(new URL(request.url).searchParams.get('next'), paths.home()));
}

export default function YourName() {
  const { words } = useWords();
  const { name } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page title={words.people.nameTitle}>
      <Form reply={reply} values={{ name }}>
        <TextField
          name="name"
          autoComplete="name"
          spellCheck={false}
          label={words.people.name}
          hint={words.people.nameHint}
        />
        <Button>{words.common.continue}</Button>
      </Form>
    </Page>
  );
}
