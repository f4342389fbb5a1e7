import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, type SignedIn, signedIn } from '#app/people/request.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Page } from '#app/ui/page.tsx';
import { Empty, Notice } from '#app/ui/pieces.tsx';
import { readForm, refusal } from '#app/ui/read-form.ts';
import { titled } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { makeBankFile } from '../commands/make-bank-file.server.ts';
import { preparePayouts } from '../commands/prepare-payouts.server.ts';
import { prepareForm } from '../forms.ts';
import { type CallBooks, callBooks } from '../queries/call-books.server.ts';
import { FileMaker } from '../ui/file-maker.tsx';
import { FileTable } from '../ui/file-table.tsx';
import { FundsFacts } from '../ui/funds-facts.tsx';
import { PaymentTable } from '../ui/payment-table.tsx';
import { PrepareForm } from '../ui/prepare-form.tsx';
import { Stopped } from '../ui/stopped.tsx';

export const meta: MetaFunction = () => titled(wordsIn('en').words.payment.booksTitle);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams;
  return {
    books: found(callBooks(signedIn(context, request), params.callId ?? '')),
    prepared: countIn(asked.get('count')),
    notPrepared: countIn(asked.get('failed')),
    isBooked: asked.get('done') === 'booked',
  };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const callId = params.callId ?? '';
  const books = found(callBooks(portal, callId));
  const posted = await request.formData();
  switch (posted.get('intent')) {
    case 'prepare':
      return prepare(portal, books, posted);
    case 'file':
      return makeFile(portal, callId);
    default:
      return notFound();
  }
}

async function prepare(portal: SignedIn, books: CallBooks, posted: FormData) {
  const form = await readForm(posted, prepareForm);
  if (!form.ok) return form.response;
  // Only what this page offers: a tranche of other books is none of its business.
  const offered = new Set(books.rows.map((row) => row.trancheId));
  const { prepared, refused } = preparePayouts(
    portal,
    form.value.tranche.filter((trancheId) => offered.has(trancheId)),
  );
  throw redirect(paths.financeCall({ callId: books.call.id, count: String(prepared), failed: String(refused) }));
}

function makeFile(portal: SignedIn, callId: string) {
  const outcome = makeBankFile(portal, callId);
  if (outcome.ok) throw redirect(paths.financeFile({ fileId: outcome.value.fileId, done: 'file' }));
  if (outcome.reason === 'not-found') return notFound();
  return refusal(wordsIn('en').words.payment.refusals[outcome.reason]);
}

function countIn(text: string | null): number {
  return text !== null && /^\d{1,4}$/.test(text) ? Number(text) : 0;
}

export default function FinanceCall() {
  const { words, language } = useWords();
  const { payment } = words;
  const { books, prepared, notPrepared, isBooked } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { call, funds } = books;
  const isFileReply = reply !== undefined && reply.typed.intent?.[0] !== 'prepare';
  return (
    <Page
      back={paths.finance()}
      backLabel={payment.workTitle}
      overline={call.title}
      title={payment.booksTitle}
      lead={payment.booksLead}
    >
      {books.isStopped && <Stopped />}
      {isBooked && (
        <Notice tone="good" live>
          {payment.done.booked}
        </Notice>
      )}
      {prepared > 0 && (
        <Notice tone="good" live>
          {say(language, payment.prepared, { count: prepared })}
        </Notice>
      )}
      {notPrepared > 0 && (
        <Notice tone="warn" live>
          {say(language, payment.notPrepared, { count: notPrepared })}
        </Notice>
      )}
      {books.waitingAwards > 0 && funds !== null && (
        <Notice tone="warn">{say(language, payment.waitingAwards, { count: books.waitingAwards })}</Notice>
      )}
      {funds === null ? (
        <Empty title={payment.booksClosed}>
          <p>{payment.booksClosedText}</p>
          <p>
            <ButtonLink to={paths.financeFunds({ callId: call.id })}>{payment.openBooks}</ButtonLink>
          </p>
        </Empty>
      ) : (
        <FundsFacts funds={funds} received={books.received} call={call} />
      )}
      <h2>{payment.tranchesTitle}</h2>
      {books.rows.length === 0 ? (
        <Empty title={payment.tranchesNone} />
      ) : (
        <PaymentTable rows={books.rows} timeZone={call.timeZone} />
      )}
      {funds !== null && (
        <>
          <PrepareForm rows={books.rows} reply={isFileReply ? undefined : reply} />
          <FileMaker forFile={books.forFile} currency={call.currency} reply={isFileReply ? reply : undefined} />
        </>
      )}
      {books.files.length > 0 && <FileTable files={books.files} call={call} />}
    </Page>
  );
}
