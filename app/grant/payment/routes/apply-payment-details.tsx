import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { Button } from '#app/ui/button.tsx';
import { Choices } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import { Page } from '#app/ui/page.tsx';
import { readForm, unprocessable } from '#app/ui/read-form.ts';
import type { ScreenHandle } from '#app/ui/screen-handle.ts';
import { titled, wordsFor } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { setPayee } from '../commands/set-payee.server.ts';
import { payeeForm } from '../forms/payee-form.ts';
import { yourMoney } from '../queries/your-money.server.ts';
import { hostKeeps } from '../rules/host-fee.ts';
import { PAYEE_HOLDERS } from '../rules/payee.ts';
import { AccountFields } from '../ui/account-fields.tsx';
import { HostFields } from '../ui/host-fields.tsx';

export const handle: ScreenHandle = { isTranslated: true };

export const meta: MetaFunction = ({ matches }) => titled(wordsFor(matches).words.payee.title);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const applicationId = params.applicationId ?? '';
  const { title, payee, hostName, amountMinor, currency } = found(yourMoney(signedIn(context, request), applicationId));
  // An account number is never sent back to a page: whoever changes it types it anew.
  return {
    applicationId,
    title,
    award: { amountMinor, currency },
    /** The account is proposed in this name; empty once there are details, or where no organisation was named. */
    hostName: payee === null ? hostName : '',
    values: {
      hostName: payee?.kind === 'bank' ? (payee.host?.name ?? hostName) : hostName,
      hostEmail: payee?.kind === 'bank' ? (payee.host?.email ?? '') : '',
      ...(payee?.kind === 'bank'
        ? { holder: payee.holder ?? '', name: payee.name }
        : { name: payee === null ? hostName : '' }),
    },
  };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const applicationId = params.applicationId ?? '';
  const { awardId, amountMinor, currency } = found(yourMoney(portal, applicationId));
  const form = await readForm(request, payeeForm(portal.language, currency));
  if (!form.ok) return form.response;
  const outcome = setPayee(portal, awardId, form.value.details, form.value.hasLookedAgain);
  if (!outcome.ok) {
    const { refusals, feeSum } = wordsIn(portal.language).words.payee;
    if (outcome.reason === 'not-found') notFound();
    if (outcome.reason === 'account-unlikely') return form.refuse(null, { lookedAgain: refusals['account-unlikely'] });
    if (outcome.reason === 'fee-too-high') return form.refuse(null, { fee: refusals['fee-too-high'] });
    if (outcome.reason !== 'fee-not-agreed') return form.refuse(refusals[outcome.reason]);
    const { host } = form.value.details;
    const keepsMinor = host === undefined ? 0 : hostKeeps(host.fee, amountMinor);
    const { money } = wordsIn(portal.language);
    const feeAgreed = say(portal.language, feeSum, {
      amount: money(amountMinor, currency),
      host: host?.name ?? '',
      keeps: money(keepsMinor, currency),
      gets: money(amountMinor - keepsMinor, currency),
    });
    // A tick that was for other sums is not kept.
    return unprocessable({ message: null, errors: { feeAgreed }, typed: { ...form.typed, feeAgreed: [] } });
  }
  throw redirect(paths.applyPayment({ applicationId, done: outcome.value === 'set' ? 'details' : 'unchanged' }));
}

export default function ApplyPaymentDetails() {
  const { words, language } = useWords();
  const { payee: text } = words;
  const { applicationId, title, award, hostName, values } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page
      back={paths.applyPayment({ applicationId })}
      backLabel={text.yourTitle}
      overline={title}
      title={text.title}
      lead={text.lead}
    >
      <Form reply={reply} values={values}>
        <Choices
          type="radio"
          name="holder"
          label={text.whose}
          choices={PAYEE_HOLDERS.map((value) => ({ value, label: text.holders[value], hint: text.holderHints[value] }))}
        />
        <HostFields reply={reply} amountMinor={award.amountMinor} currency={award.currency} />
        <AccountFields
          title={text.account}
          nameLabel={text.accountName}
          nameHint={hostName === '' ? text.accountNameHint : say(language, text.accountHostHint, { host: hostName })}
          askAgain={reply?.errors.lookedAgain !== undefined || reply?.typed.lookedAgain !== undefined}
        />
        <p className="soft">{text.detailsChanged}</p>
        <p className="soft">{text.noPapers}</p>
        <Button>{text.save}</Button>
      </Form>
    </Page>
  );
}
