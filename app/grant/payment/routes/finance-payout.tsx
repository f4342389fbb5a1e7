import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { z } from 'zod';
import type { Outcome } from '#app/kernel/outcome.ts';
import { paths } from '#app/paths.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { Page } from '#app/ui/page.tsx';
import { Money, Notice, Tag } from '#app/ui/pieces.tsx';
import { readForm } from '#app/ui/read-form.ts';
import { titled } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, type Words, wordsIn } from '#app/words/use-words.ts';
import { approvePayout } from '../commands/approve-payout.server.ts';
import { markFailed, markReturned } from '../commands/mark-failed.server.ts';
import { markSettled } from '../commands/mark-settled.server.ts';
import { rejectPayout } from '../commands/reject-payout.server.ts';
import { submitPayout } from '../commands/submit-payout.server.ts';
import { approveForm, emptyForm, failForm, rejectForm, returnForm, settleForm } from '../forms.ts';
import { payoutSheet } from '../queries/payout-sheet.server.ts';
import { PayoutButtons } from '../ui/payout-buttons.tsx';
import { PayoutFacts, STATE_TONES } from '../ui/payout-facts.tsx';
import { Stopped } from '../ui/stopped.tsx';

export const meta: MetaFunction = () => titled(wordsIn('en').words.payment.payout);

const DONE = ['submitted', 'approved', 'rejected', 'settled', 'failed', 'returned'] as const;

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams.get('done');
  return {
    sheet: found(payoutSheet(signedIn(context, request), params.payoutId ?? '')),
    done: DONE.find((name) => name === asked) ?? null,
  };
}

type Refusal = keyof Words['payment']['refusals'];

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const payoutId = params.payoutId ?? '';
  found(payoutSheet(portal, payoutId));
  const posted = await request.formData();
  switch (posted.get('intent')) {
    case 'submit':
      return press(posted, emptyForm, () => submitPayout(portal, payoutId), payoutId);
    case 'approve':
      return press(posted, approveForm, (typed) => approvePayout(portal, payoutId, typed.hash), payoutId);
    case 'reject':
      return press(posted, rejectForm, (typed) => rejectPayout(portal, payoutId, typed.reason), payoutId);
    case 'settle':
      return press(posted, settleForm, (typed) => markSettled(portal, payoutId, typed.evidence), payoutId);
    case 'fail':
      return press(posted, failForm, (typed) => markFailed(portal, payoutId, typed.failReason), payoutId);
    case 'return':
      return press(posted, returnForm, (typed) => markReturned(portal, payoutId, typed.returnReason), payoutId);
    default:
      return notFound();
  }
}

/** Every button is the same: read its form, run its command, come back to the page with a word about it. */
async function press<Schema extends z.ZodType>(
  posted: FormData,
  schema: Schema,
  command: (typed: z.output<Schema>) => Outcome<string, Refusal | 'not-found'>,
  payoutId: string,
) {
  const form = await readForm(posted, schema);
  if (!form.ok) return form.response;
  const outcome = command(form.value);
  if (outcome.ok) throw redirect(paths.financePayout({ payoutId, done: outcome.value }));
  if (outcome.reason === 'not-found') return notFound();
  return form.refuse(wordsIn('en').words.payment.refusals[outcome.reason]);
}

export default function FinancePayout() {
  const { words, language } = useWords();
  const { payment } = words;
  const { sheet, done } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page
      back={paths.financeCall({ callId: sheet.call.id })}
      backLabel={payment.booksTitle}
      overline={say(language, payment.payoutOverline, { position: sheet.position, count: sheet.partsCount })}
      title={say(language, payment.payoutTitle, { group: sheet.groupName })}
    >
      <p className="row">
        <strong>
          <Money amount={sheet.amountMinor} currency={sheet.currency} />
        </strong>
        <Tag tone={STATE_TONES[sheet.state]}>{payment.states[sheet.state]}</Tag>
      </p>
      {done !== null && (
        <Notice tone="good" live>
          {payment.done[done]}
        </Notice>
      )}
      {sheet.isStopped && <Stopped />}
      <div className="split">
        <PayoutFacts sheet={sheet} />
        <div className="stack">
          <PayoutButtons sheet={sheet} reply={reply} />
        </div>
      </div>
    </Page>
  );
}
