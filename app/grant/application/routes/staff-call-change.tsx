import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { Page } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/pieces.tsx';
import { readForm } from '#app/ui/read-form.ts';
import { titled } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { beginChange } from '../../call/commands/begin-change.server.ts';
import { discardChange } from '../../call/commands/discard-change.server.ts';
import type { WriteChangeRefusal } from '../../call/commands/write-change.server.ts';
import { callForManager } from '../../call/queries/call-facts.server.ts';
import { toldChanges } from '../../call/queries/told-changes.server.ts';
import { changedPart } from '../../call/rules/differences.ts';
import { publishCallChange } from '../commands/publish-call-change.server.ts';
import { callChangeForm } from '../forms/call-change-form.ts';
import { callChange } from '../queries/call-change.server.ts';
import { BeginChange } from '../ui/begin-change.tsx';
import { PreparedChange } from '../ui/prepared-change.tsx';

export const meta: MetaFunction = () => titled(wordsIn('en').words.changeDesk.title);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const portal = signedIn(context, request);
  const call = found(callForManager(portal, params.callId ?? ''));
  if (call.state !== 'published') notFound();
  const pending = callChange(portal, call.id);
  const version = new URL(request.url).searchParams.get('done');
  return {
    call: { id: call.id, title: call.title },
    published: version === null || !/^\d+$/.test(version) ? null : Number(version),
    pending:
      pending === null
        ? null
        : {
            draftId: pending.change.draftId,
            draftSlug: pending.draftSlug,
            changes: toldChanges(pending.differences, call.timeZone),
            parts: [...new Set(pending.differences.map(changedPart))],
            refused: pending.refused,
            problems: pending.problems,
            frightens: pending.warnings.includes('self-check-frightens'),
            told: pending.told,
            movesADate: pending.movesADate,
            factsHash: pending.factsHash,
          },
  };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const call = found(callForManager(portal, params.callId ?? ''));
  if (call.state !== 'published') notFound();
  const here = paths.staffCallChange({ callId: call.id });
  const formData = await request.formData();
  const intent = formData.get('intent');
  if (intent === 'begin') {
    beginChange(portal, call.id);
    throw redirect(here, 303);
  }
  if (intent === 'discard') {
    discardChange(portal, call.id);
    throw redirect(paths.staffCall({ callId: call.id }), 303);
  }
  const form = await readForm(formData, callChangeForm);
  if (!form.ok) return form.response;
  const outcome = publishCallChange(portal, call.id, form.value);
  // A second click finds the change published, and nothing left to publish.
  if (!outcome.ok) {
    const { reason } = outcome;
    if (reason === 'not-found') throw redirect(here, 303);
    return form.refuse(refusalWords(reason));
  }
  throw redirect(paths.staffCallChange({ callId: call.id, done: String(outcome.value.version) }), 303);
}

function refusalWords(reason: Exclude<WriteChangeRefusal, 'not-found'>): string {
  const { changeDesk, callDesk } = wordsIn('en').words;
  if (reason === 'reason-missing') return changeDesk.reasonMissing;
  if (reason === 'nothing-changed') return changeDesk.nothingChanged;
  if (reason === 'changed-meanwhile') return changeDesk.changedMeanwhile;
  return reason in changeDesk.refused
    ? changeDesk.refused[reason as keyof typeof changeDesk.refused]
    : callDesk.problems[reason as keyof typeof callDesk.problems];
}

/** What may change and what stays, then the change as it is being prepared, and publishing it. */
export default function StaffCallChange() {
  const { words, language } = useWords();
  const { call, pending, published } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const text = words.changeDesk;
  return (
    <Page
      title={text.title}
      overline={<span dir="auto">{call.title}</span>}
      lead={pending === null ? text.lead : text.preparedLead}
      back={paths.staffCall({ callId: call.id })}
      backLabel={call.title}
    >
      {published !== null && pending === null && (
        <Notice tone="good" title={text.doneTitle} live>
          <p>{say(language, text.doneText, { version: published })}</p>
        </Notice>
      )}
      {pending === null ? <BeginChange /> : <PreparedChange pending={pending} reply={reply} />}
    </Page>
  );
}
