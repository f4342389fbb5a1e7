import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { Button } from '#app/ui/button.tsx';
import { TextArea, TextField } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import { Page } from '#app/ui/page.tsx';
import { readForm, refusal } from '#app/ui/read-form.ts';
import { titled } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { removeTerm } from '../commands/remove-term.server.ts';
import { saveTerm } from '../commands/save-term.server.ts';
import { TERM_CHARACTERS_MAX, termForm } from '../forms/term-form.ts';
import { callForManager } from '../queries/call-facts.server.ts';
import { RemoveEntry } from '../ui/remove-entry.tsx';

/** The last part of the address of a word that is not written yet. */
const NEW = 'new';

export const meta: MetaFunction = () => titled(wordsIn('en').words.glossaryDesk.listTitle);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const call = found(callForManager(signedIn(context, request), params.callId ?? ''));
  if (call.state === 'published') throw redirect(paths.staffCall({ callId: call.id }));
  const known = call.terms.find((term) => term.id === params.termId);
  if (known === undefined && params.termId !== NEW) notFound();
  return {
    callId: call.id,
    title: call.title,
    position: known?.position ?? null,
    values: { term: known?.term ?? '', meaning: known?.meaning ?? '' },
  };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const { id: callId } = found(callForManager(portal, params.callId ?? ''));
  const termId = params.termId === NEW ? null : (params.termId ?? '');
  const { callDesk, glossaryDesk } = wordsIn('en').words;
  const formData = await request.formData();
  if (formData.get('intent') === 'remove' && termId !== null) {
    const outcome = removeTerm(portal, callId, termId);
    if (outcome.ok) throw redirect(paths.staffCallGlossary({ callId }));
    if (outcome.reason === 'not-found') notFound();
    return refusal(callDesk.alreadyPublished);
  }
  const form = await readForm(formData, termForm);
  if (!form.ok) return form.response;
  const outcome = saveTerm(portal, callId, termId, form.value);
  if (outcome.ok) throw redirect(`${paths.staffCallGlossary({ callId })}#${outcome.value.termId}`);
  if (outcome.reason === 'not-found') notFound();
  if (outcome.reason === 'published') return form.refuse(callDesk.alreadyPublished);
  if (outcome.reason === 'too-many-terms') return form.refuse(glossaryDesk.faults[outcome.reason]);
  return form.refuse(null, { term: glossaryDesk.faults[outcome.reason] });
}

export default function StaffCallTerm() {
  const { words, language } = useWords();
  const { callId, title, position, values } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const text = words.glossaryDesk;
  return (
    <Page
      title={position === null ? text.newTitle : say(language, text.termTitle, { number: position })}
      overline={title}
      back={paths.staffCallGlossary({ callId })}
      backLabel={text.listTitle}
    >
      <Form reply={reply} values={values}>
        <TextField name="term" label={text.term} hint={text.termHint} maxLength={TERM_CHARACTERS_MAX} />
        <TextArea name="meaning" rows={3} label={text.meaning} hint={text.meaningHint} />
        <Button>{text.save}</Button>
      </Form>
      {position !== null && <RemoveEntry title={text.remove} text={text.removeText} confirm={text.removeDo} />}
    </Page>
  );
}
