import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { Page } from '#app/ui/page.tsx';
import { Empty, Tag } from '#app/ui/pieces.tsx';
import { readForm } from '#app/ui/read-form.ts';
import { titled } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { liftRestoredStop } from '../commands/lift-restored-stop.server.ts';
import { liftForm } from '../forms.ts';
import { financeDesk } from '../queries/finance-desk.server.ts';
import { DecisionsToConfirm } from '../ui/decisions-to-confirm.tsx';
import { Drifted, Restored } from '../ui/stopped.tsx';
import { WorkList } from '../ui/work-list.tsx';

export const meta: MetaFunction = () => titled(wordsIn('en').words.payment.workTitle);

export function loader({ request, context }: LoaderFunctionArgs) {
  return found(financeDesk(signedIn(context, request)));
}

/** The one button here: payments go on after a restore. */
export async function action({ request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  found(financeDesk(portal));
  const form = await readForm(request, liftForm);
  if (!form.ok) return form.response;
  const lifted = liftRestoredStop(portal, form.value.compared);
  // Somebody else has let them go on meanwhile: the page says how it stands.
  if (!lifted.ok && lifted.reason === 'not-found') return notFound();
  throw redirect(paths.finance());
}

export default function Finance() {
  const { words, language } = useWords();
  const { payment } = words;
  const desk = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const yours = desk.work.filter((item) => item.who === 'yours');
  const others = desk.work.filter((item) => item.who !== 'yours');
  return (
    <Page title={payment.workTitle} lead={payment.workLead}>
      {desk.stop === 'drift' && <Drifted />}
      {desk.stop === 'restored' && <Restored reply={reply} />}
      <DecisionsToConfirm desk={desk} />
      <section>
        <h2>{payment.workYours}</h2>
        {yours.length === 0 ? <Empty title={payment.workYoursNone} /> : <WorkList items={yours} desk={desk} />}
      </section>
      <section>
        <h2>{payment.workOthers}</h2>
        {others.length === 0 ? (
          <p className="soft">{payment.workOthersNone}</p>
        ) : (
          <WorkList items={others} desk={desk} />
        )}
      </section>
      <section>
        <h2>{words.statements.partners}</h2>
        <ul className="bare stack">
          {desk.partners.map((partner) => (
            <li key={partner.id}>
              <a href={paths.financeStatements({ partnerId: partner.id })}>
                {say(language, words.statements.toStatements, { partner: partner.name })}
              </a>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{words.auditing.desksTitle}</h2>
        <ul className="bare stack">
          {desk.partners.map((partner) => (
            <li key={partner.id}>
              <a href={paths.financeAuditors({ partnerId: partner.id })}>
                {say(language, words.auditing.toDesk, { partner: partner.name })}
              </a>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{payment.workCalls}</h2>
        {desk.calls.length === 0 ? (
          <Empty title={payment.workCallsNone} />
        ) : (
          <ul className="grid">
            {desk.calls.map((call) => (
              <li className="card" key={call.id}>
                <p>
                  <a href={paths.financeCall({ callId: call.id })}>{call.title}</a>
                </p>
                {!call.hasBooks && <Tag tone="warn">{payment.booksClosed}</Tag>}
              </li>
            ))}
          </ul>
        )}
      </section>
    </Page>
  );
}
