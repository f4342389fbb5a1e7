import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Page } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/pieces.tsx';
import { readForm } from '#app/ui/read-form.ts';
import { titled } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { lockMonth } from '../commands/lock-month.server.ts';
import { recordReading } from '../commands/record-reading.server.ts';
import { lockMonthForm } from '../forms.ts';
import { monthStatement } from '../queries/month-statement.server.ts';
import { MonthLocking } from '../ui/month-lock.tsx';
import { MonthName } from '../ui/month-name.tsx';
import { AwardMonthsTable, ReceivedTable, TrialBalanceTable } from '../ui/month-tables.tsx';

export const meta: MetaFunction = () => titled(wordsIn('en').words.months.title);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const portal = signedIn(context, request);
  const statement = found(monthStatement(portal, params.callId ?? '', params.month ?? ''));
  recordReading(portal, statement.call.id, { what: 'month', subject: statement.month });
  return {
    statement,
    isDone: new URL(request.url).searchParams.has('done'),
  };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const { call, month } = found(monthStatement(portal, params.callId ?? '', params.month ?? ''));
  const form = await readForm(request, lockMonthForm);
  if (!form.ok) return form.response;
  const outcome = lockMonth(portal, call.id, month);
  if (outcome.ok) throw redirect(paths.financeMonth({ callId: call.id, month, done: 'locked' }));
  if (outcome.reason === 'not-found') return notFound();
  return form.refuse(wordsIn('en').words.months.refusals[outcome.reason]);
}

export default function FinanceMonth() {
  const { words, language } = useWords();
  const { months } = words;
  const { statement, isDone } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { call, month } = statement;
  return (
    <Page
      back={paths.financeMonths({ callId: call.id })}
      backLabel={months.title}
      overline={call.title}
      title={<MonthName month={month} />}
      lead={say(language, months.monthLead, { zone: call.timeZone })}
    >
      {isDone && (
        <Notice tone="good" live>
          {months.done}
        </Notice>
      )}
      {statement.isRunning && <Notice>{months.runningText}</Notice>}
      <TrialBalanceTable statement={statement} />
      <ReceivedTable statement={statement} />
      <AwardMonthsTable statement={statement} />
      <p className="row">
        <ButtonLink look="second" to={paths.financeMonthTable({ callId: call.id, month })}>
          {months.csv}
        </ButtonLink>{' '}
        <ButtonLink look="second" to={paths.financeMonthWorkbook({ callId: call.id, month })}>
          {months.workbook}
        </ButtonLink>
      </p>
      <MonthLocking statement={statement} reply={reply} />
    </Page>
  );
}
