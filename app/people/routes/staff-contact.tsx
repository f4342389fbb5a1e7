import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { Choices, TextArea, TextField } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import { Page } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/pieces.tsx';
import { readForm } from '#app/ui/read-form.ts';
import { titled } from '#app/ui/titled.ts';
import { languageChoices } from '#app/words/language-choices.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { setContact } from '../commands/set-contact.server.ts';
import { contactForm } from '../forms.ts';
import { contactToEdit } from '../queries/contact.server.ts';
import { found, notFound, signedIn } from '../request.server.ts';

export const meta: MetaFunction = () => titled(wordsIn('en').words.reachDesk.title);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const contact = found(contactToEdit(signedIn(context, request), params.partnerId ?? ''));
  return { contact, isSaved: new URL(request.url).searchParams.get('done') === 'saved' };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const { partnerId = '' } = params;
  found(contactToEdit(portal, partnerId));
  const form = await readForm(request, contactForm);
  if (!form.ok) return form.response;
  const outcome = setContact(portal, partnerId, form.value);
  if (outcome.ok) throw redirect(paths.staffContact({ partnerId, done: 'saved' }), 303);
  if (outcome.reason === 'not-found') notFound();
  return form.refuse(wordsIn('en').words.reachDesk.faults[outcome.reason]);
}

/** Where a manager says how people reach the partner. */
export default function StaffContact() {
  const { words, language } = useWords();
  const { contact, isSaved } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const text = words.reachDesk;
  return (
    <Page
      title={say(language, text.titleOf, { partner: contact.partnerName })}
      lead={text.lead}
      back={paths.staffCalls()}
      backLabel={words.callDesk.staffTitle}
    >
      {isSaved && reply === undefined && (
        <Notice tone="good" live>
          <p>{text.saved}</p>
        </Notice>
      )}
      <Form reply={reply} values={{ ...contact, dial: undefined }}>
        <TextField name="email" type="email" inputMode="email" dir="ltr" label={text.email} hint={text.emailHint} />
        <TextField name="phone" type="tel" inputMode="tel" dir="ltr" short label={text.phone} hint={text.phoneHint} />
        <TextField name="phoneHours" label={text.phoneHours} hint={text.phoneHoursHint} maxLength={200} />
        <Choices
          type="checkbox"
          name="phoneLanguages"
          className="many"
          label={text.phoneLanguages}
          choices={languageChoices(contact.phoneLanguages).map(({ value, label, lang }) => ({
            value,
            label: <span lang={lang}>{label}</span>,
          }))}
        />
        <TextArea name="place" rows={3} label={text.place} hint={text.placeHint} />
        <Button big>{text.save}</Button>
      </Form>
    </Page>
  );
}
