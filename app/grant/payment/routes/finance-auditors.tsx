import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { Page } from '#app/ui/page.tsx';
import { Empty, Notice } from '#app/ui/pieces.tsx';
import { readForm } from '#app/ui/read-form.ts';
import { titled } from '#app/ui/titled.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { appointAuditor, endAudit } from '../commands/appoint-auditor.server.ts';
import { auditorForm } from '../forms.ts';
import { auditorDesk } from '../queries/auditor-desk.server.ts';
import { AppointAuditor, AuditorCard } from '../ui/auditors.tsx';

export const meta: MetaFunction = () => titled(wordsIn('en').words.auditing.desk);

const DONE = ['asked', 'ended'] as const;

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams.get('done');
  return {
    desk: found(auditorDesk(signedIn(context, request), params.partnerId ?? '')),
    done: DONE.find((name) => name === asked) ?? null,
  };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const { partner, auditors } = found(auditorDesk(portal, params.partnerId ?? ''));
  const posted = await request.formData();
  if (posted.get('intent') === 'end') {
    const audit = auditors.find(({ id }) => id === posted.get('auditorId'));
    if (audit === undefined || !endAudit(portal, audit.id).ok) return notFound();
    throw redirect(paths.financeAuditors({ partnerId: partner.id, done: 'ended' }));
  }
  const form = await readForm(posted, auditorForm);
  if (!form.ok) return form.response;
  const outcome = appointAuditor(portal, partner.id, form.value);
  if (outcome.ok) throw redirect(paths.financeAuditors({ partnerId: partner.id, done: 'asked' }));
  if (outcome.reason === 'not-found') return notFound();
  return form.refuse(null, { email: wordsIn('en').words.auditing.refusals[outcome.reason] });
}

export default function FinanceAuditors() {
  const { words } = useWords();
  const { auditing, payment } = words;
  const { desk, done } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page
      back={paths.finance()}
      backLabel={payment.workTitle}
      overline={desk.partner.name}
      title={auditing.desk}
      lead={auditing.deskLead}
    >
      {done !== null && (
        <Notice tone="good" live>
          {auditing.done[done]}
        </Notice>
      )}
      {desk.auditors.length === 0 ? (
        <Empty title={auditing.nobody} />
      ) : (
        <ul className="bare stack">
          {desk.auditors.map((auditor) => (
            <li className="card" key={auditor.id}>
              <AuditorCard auditor={auditor} />
            </li>
          ))}
        </ul>
      )}
      <AppointAuditor reply={reply} />
    </Page>
  );
}
