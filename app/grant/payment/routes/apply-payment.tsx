import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { codeForm } from '#app/people/forms.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Page } from '#app/ui/page.tsx';
import { Facts, Notice } from '#app/ui/pieces.tsx';
import { readForm, unprocessable } from '#app/ui/read-form.ts';
import type { ScreenHandle } from '#app/ui/screen-handle.ts';
import { titled, wordsFor } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { askHostAgain } from '../commands/ask-host.server.ts';
import { confirmPayee, sendPayeeCode } from '../commands/confirm-payee.server.ts';
import { yourMoney } from '../queries/your-money.server.ts';
import { ConfirmPayee } from '../ui/confirm-payee.tsx';
import { PayeeLooks } from '../ui/payee-looks.tsx';
import { TrancheList } from '../ui/tranche-list.tsx';
import { YourHostFacts } from '../ui/your-host.tsx';

export const handle: ScreenHandle = { isTranslated: true };

export const meta: MetaFunction = ({ matches }) => titled(wordsFor(matches).words.payee.yourTitle);

const DONE = ['details', 'unchanged', 'confirmed', 'code', 'host-asked'] as const;

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const applicationId = params.applicationId ?? '';
  const asked = new URL(request.url).searchParams.get('done');
  return {
    applicationId,
    money: found(yourMoney(signedIn(context, request), applicationId)),
    done: DONE.find((name) => name === asked) ?? null,
  };
}

/** Three buttons: the code from the mailbox, another code, and the host's letter once more. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const applicationId = params.applicationId ?? '';
  const { awardId } = found(yourMoney(portal, applicationId));
  const posted = await request.formData();
  const { payee, people } = wordsIn(portal.language).words;
  const back = (done: (typeof DONE)[number]) => redirect(paths.applyPayment({ applicationId, done }), 303);
  switch (posted.get('intent')) {
    case 'confirm': {
      const form = await readForm(posted, codeForm(portal.language));
      if (!form.ok) return form.response;
      const outcome = confirmPayee(portal, awardId, form.value.code);
      if (outcome.ok) throw back('confirmed');
      return outcome.reason === 'not-found' ? notFound() : form.refuse(null, { code: people.refusals[outcome.reason] });
    }
    case 'code': {
      const outcome = sendPayeeCode(portal, awardId);
      if (outcome.ok) throw back('code');
      if (outcome.reason === 'not-found') return notFound();
      if (outcome.reason === 'nothing-to-confirm') return said('code', payee.refusals['nothing-to-confirm']);
      return said('code', people.refusals[outcome.reason]);
    }
    case 'host': {
      const outcome = askHostAgain(portal, awardId);
      if (outcome.ok) throw back('host-asked');
      return outcome.reason === 'not-found' ? notFound() : said('host', payee.refusals[outcome.reason]);
    }
    default:
      return notFound();
  }
}

/** A refusal that stands beside its own button. */
function said(intent: string, message: string) {
  return unprocessable({ message, errors: {}, typed: { intent: [intent] } });
}

export default function ApplyPayment() {
  const { words, language } = useWords();
  const { payee: text } = words;
  const { applicationId, money, done } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { payee } = money;
  return (
    <Page
      back={paths.applyStanding({ applicationId })}
      backLabel={money.title}
      overline={money.title}
      title={text.yourTitle}
      lead={text.yourLead}
    >
      {done !== null && (
        <Notice tone="good" live>
          {text.done[done]}
        </Notice>
      )}
      {money.tranches.length === 0 ? (
        <Notice>{say(language, text.yourNotBooked, { partner: money.partnerName })}</Notice>
      ) : (
        <TrancheList
          tranches={money.tranches}
          heldUntil={money.heldUntil}
          partnerName={money.partnerName}
          timeZone={money.timeZone}
        />
      )}
      {money.confirming !== null && <ConfirmPayee {...money.confirming} reply={reply} />}
      <section>
        <h2>{text.yourDetails}</h2>
        {payee === null && <p>{text.yourNoDetails}</p>}
        {payee?.kind === 'bank' && (
          <Facts
            facts={[
              payee.holder !== null && [text.holder, text.holders[payee.holder]],
              [text.accountName, <bdi key="name">{payee.name}</bdi>],
              [text.accountNumber, <bdi key="masked">{payee.masked}</bdi>],
            ]}
          />
        )}
        {payee?.kind === 'bank' && payee.host !== null && (
          <YourHostFacts host={payee.host} amountMinor={money.amountMinor} currency={money.currency} reply={reply} />
        )}
        {payee?.kind === 'other' && (
          <p className="prewrap" dir="auto">
            {payee.description}
          </p>
        )}
        <p>
          <ButtonLink look={payee === null ? 'first' : 'second'} to={paths.applyPaymentDetails({ applicationId })}>
            {payee === null ? text.addDetails : text.changeDetails}
          </ButtonLink>
        </p>
        <p className="soft">{text.detailsChanged}</p>
        <p className="soft">{text.noPapers}</p>
      </section>
      <PayeeLooks looks={money.looks} timeZone={money.timeZone} />
    </Page>
  );
}
