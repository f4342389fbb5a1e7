import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Page } from '#app/ui/page.tsx';
import { Facts, Notice } from '#app/ui/pieces.tsx';
import { refusal } from '#app/ui/read-form.ts';
import type { ScreenHandle } from '#app/ui/screen-handle.ts';
import { titled, wordsFor } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { askHostAgain } from '../commands/ask-host.server.ts';
import { yourMoney } from '../queries/your-money.server.ts';
import { TrancheList } from '../ui/tranche-list.tsx';
import { YourHostFacts } from '../ui/your-host.tsx';

export const handle: ScreenHandle = { isTranslated: true };

export const meta: MetaFunction = ({ matches }) => titled(wordsFor(matches).words.payee.yourTitle);

const DONE = ['details', 'unchanged', 'host-asked'] as const;

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const applicationId = params.applicationId ?? '';
  const asked = new URL(request.url).searchParams.get('done');
  return {
    applicationId,
    money: found(yourMoney(signedIn(context, request), applicationId)),
    done: DONE.find((name) => name === asked) ?? null,
  };
}

/** The one button here: the host's letter once more. */
export function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const applicationId = params.applicationId ?? '';
  const { awardId } = found(yourMoney(portal, applicationId));
  const outcome = askHostAgain(portal, awardId);
  if (outcome.ok) throw redirect(paths.applyPayment({ applicationId, done: 'host-asked' }), 303);
  if (outcome.reason === 'not-found') notFound();
  return refusal(wordsIn(portal.language).words.payee.refusals[outcome.reason]);
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
    </Page>
  );
}
