import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, signedIn } from '#app/people/request.server.ts';
import { Page } from '#app/ui/page.tsx';
import { Tag } from '#app/ui/pieces.tsx';
import { titled } from '#app/ui/titled.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { callMonths } from '../queries/month-statement.server.ts';
import { MonthName } from '../ui/month-name.tsx';

export const meta: MetaFunction = () => titled(wordsIn('en').words.months.title);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  return found(callMonths(signedIn(context, request), params.callId ?? ''));
}

export default function FinanceMonths() {
  const { words } = useWords();
  const { call, months, isAuditor } = useLoaderData<typeof loader>();
  return (
    <Page
      back={isAuditor ? paths.auditCall({ callId: call.id }) : paths.financeCall({ callId: call.id })}
      backLabel={isAuditor ? words.auditing.paymentsTitle : words.payment.booksTitle}
      overline={call.title}
      title={words.months.title}
      lead={words.months.lead}
    >
      <ul className="bare stack">
        {months.map(({ month, isRunning, isLocked }) => (
          <li className="row" key={month}>
            <a href={paths.financeMonth({ callId: call.id, month })}>
              <MonthName month={month} />
            </a>{' '}
            <Tag tone={isLocked ? 'good' : 'plain'}>
              {isRunning ? words.months.running : isLocked ? words.months.locked : words.months.open}
            </Tag>
          </li>
        ))}
      </ul>
    </Page>
  );
}
