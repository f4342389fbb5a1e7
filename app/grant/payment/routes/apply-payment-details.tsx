import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { Button } from '#app/ui/button.tsx';
import { Choices, TextArea } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import { Page } from '#app/ui/page.tsx';
import { readForm } from '#app/ui/read-form.ts';
import { titled } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { setPayee } from '../commands/set-payee.server.ts';
import { payeeForm } from '../forms.ts';
import { yourMoney } from '../queries/your-money.server.ts';
import { AccountFields } from '../ui/account-fields.tsx';

export const meta: MetaFunction = () => titled(wordsIn('en').words.payment.detailsTitle);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const applicationId = params.applicationId ?? '';
  const { title, payee, hostName } = found(yourMoney(signedIn(context, request), applicationId));
  // An account number is never sent back to a page: whoever changes it types it anew.
  const known = payee?.kind === 'bank' ? { name: payee.name } : (payee ?? { name: hostName });
  return {
    applicationId,
    title,
    /** The account is proposed in this name; empty once there are details, or where no organisation was named. */
    hostName: payee === null ? hostName : '',
    values: { kind: payee?.kind ?? 'bank', ...known },
  };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const applicationId = params.applicationId ?? '';
  const { awardId } = found(yourMoney(portal, applicationId));
  const form = await readForm(request, payeeForm);
  if (!form.ok) return form.response;
  const outcome = setPayee(portal, awardId, form.value.details, form.value.hasLookedAgain);
  if (!outcome.ok) {
    const { refusals } = wordsIn('en').words.payment;
    if (outcome.reason === 'not-found') notFound();
    if (outcome.reason === 'account-unlikely') return form.refuse(null, { lookedAgain: refusals['account-unlikely'] });
    return form.refuse(refusals[outcome.reason]);
  }
  throw redirect(paths.applyPayment({ applicationId, done: outcome.value === 'set' ? 'details' : 'unchanged' }));
}

export default function ApplyPaymentDetails() {
  const { words, language } = useWords();
  const { payment } = words;
  const { applicationId, title, hostName, values } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page
      back={paths.applyPayment({ applicationId })}
      backLabel={payment.yourTitle}
      overline={title}
      title={payment.detailsTitle}
      lead={payment.detailsLead}
    >
      <Form reply={reply} values={values}>
        <Choices
          type="radio"
          name="kind"
          label={payment.detailsKind}
          choices={[
            { value: 'bank', label: payment.detailsBank, hint: payment.detailsBankHint },
            { value: 'other', label: payment.detailsOther, hint: payment.detailsOtherHint },
          ]}
        />
        <div className="only-bank">
          <AccountFields
            title={payment.accountTitle}
            nameLabel={payment.accountName}
            nameHint={
              hostName === '' ? payment.accountNameHint : say(language, payment.accountHostHint, { host: hostName })
            }
            askAgain={reply?.errors.lookedAgain !== undefined || reply?.typed.lookedAgain !== undefined}
          />
        </div>
        <div className="only-other">
          <TextArea name="description" rows={3} label={payment.otherDescription} hint={payment.otherDescriptionHint} />
        </div>
        <p className="soft">{payment.detailsChanged}</p>
        <p className="soft">{payment.noPapers}</p>
        <Button>{payment.saveDetails}</Button>
      </Form>
    </Page>
  );
}
