import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, signedIn } from '#app/people/request.server.ts';
import { Page } from '#app/ui/page.tsx';
import { titled } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { myAudits } from '../queries/audit-pages.server.ts';

export const meta: MetaFunction = () => titled(wordsIn('en').words.auditing.title);

export function loader({ request, context }: LoaderFunctionArgs) {
  return found(myAudits(signedIn(context, request)));
}

export default function Audit() {
  const { words, language, date } = useWords();
  const { auditing } = words;
  const audits = useLoaderData<typeof loader>();
  return (
    <Page title={auditing.title} lead={auditing.lead}>
      {audits.map((audit) => (
        <section key={audit.auditorId}>
          <h2>{audit.partner}</h2>
          <p className="soft">{say(language, auditing.until, { date: date(audit.untilAt, 'UTC') })}</p>
          {audit.calls.length === 0 && <p>{auditing.callsNone}</p>}
          <ul className="bare stack">
            {audit.calls.map((call) => (
              <li key={call.id}>
                <a href={paths.auditCall({ callId: call.id })}>{call.title}</a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Page>
  );
}
