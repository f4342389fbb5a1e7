import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { Button } from '#app/ui/button.tsx';
import { Choices } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import { Page } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/pieces.tsx';
import { readForm } from '#app/ui/read-form.ts';
import { titled } from '#app/ui/titled.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { setDigest } from '../commands/set-digest.server.ts';
import { digestForm } from '../forms.ts';
import { myDigest } from '../queries/my-digest.server.ts';
import { RHYTHMS } from '../rules/digest.ts';

export const meta: MetaFunction = () => titled(wordsIn('en').words.digest.title);

export function loader({ request, context }: LoaderFunctionArgs) {
  const isSaved = new URL(request.url).searchParams.has('saved');
  return { ...found(myDigest(signedIn(context, request))), isSaved };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  found(myDigest(portal));
  const form = await readForm(request, digestForm);
  if (!form.ok) return form.response;
  if (!setDigest(portal, form.value.rhythm).ok) notFound();
  throw redirect(`${paths.staffNews()}?saved`, 303);
}

export default function StaffNews() {
  const { words } = useWords();
  const { rhythm, isSaved } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const text = words.digest;
  return (
    <Page title={text.title} lead={text.lead} back={paths.staff()} backLabel={words.reporting.boardTitle}>
      {isSaved && <Notice tone="good">{text.saved}</Notice>}
      <Form reply={reply} values={{ rhythm }}>
        <Choices
          type="radio"
          name="rhythm"
          label={text.question}
          hint={text.always}
          choices={RHYTHMS.map((one) => ({ value: one, label: text.rhythms[one] }))}
        />
        <Button>{text.save}</Button>
      </Form>
    </Page>
  );
}
