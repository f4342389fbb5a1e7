import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { Button } from '#app/ui/button.tsx';
import { Hidden } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import { Page } from '#app/ui/page.tsx';
import { Empty, Notice } from '#app/ui/pieces.tsx';
import { readForm } from '#app/ui/read-form.ts';
import { titled } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { tellEligibility } from '../commands/tell-eligibility.server.ts';
import { tellForm } from '../forms/eligibility-form.ts';
import { eligibilityLetters } from '../queries/eligibility-letters.server.ts';

export const meta: MetaFunction = () => titled(wordsIn('en').words.eligibilityDesk.tellTitle);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const letters = found(eligibilityLetters(signedIn(context, request), params.callId ?? ''));
  const told = new URL(request.url).searchParams.get('done');
  return { ...letters, told: told !== null && /^\d{1,6}$/.test(told) ? Number(told) : null };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const { call, checkEndsAt } = found(eligibilityLetters(portal, params.callId ?? ''));
  const form = await readForm(request, tellForm);
  if (!form.ok) return form.response;
  const told = tellEligibility(portal, call.id, form.value.count);
  if (told.ok) throw redirect(paths.staffEligibilityLetters({ callId: call.id, done: String(told.value) }), 303);
  if (told.reason === 'not-found') notFound();
  const { words, language, deadline } = wordsIn('en');
  const { refusals } = words.eligibilityDesk;
  if (told.reason === 'too-early') {
    return form.refuse(say(language, refusals['too-early'], { when: deadline(checkEndsAt ?? 0, call.timeZone) }));
  }
  if (told.reason === 'number-of-letters-changed') {
    const count = eligibilityLetters(portal, call.id)?.count ?? 0;
    return form.refuse(say(language, refusals['number-of-letters-changed'], { count }));
  }
  return form.refuse(refusals[told.reason]);
}

export default function StaffEligibilityLetters() {
  const { words, language } = useWords();
  const { call, count, notEligible, moreNeeded, afterAll, told } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const text = words.eligibilityDesk;
  const waiting = paths.staffApplications({ callId: call.id, asked: { letter: 'waiting', state: 'submitted' } });
  return (
    <Page
      back={paths.staffApplications({ callId: call.id })}
      backLabel={words.applicationDesk.staffBackToList}
      title={text.tellTitle}
      lead={text.tellLead}
    >
      {told !== null && (
        <Notice tone="good" live>
          <p>{say(language, text.told, { count: told })}</p>
        </Notice>
      )}
      {count === 0 ? (
        <Empty title={text.tellNone} />
      ) : (
        <>
          <ul>
            {notEligible > 0 && <li>{say(language, text.tellNotEligible, { count: notEligible })}</li>}
            {moreNeeded > 0 && <li>{say(language, text.tellMoreNeeded, { count: moreNeeded })}</li>}
            {afterAll > 0 && <li>{say(language, text.tellAfterAll, { count: afterAll })}</li>}
          </ul>
          <p>
            <a href={waiting}>{text.tellCheckFirst}</a>
          </p>
          <Form reply={reply}>
            <Hidden name="count" value={count} />
            <p className="hint">{text.tellOnce}</p>
            <Button>{say(language, text.tellButton, { count })}</Button>
          </Form>
        </>
      )}
    </Page>
  );
}
