import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, type SignedIn, signedIn } from '#app/people/request.server.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Hidden, TextField, Tick } from '#app/ui/fields.tsx';
import { ErrorSummary, Form } from '#app/ui/form.tsx';
import { Page } from '#app/ui/page.tsx';
import { Facts, Money, Notice, Table, Tag, When } from '#app/ui/pieces.tsx';
import { readForm } from '#app/ui/read-form.ts';
import { titled } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { markFileSent } from '../commands/mark-file-sent.server.ts';
import { markFileSettled } from '../commands/mark-settled.server.ts';
import { sentForm, settleForm } from '../forms.ts';
import { bankFileSheet } from '../queries/bank-file-sheet.server.ts';
import { STATE_TONES } from '../ui/payout-facts.tsx';

export const meta: MetaFunction = () => titled(wordsIn('en').words.payment.fileTitle);

const DONE = ['file', 'sent', 'settled'] as const;

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams.get('done');
  return {
    file: found(bankFileSheet(signedIn(context, request), params.fileId ?? '')),
    done: DONE.find((name) => name === asked) ?? null,
  };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const fileId = params.fileId ?? '';
  found(bankFileSheet(portal, fileId));
  const posted = await request.formData();
  switch (posted.get('intent')) {
    case 'sent':
      return sent(portal, fileId, posted);
    case 'settle':
      return settle(portal, fileId, posted);
    default:
      return notFound();
  }
}

async function sent(portal: SignedIn, fileId: string, posted: FormData) {
  const form = await readForm(posted, sentForm);
  if (!form.ok) return form.response;
  const outcome = markFileSent(portal, fileId);
  if (outcome.ok) throw redirect(paths.financeFile({ fileId, done: 'sent' }));
  if (outcome.reason === 'not-found') return notFound();
  return form.refuse(wordsIn('en').words.payment.refusals[outcome.reason]);
}

async function settle(portal: SignedIn, fileId: string, posted: FormData) {
  const form = await readForm(posted, settleForm);
  if (!form.ok) return form.response;
  const outcome = markFileSettled(portal, fileId, form.value.evidence);
  if (outcome.ok) throw redirect(paths.financeFile({ fileId, done: 'settled' }));
  if (outcome.reason === 'not-found') return notFound();
  return form.refuse(wordsIn('en').words.payment.refusals[outcome.reason]);
}

export default function FinanceFile() {
  const { words, language, number, date } = useWords();
  const { payment } = words;
  const { file, done } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const asked = reply?.typed.intent?.[0];
  const maySend = file.sentAt === null && file.openCount > 0;
  const isGone = (asked === 'sent' && !maySend) || (asked === 'settle' && file.openCount === 0);
  return (
    <Page
      back={paths.financeCall({ callId: file.call.id })}
      backLabel={payment.booksTitle}
      overline={file.call.title}
      title={payment.fileTitle}
      lead={payment.bankFileLead}
    >
      {done !== null && (
        <Notice tone="good" live>
          {payment.done[done]}
        </Notice>
      )}
      {isGone && <ErrorSummary reply={reply} />}
      <p className="row">
        <ButtonLink to={paths.financeFileDownload({ fileId: file.id })} download>
          {payment.downloadXml}
        </ButtonLink>
        <ButtonLink look="second" to={paths.financeFileTable({ fileId: file.id })} download>
          {payment.downloadCsv}
        </ButtonLink>
        {file.hasBacs && (
          <ButtonLink look="second" to={paths.financeFileBacs({ fileId: file.id })} download>
            {payment.downloadBacs}
          </ButtonLink>
        )}
      </p>
      <Facts
        facts={[
          [payment.file, <code key="id">{file.msgId}</code>],
          [payment.total, <Money key="total" amount={file.totalMinor} currency={file.currency} />],
          [payment.filePayments, number(file.payouts.length)],
          [
            payment.executionDate,
            <time key="date" dateTime={file.executionDate}>
              {date(Date.parse(file.executionDate), 'UTC')}
            </time>,
          ],
          [payment.fileMade, <When key="made" at={file.madeAt} timeZone={file.call.timeZone} />],
          [payment.madeBy, file.madeBy],
          file.sentAt !== null && [payment.sent, <When key="sent" at={file.sentAt} timeZone={file.call.timeZone} />],
          [payment.fingerprint, <code key="hash">{file.xmlSha256}</code>],
        ]}
      />
      <Table
        caption={payment.bankFilePayments}
        rows={file.payouts}
        keyOf={(row) => row.id}
        columns={[
          {
            key: 'group',
            title: payment.group,
            heading: true,
            cell: (row) => (
              <a href={paths.financePayout({ payoutId: row.id })}>
                <bdi>{row.groupName}</bdi>
              </a>
            ),
          },
          { key: 'part', title: payment.part, cell: (row) => number(row.position) },
          {
            key: 'amount',
            title: payment.amount,
            numeric: true,
            cell: (row) => <Money amount={row.amountMinor} currency={file.currency} />,
          },
          { key: 'reference', title: payment.reference, cell: (row) => <code>{row.reference}</code> },
          {
            key: 'state',
            title: payment.fileState,
            cell: (row) => <Tag tone={STATE_TONES[row.state]}>{payment.states[row.state]}</Tag>,
          },
        ]}
      />
      {maySend && (
        <>
          <h2>{payment.markSent}</h2>
          <Form reply={asked === 'sent' ? reply : undefined}>
            <Hidden name="intent" value="sent" />
            <p>{payment.markSentLead}</p>
            <Tick name="sure" label={payment.markSentSure} />
            <Button>{payment.markSent}</Button>
          </Form>
        </>
      )}
      {file.openCount > 0 && (
        <>
          <h2>{payment.settleFile}</h2>
          <Form reply={asked === 'settle' ? reply : undefined}>
            <Hidden name="intent" value="settle" />
            <p>{say(language, payment.settleFileLead, { count: file.openCount })}</p>
            <TextField name="evidence" label={payment.evidenceLabel} hint={payment.evidenceHint} />
            <Button look={file.sentAt === null ? 'second' : 'first'}>{payment.settleFile}</Button>
          </Form>
        </>
      )}
    </Page>
  );
}
