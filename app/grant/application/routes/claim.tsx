import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { signedIn } from '#app/people/request.server.ts';
import { Button } from '#app/ui/button.tsx';
import { TextField } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import { Page } from '#app/ui/page.tsx';
import { readForm } from '#app/ui/read-form.ts';
import type { ScreenHandle } from '#app/ui/screen-handle.ts';
import { titled, wordsFor } from '#app/ui/titled.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { claimEntry } from '../commands/claim-entry.server.ts';
import { claimForm } from '../forms/help-forms.ts';

export const handle: ScreenHandle = { isTranslated: true };

export const meta: MetaFunction = ({ matches }) => titled(wordsFor(matches).words.writtenDown.takeOverTitle);

export function loader({ request, context }: LoaderFunctionArgs) {
  signedIn(context, request);
  return null;
}

export async function action({ request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const form = await readForm(request, claimForm(portal.language));
  if (!form.ok) return form.response;
  const outcome = claimEntry(portal, form.value.entryCode);
  if (outcome.ok) throw redirect(paths.applyConfirm({ applicationId: outcome.value.applicationId }), 303);
  return form.refuse(null, { entryCode: wordsIn(portal.language).words.writtenDown.takeOverRefusals[outcome.reason] });
}

/** A code on paper makes an application one's own. */
export default function Claim() {
  const { words } = useWords();
  const reply = useActionData<typeof action>();
  const text = words.writtenDown;
  return (
    <Page
      back={paths.apply()}
      backLabel={words.application.mineTitle}
      title={text.takeOverTitle}
      lead={text.takeOverLead}
    >
      <Form reply={reply}>
        <TextField name="entryCode" short dir="ltr" spellCheck={false} label={text.code} hint={text.codeHint} />
        <Button big>{text.takeOver}</Button>
      </Form>
    </Page>
  );
}
