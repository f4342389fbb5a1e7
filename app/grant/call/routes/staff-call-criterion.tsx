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
import { removeCriterion } from '../commands/remove-criterion.server.ts';
import { saveCriterion } from '../commands/save-criterion.server.ts';
import { criterionForm } from '../forms.ts';
import { callForManager } from '../queries/call-facts.server.ts';
import { SCORES } from '../rules/criteria.ts';
import { RemoveEntry } from '../ui/remove-entry.tsx';

/** The last part of the address of a criterion that is not written yet. */
const NEW = 'new';

export const meta: MetaFunction = () => titled(wordsIn('en').words.callDesk.criterionListTitle);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const call = found(callForManager(signedIn(context, request), params.callId ?? ''));
  if (call.state === 'published') throw redirect(paths.staffCall({ callId: call.id }));
  if (call.changeOf !== null) throw redirect(paths.staffCallChange({ callId: call.changeOf }));
  const known = call.criteria.find((criterion) => criterion.id === params.criterionId);
  if (known === undefined && params.criterionId !== NEW) notFound();
  return {
    callId: call.id,
    title: call.title,
    position: known?.position ?? null,
    values: {
      name: known?.name ?? '',
      question: known?.question ?? '',
      weightPercent: known?.weightPercent ?? '',
      ...Object.fromEntries((known?.anchors ?? []).map((anchor) => [`anchor${anchor.score}`, anchor.words])),
    },
  };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const { id: callId } = found(callForManager(portal, params.callId ?? ''));
  const criterionId = params.criterionId === NEW ? null : (params.criterionId ?? '');
  const { callDesk: words } = wordsIn('en').words;
  const formData = await request.formData();
  if (formData.get('intent') === 'remove' && criterionId !== null) {
    const outcome = removeCriterion(portal, callId, criterionId);
    if (outcome.ok) throw redirect(paths.staffCallCriteria({ callId }));
    if (outcome.reason === 'not-found') notFound();
    return refusal(words.alreadyPublished);
  }
  const form = await readForm(formData, criterionForm);
  if (!form.ok) return form.response;
  const outcome = saveCriterion(portal, callId, criterionId, form.value);
  if (outcome.ok) throw redirect(`${paths.staffCallCriteria({ callId })}#${outcome.value.criterionId}`);
  if (outcome.reason === 'not-found') notFound();
  if (outcome.reason === 'published') return form.refuse(words.alreadyPublished);
  return form.refuse(words.faults[outcome.reason]);
}

export default function StaffCallCriterion() {
  const { words, language } = useWords();
  const { callId, title, position, values } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const heading =
    position === null
      ? words.callDesk.newCriterionTitle
      : say(language, words.callDesk.criterionTitle, { number: position });
  const anchorLabel = (score: number) => {
    if (score === 1) return words.callDesk.anchorLowest;
    return score === 5 ? words.callDesk.anchorHighest : say(language, words.callDesk.anchorLabel, { score });
  };
  return (
    <Page
      title={heading}
      overline={title}
      back={paths.staffCallCriteria({ callId })}
      backLabel={words.callDesk.criterionListTitle}
    >
      <Form reply={reply} values={values}>
        <TextField
          name="name"
          label={words.callDesk.criterionNameLabel}
          hint={words.callDesk.criterionNameHint}
          maxLength={80}
        />
        <TextField name="question" label={words.callDesk.criterionQuestionLabel} maxLength={300} />
        <TextField
          name="weightPercent"
          short
          inputMode="numeric"
          dir="ltr"
          label={words.callDesk.criterionWeightLabel}
          hint={words.callDesk.criterionWeightHint}
        />
        <h2>{words.callDesk.criterionAnchors}</h2>
        <p className="soft">{words.callDesk.criterionAnchorsHint}</p>
        {SCORES.map((score) => (
          <TextArea key={score} name={`anchor${score}`} rows={2} label={anchorLabel(score)} className="anchor-field" />
        ))}
        <Button>{words.callDesk.criterionSave}</Button>
      </Form>
      {position !== null && (
        <RemoveEntry
          title={words.callDesk.criterionRemove}
          text={words.callDesk.criterionRemoveText}
          confirm={words.callDesk.criterionRemoveDo}
        />
      )}
    </Page>
  );
}
