import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { Button } from '#app/ui/button.tsx';
import { Choices, Select, TextArea, TextField } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import { Page } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/pieces.tsx';
import { readForm, refusal } from '#app/ui/read-form.ts';
import { titled } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { removeCheckItem } from '../commands/remove-check-item.server.ts';
import { saveCheckItem } from '../commands/save-check-item.server.ts';
import { checkItemForm, STATEMENT_CHARACTERS_MAX } from '../forms/self-check-form.ts';
import { callForManager, titlesOfPublished } from '../queries/call-facts.server.ts';
import { CHECK_ROUTES, checkItemFaults, frighteningWords } from '../rules/self-check.ts';
import { RemoveEntry } from '../ui/remove-entry.tsx';

/** The last part of the address of a sentence that is not written yet. */
const NEW = 'new';

export const meta: MetaFunction = () => titled(wordsIn('en').words.selfCheckDesk.listTitle);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const call = found(callForManager(signedIn(context, request), params.callId ?? ''));
  if (call.state === 'published') throw redirect(paths.staffCall({ callId: call.id }));
  const known = call.checkItems.find((item) => item.id === params.itemId);
  if (known === undefined && params.itemId !== NEW) notFound();
  return {
    callId: call.id,
    title: call.title,
    position: known?.position ?? null,
    frightening: frighteningWords(known?.statement ?? ''),
    titles: titlesOfPublished(context.portal),
    values: {
      statement: known?.statement ?? '',
      route: known?.route ?? 'partner',
      otherSlug: known?.otherSlug ?? '',
      advice: known?.advice ?? '',
      link: known?.link ?? '',
    },
  };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const { id: callId } = found(callForManager(portal, params.callId ?? ''));
  const itemId = params.itemId === NEW ? null : (params.itemId ?? '');
  const { callDesk, selfCheckDesk } = wordsIn('en').words;
  const formData = await request.formData();
  if (formData.get('intent') === 'remove' && itemId !== null) {
    const outcome = removeCheckItem(portal, callId, itemId);
    if (outcome.ok) throw redirect(paths.staffCallSelfCheck({ callId }));
    if (outcome.reason === 'not-found') notFound();
    return refusal(callDesk.alreadyPublished);
  }
  const form = await readForm(formData, checkItemForm);
  if (!form.ok) return form.response;
  const outcome = saveCheckItem(portal, callId, itemId, form.value);
  if (outcome.ok) throw redirect(`${paths.staffCallSelfCheck({ callId })}#${outcome.value.itemId}`);
  if (outcome.reason === 'not-found') notFound();
  if (outcome.reason === 'published') return form.refuse(callDesk.alreadyPublished);
  if (outcome.reason === 'too-many-items') return form.refuse(selfCheckDesk.faults[outcome.reason]);
  const { reason } = outcome;
  const field = checkItemFaults(form.value).find(({ fault }) => fault === reason)?.field ?? 'otherSlug';
  return form.refuse(null, { [field]: selfCheckDesk.faults[reason] });
}

export default function StaffCallCheckItem() {
  const { words, language, list } = useWords();
  const { callId, title, position, frightening, titles, values } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const text = words.selfCheckDesk;
  return (
    <Page
      title={position === null ? text.newTitle : say(language, text.itemTitle, { number: position })}
      overline={title}
      back={paths.staffCallSelfCheck({ callId })}
      backLabel={text.listTitle}
    >
      {frightening.length > 0 && (
        <Notice tone="warn" title={text.asksTitle}>
          <p>{say(language, text.asksText, { words: list(frightening) })}</p>
        </Notice>
      )}
      <Form reply={reply} values={values} className="check-item-form">
        <TextField
          name="statement"
          label={text.statement}
          hint={text.statementHint}
          maxLength={STATEMENT_CHARACTERS_MAX}
        />
        <Choices
          type="radio"
          name="route"
          label={text.route}
          choices={CHECK_ROUTES.map((route) => ({ value: route, label: text.routes[route] }))}
        />
        <Select
          name="otherSlug"
          className="for-other-call"
          label={text.otherSlug}
          hint={text.otherSlugHint}
          choices={[
            { value: '', label: text.otherSlugNone },
            ...Object.entries(titles).map(([slug, other]) => ({
              value: slug,
              label: other.title,
              lang: other.language,
            })),
          ]}
        />
        <TextArea name="advice" rows={3} label={text.advice} hint={text.adviceHint} />
        <TextField name="link" type="url" dir="ltr" label={text.linkField} hint={text.linkFieldHint} />
        <Button>{text.save}</Button>
      </Form>
      {position !== null && <RemoveEntry title={text.remove} text={text.removeText} confirm={text.removeDo} />}
    </Page>
  );
}
