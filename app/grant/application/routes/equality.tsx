import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { TextField } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import { LeaveQuickly } from '#app/ui/leave-quickly.tsx';
import { Page } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/pieces.tsx';
import { refusal, unprocessable } from '#app/ui/read-form.ts';
import type { ScreenHandle } from '#app/ui/screen-handle.ts';
import { titled, wordsFor } from '#app/ui/titled.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { answerEquality } from '../commands/answer-equality.server.ts';
import { deleteEqualityAnswers } from '../commands/delete-equality-answers.server.ts';
import { equalityPage } from '../queries/equality.server.ts';
import { EqualityForm } from '../ui/equality-form.tsx';
import { OfCall } from '../ui/of-call.tsx';

export const handle: ScreenHandle = { isTranslated: true };

export const meta: MetaFunction = ({ matches }) => titled(wordsFor(matches).words.equality.title);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  return found(equalityPage(signedIn(context, request), params.applicationId ?? ''));
}

/** The code is in this one answer and in none after it: nothing that could be read later says whose answers are whose. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const { id } = found(equalityPage(portal, params.applicationId ?? ''));
  const { faults } = wordsIn(portal.language).words.equality;
  const posted = await request.formData();
  const one = (name: string) => {
    const value = posted.get(name);
    return typeof value === 'string' ? value : undefined;
  };
  if (one('intent') === 'delete') {
    const outcome = deleteEqualityAnswers(portal, id, one('code') ?? '');
    if (outcome.ok) return data({ isDeleted: true as const });
    if (outcome.reason === 'not-found') notFound();
    return unprocessable({ message: null, errors: { code: faults[outcome.reason] }, typed: {} });
  }
  const given = one('intent') === 'skip' ? {} : Object.fromEntries([...posted.keys()].map((name) => [name, one(name)]));
  const outcome = answerEquality(portal, id, given);
  if (!outcome.ok) return outcome.reason === 'not-found' ? notFound() : refusal(faults[outcome.reason]);
  if (outcome.value.code === null) throw redirect(paths.applyEquality({ applicationId: id }), 303);
  return data({ code: outcome.value.code });
}

export default function Equality() {
  const { words } = useWords();
  const page = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const text = words.equality;
  const reply = answered !== undefined && 'errors' in answered ? answered : undefined;
  return (
    <Page
      back={paths.applyApplication({ applicationId: page.id })}
      backLabel={text.back}
      overline={<OfCall title={page.callTitle} reference={page.reference} />}
      title={page.isDone ? text.doneTitle : text.title}
      lead={page.isDone ? text.doneText : text.lead}
    >
      <LeaveQuickly />
      {answered !== undefined && 'code' in answered && (
        <div className="receipt">
          <h2>{text.codeTitle}</h2>
          <p>{text.codeText}</p>
          <p className="receipt-reference" dir="ltr">
            {grouped(answered.code)}
          </p>
        </div>
      )}
      {answered !== undefined && 'isDeleted' in answered && (
        <Notice tone="good" live>
          <p>{text.deleted}</p>
        </Notice>
      )}
      {page.isDone ? (
        <>
          <details open={reply !== undefined}>
            <summary>{text.deleteSummary}</summary>
            <Form reply={reply}>
              <input type="hidden" name="intent" value="delete" />
              <TextField name="code" label={text.code} hint={text.codeHint} dir="ltr" short maxLength={40} />
              <Button look="danger">{text.delete}</Button>
            </Form>
          </details>
          <p>
            <ButtonLink to={paths.applyApplication({ applicationId: page.id })}>{text.back}</ButtonLink>
          </p>
        </>
      ) : page.isOver ? (
        <p>{text.faults['too-late']}</p>
      ) : (
        <EqualityForm reply={reply} />
      )}
    </Page>
  );
}

/** Four by four, as people copy it. */
function grouped(code: string): string {
  return (code.toUpperCase().match(/.{1,4}/g) ?? []).join('-');
}
