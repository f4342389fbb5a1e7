import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { Button } from '#app/ui/button.tsx';
import { TextField } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import { Page } from '#app/ui/page.tsx';
import { readForm } from '#app/ui/read-form.ts';
import { titled } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { openBooks } from '../commands/open-books.server.ts';
import { recordFunds } from '../commands/record-funds.server.ts';
import { addFundsForm, openBooksForm } from '../forms.ts';
import { callBooks } from '../queries/call-books.server.ts';
import { AccountFields } from '../ui/account-fields.tsx';

export const meta: MetaFunction = () => titled(wordsIn('en').words.payment.bookFunds);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const { call, funds } = found(callBooks(signedIn(context, request), params.callId ?? ''));
  return { call, isOpen: funds !== null };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const callId = params.callId ?? '';
  const { call, funds } = found(callBooks(portal, callId));
  const { refusals } = wordsIn('en').words.payment;
  if (funds === null) {
    const form = await readForm(request, openBooksForm(call.currency));
    if (!form.ok) return form.response;
    const outcome = openBooks(portal, callId, form.value);
    if (!outcome.ok) {
      if (outcome.reason === 'not-found') notFound();
      if (outcome.reason === 'account-unlikely')
        return form.refuse(null, { lookedAgain: refusals['account-unlikely'] });
      return form.refuse(refusals[outcome.reason]);
    }
  } else {
    const form = await readForm(request, addFundsForm(call.currency));
    if (!form.ok) return form.response;
    const outcome = recordFunds(portal, callId, form.value);
    if (!outcome.ok) {
      if (outcome.reason === 'not-found') notFound();
      if (outcome.reason === 'already-booked') return form.refuse(null, { statementRef: refusals['already-booked'] });
      return form.refuse(refusals[outcome.reason]);
    }
  }
  throw redirect(paths.financeCall({ callId, done: 'booked' }));
}

export default function FinanceFunds() {
  const { words, language, currencyName } = useWords();
  const { payment } = words;
  const { call, isOpen } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page
      back={paths.financeCall({ callId: call.id })}
      backLabel={payment.booksTitle}
      overline={call.title}
      title={isOpen ? payment.addFunds : payment.openBooks}
      lead={isOpen ? payment.fundsLead : payment.fundsOpenLead}
    >
      <Form reply={reply}>
        <TextField
          name="amount"
          short
          inputMode="decimal"
          dir="ltr"
          label={payment.fundsAmount}
          hint={say(language, payment.fundsAmountHint, { currency: currencyName(call.currency) })}
        />
        <TextField name="statementRef" label={payment.fundsStatement} hint={payment.fundsStatementHint} />
        <TextField name="evidence" label={payment.fundsEvidenceLabel} hint={payment.fundsEvidenceHint} />
        {!isOpen && (
          <AccountFields
            title={payment.payerTitle}
            nameLabel={payment.payerName}
            nameHint={payment.payerNameHint}
            askAgain={reply?.errors.lookedAgain !== undefined || reply?.typed.lookedAgain !== undefined}
          />
        )}
        <Button>{payment.bookFunds}</Button>
      </Form>
    </Page>
  );
}
