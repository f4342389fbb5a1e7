import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
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
import { confirmPhone } from '../commands/confirm-phone.server.ts';
import { forgetPhone } from '../commands/forget-phone.server.ts';
import { requestPhoneCode } from '../commands/request-phone-code.server.ts';
import { codeForm, phoneForm } from '../forms.ts';
import { myPhone } from '../queries/my-phone.server.ts';
import { notFound, signedIn } from '../request.server.ts';

export const handle: ScreenHandle = { isTranslated: true };

export const meta: MetaFunction = ({ matches }) => titled(wordsFor(matches).words.phone.title);

export function loader({ request, context }: LoaderFunctionArgs) {
  return myPhone(signedIn(context, request));
}

export async function action({ request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const { phone, people } = wordsIn(portal.language).words;
  const formData = await request.formData();
  const intent = formData.get('intent');
  if (intent === 'forget') {
    forgetPhone(portal);
  } else if (intent === 'confirm') {
    const form = await readForm(formData, codeForm(portal.language));
    if (!form.ok) return form.response;
    const outcome = confirmPhone(portal, form.value.code);
    const reason = outcome.ok ? null : outcome.reason;
    if (reason === 'not-signed-in') notFound();
    if (reason !== null) return form.refuse(null, { code: people.refusals[reason] });
  } else {
    const form = await readForm(formData, phoneForm(portal.language));
    if (!form.ok) return form.response;
    const outcome = requestPhoneCode(portal, form.value.number);
    const reason = outcome.ok ? null : outcome.reason;
    if (reason === 'not-signed-in') notFound();
    if (reason !== null) return form.refuse(null, { number: phone.refusals[reason] });
  }
  throw redirect(paths.yourPhone(), 303);
}

export default function YourPhone() {
  const { words, language } = useWords();
  const { canText, state, number } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const text = words.phone;
  const shown = number === null ? '' : `\u2068${number}\u2069`;
  return (
    <Page title={text.title} lead={canText ? text.lead : text.none}>
      {state === 'confirmed' && (
        <Notice tone="good">
          <p>{say(language, text.confirmed, { number: shown })}</p>
          <p>{text.what}</p>
        </Notice>
      )}
      {canText && state === 'waiting' && (
        <Form reply={reply}>
          <p>{say(language, text.waiting, { number: shown })}</p>
          <TextField name="code" inputMode="numeric" autoComplete="one-time-code" label={text.code} />
          <Button name="intent" value="confirm">
            {text.confirm}
          </Button>
        </Form>
      )}
      {canText && state !== 'confirmed' && (
        <Form reply={reply}>
          {state === 'waiting' && <h2>{text.other}</h2>}
          <TextField name="number" type="tel" autoComplete="tel" dir="ltr" label={text.number} hint={text.numberHint} />
          <Button name="intent" value="ask">
            {text.ask}
          </Button>
        </Form>
      )}
      {state !== 'none' && (
        <Form>
          <Button name="intent" value="forget" look="second">
            {text.forget}
          </Button>
        </Form>
      )}
    </Page>
  );
}
