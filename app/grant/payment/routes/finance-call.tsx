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
import { setBacsUser } from '../commands/set-bacs-user.server.ts';
import { bacsForm, prepareForm } from '../forms.ts';
import { type CallBooks, callBooks } from '../queries/call-books.server.ts';
import { BacsForm } from '../ui/bacs-form.tsx';
import { FileMaker } from '../ui/file-maker.tsx';
import { FileTable } from '../ui/file-table.tsx';
import { FundsFacts } from '../ui/funds-facts.tsx';
import { PaymentTable } from '../ui/payment-table.tsx';
import { PrepareForm } from '../ui/prepare-form.tsx';
import { Stopped } from '../ui/stopped.tsx';

const DONE = ['booked', 'bacs'] as const;

export const meta: MetaFunction = () => titled(wordsIn('en').words.payment.booksTitle);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams;
  return {
    books: found(callBooks(signedIn(context, request), params.callId ?? '')),
    prepared: countIn(asked.get('count')),
    notPrepared: countIn(asked.get('failed')),
    done: DONE.find((name) => name === asked.get('done')) ?? null,
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
    case 'bacs':
      return saveBacsUser(portal, callId, posted);
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

async function saveBacsUser(portal: SignedIn, callId: string, posted: FormData) {
  const form = await readForm(posted, bacsForm);
  if (!form.ok) return form.response;
  if (!setBacsUser(portal, callId, form.value.serviceUserNumber).ok) notFound();
  throw redirect(paths.financeCall({ callId, done: 'bacs' }));
}

function countIn(text: string | null): number {
  return text !== null && /^\d{1,4}$/.test(text) ? Number(text) : 0;
}

export default function FinanceCall() {
  const { words, language } = useWords();
  const { payment } = words;
  const { books, prepared, notPrepared, done } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { call, funds } = books;
  const asked = reply?.typed.intent?.[0];
  const replyTo = (intent: string) => (asked === intent ? reply : undefined);
  return (
    <Page
      back={paths.finance()}
      backLabel={payment.workTitle}
      overline={call.title}
      title={payment.booksTitle}
      lead={payment.booksLead}
    >
      {books.isStopped && <Stopped />}
      {done !== null && (
        <Notice tone="good" live>
          {payment.done[done]}
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
          <PrepareForm rows={books.rows} reply={replyTo('prepare')} />
          <FileMaker forFile={books.forFile} currency={call.currency} reply={asked === undefined ? reply : undefined} />
          <BacsForm serviceUserNumber={books.serviceUserNumber} reply={replyTo('bacs')} />
        </>
      )}
      {books.files.length > 0 && <FileTable files={books.files} call={call} />}
    </Page>
  );
}
