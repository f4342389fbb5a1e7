import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { Button } from '#app/ui/button.tsx';
import { Hidden, TextField } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { Page } from '#app/ui/page.tsx';
import { Facts, Notice } from '#app/ui/pieces.tsx';
import { readForm, unprocessable } from '#app/ui/read-form.ts';
import { titled } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { revealPayee, sendRevealCode } from '../commands/reveal-payee.server.ts';
import { revealForm } from '../forms.ts';
import { revealPage } from '../queries/reveal-page.server.ts';
import { writeSortCode } from '../rules/bank-account.ts';
import type { PayeeDetails } from '../rules/payee.ts';

export const meta: MetaFunction = () => titled(wordsIn('en').words.payment.revealTitle);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const isSent = new URL(request.url).searchParams.get('done') === 'code';
  return { page: found(revealPage(signedIn(context, request), params.payoutId ?? '')), isSent };
}

type Reply = { readonly shown: PayeeDetails } | FormReply;

/** Details stand in the answer to the one post that asked for them, and in no address and no store of a browser. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const payoutId = params.payoutId ?? '';
  found(revealPage(portal, payoutId));
  const posted = await request.formData();
  const { payment, people } = wordsIn('en').words;
  if (posted.get('intent') === 'code') {
    const outcome = sendRevealCode(portal, payoutId);
    if (outcome.ok) throw redirect(paths.financePayoutDetails({ payoutId, done: 'code' }), 303);
    if (outcome.reason === 'not-found') return notFound();
    const message =
      outcome.reason === 'too-many-codes' ? people.refusals['too-many-codes'] : payment.refusals[outcome.reason];
    return unprocessable({ message, errors: {}, typed: { intent: ['code'] } });
  }
  const form = await readForm(posted, revealForm);
  if (!form.ok) return form.response;
  const outcome = revealPayee(portal, payoutId, form.value.why, form.value.code);
  if (outcome.ok) return data({ shown: outcome.value }, { headers: { 'Cache-Control': 'no-store' } });
  switch (outcome.reason) {
    case 'not-found':
      return notFound();
    case 'no-code':
    case 'code-expired':
    case 'wrong-code':
    case 'too-many-tries':
      return form.refuse(null, { code: people.refusals[outcome.reason] });
    default:
      return form.refuse(payment.refusals[outcome.reason]);
  }
}

/** Whole bank details, for one look that the group can read about. */
export default function FinancePayoutDetails() {
  const { words, language } = useWords();
  const { payment, people } = words;
  const { page, isSent } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as Reply | undefined;
  const shown = answer !== undefined && 'shown' in answer ? answer.shown : null;
  const reply = answer !== undefined && 'errors' in answer ? answer : undefined;
  const replyTo = (intent: string) => (reply?.typed.intent?.[0] === intent ? reply : undefined);
  return (
    <Page
      back={paths.financePayout({ payoutId: page.payoutId })}
      backLabel={say(language, payment.payoutTitle, { group: page.groupName })}
      title={payment.revealTitle}
      lead={payment.revealLead}
    >
      {page.refusal !== null && <Notice tone="warn">{payment.refusals[page.refusal]}</Notice>}
      {shown !== null && <Shown details={shown} />}
      {shown === null && page.refusal === null && (
        <>
          {page.masked !== null && <p>{say(language, payment.account, { masked: page.masked })}</p>}
          {isSent && reply === undefined && (
            <Notice tone="good" live>
              {payment.revealSent}
            </Notice>
          )}
          {page.demoCode !== null && <Notice>{say(language, people.demoCode, { code: page.demoCode })}</Notice>}
          <Form reply={replyTo('code')}>
            <Hidden name="intent" value="code" />
            <Button look="second">{payment.revealCode}</Button>
          </Form>
          <Form reply={replyTo('show')}>
            <Hidden name="intent" value="show" />
            <TextField name="why" label={payment.reason} hint={payment.revealWhyHint} maxLength={200} />
            <TextField
              name="code"
              short
              inputMode="numeric"
              autoComplete="one-time-code"
              dir="ltr"
              label={people.code}
              hint={people.codeHint}
            />
            <Button>{payment.reveal}</Button>
          </Form>
        </>
      )}
    </Page>
  );
}

function Shown({ details }: { details: PayeeDetails }) {
  const { words, language } = useWords();
  const { payment, payee } = words;
  if (details.kind === 'other') return <p>{say(language, payment.otherWay, { description: details.description })}</p>;
  return (
    <>
      <Notice live>{payment.revealOnce}</Notice>
      <Facts
        facts={[
          [payee.accountName, <bdi key="name">{details.name}</bdi>],
          [payee.sortCode, <bdi key="sort">{writeSortCode(details.sortCode)}</bdi>],
          [payee.accountNumber, <bdi key="number">{details.accountNumber}</bdi>],
          details.host !== undefined && [payment.hostName, <bdi key="host">{details.host.name}</bdi>],
        ]}
      />
    </>
  );
}
