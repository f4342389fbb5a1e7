import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound } from '#app/people/request.server.ts';
import { Button } from '#app/ui/button.tsx';
import { CallText } from '#app/ui/call-text.tsx';
import { Choices } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import { Page } from '#app/ui/page.tsx';
import { readForm } from '#app/ui/read-form.ts';
import type { ScreenHandle } from '#app/ui/screen-handle.ts';
import { titled, wordsFor } from '#app/ui/titled.ts';
import { useWords } from '#app/words/use-words.ts';
import { answerSelfCheck } from '../commands/answer-self-check.server.ts';
import { answerName, checkAnswersForm } from '../forms/self-check-form.ts';
import { checkPage } from '../queries/check-page.server.ts';
import { CheckResult } from '../ui/check-result.tsx';
import { StateNotice } from '../ui/state-notice.tsx';

export const handle: ScreenHandle = { isTranslated: true };

export const meta: MetaFunction = ({ matches }) => titled(wordsFor(matches).words.selfCheck.title);

/** A few sentences to answer before starting, for everybody; nobody has to. */
export function loader({ params, context }: LoaderFunctionArgs) {
  return found(checkPage(context.portal, params.slug ?? ''));
}

/** Answers with the page itself: what somebody said about themselves stands in no address and no log. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const page = found(checkPage(context.portal, params.slug ?? ''));
  const form = await readForm(request, checkAnswersForm(page.items.length, context.portal.language));
  if (!form.ok) return form.response;
  const outcome = answerSelfCheck(context.portal, page.call.slug, form.value);
  if (!outcome.ok) notFound();
  return { result: { outcome: outcome.value.outcome, missed: outcome.value.missed.map(({ id }) => id) } };
}

export default function CallCheck() {
  const { words } = useWords();
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const text = words.selfCheck;
  if (reply !== undefined && 'result' in reply) return <CheckResult page={page} result={reply.result} />;
  return (
    <Page
      title={text.title}
      overline={<CallText text={page.call.title} />}
      lead={text.lead}
      back={paths.call({ slug: page.call.slug })}
      backLabel={text.back}
    >
      <StateNotice call={page.call} />
      <p>{text.privacy}</p>
      <Form reply={reply}>
        {page.items.map(({ id, statement, position }) => (
          <Choices
            key={id}
            type="radio"
            name={answerName(position)}
            className="said"
            label={<CallText text={statement} />}
            choices={[
              { value: 'yes', label: text.yes },
              { value: 'no', label: text.no },
            ]}
          />
        ))}
        <Button big>{text.done}</Button>
      </Form>
    </Page>
  );
}
