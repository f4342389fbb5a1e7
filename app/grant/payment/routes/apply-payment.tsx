import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, signedIn } from '#app/people/request.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Page } from '#app/ui/page.tsx';
import { Facts, Notice } from '#app/ui/pieces.tsx';
import { titled } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { yourMoney } from '../queries/your-money.server.ts';
import { TrancheList } from '../ui/tranche-list.tsx';

export const meta: MetaFunction = () => titled(wordsIn('en').words.payment.yourTitle);

const DONE = ['details', 'unchanged'] as const;

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const applicationId = params.applicationId ?? '';
  const asked = new URL(request.url).searchParams.get('done');
  return {
    applicationId,
    money: found(yourMoney(signedIn(context, request), applicationId)),
    done: DONE.find((name) => name === asked) ?? null,
  };
}

export default function ApplyPayment() {
  const { words, language } = useWords();
  const { payment } = words;
  const { applicationId, money, done } = useLoaderData<typeof loader>();
  const { payee } = money;
  return (
    <Page
      back={paths.applyStanding({ applicationId })}
      backLabel={money.title}
      overline={money.title}
      title={payment.yourTitle}
      lead={payment.yourLead}
    >
      {done !== null && (
        <Notice tone="good" live>
          {payment.done[done]}
        </Notice>
      )}
      {money.tranches.length === 0 ? (
        <Notice>{say(language, payment.yourNotBooked, { partner: money.partnerName })}</Notice>
      ) : (
        <TrancheList
          tranches={money.tranches}
          heldUntil={money.heldUntil}
          partnerName={money.partnerName}
          timeZone={money.timeZone}
        />
      )}
      <section>
        <h2>{payment.yourDetails}</h2>
        {payee === null && <p>{payment.yourNoDetails}</p>}
        {payee?.kind === 'bank' && (
          <Facts
            facts={[
              [payment.accountName, <bdi key="name">{payee.name}</bdi>],
              [payment.accountNumber, <bdi key="masked">{payee.masked}</bdi>],
            ]}
          />
        )}
        {payee?.kind === 'other' && (
          <p className="prewrap" dir="auto">
            {payee.description}
          </p>
        )}
        <p>
          <ButtonLink look={payee === null ? 'first' : 'second'} to={paths.applyPaymentDetails({ applicationId })}>
            {payee === null ? payment.addDetails : payment.changeDetails}
          </ButtonLink>
        </p>
        <p className="soft">{payment.detailsChanged}</p>
        <p className="soft">{payment.noPapers}</p>
      </section>
    </Page>
  );
}
