import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, type SignedIn, signedIn } from '#app/people/request.server.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Hidden, Tick } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import { Page } from '#app/ui/page.tsx';
import { Notice, Written } from '#app/ui/pieces.tsx';
import { readForm } from '#app/ui/read-form.ts';
import { titled } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { decideAwards } from '../commands/decide-awards.server.ts';
import { confirmForm, decisionForm, formDataOf } from '../forms.ts';
import { decisionDesk } from '../queries/decision-desk.server.ts';
import { decideOutcomes, weighChoices } from '../rules/deciding.ts';
import { departureSentences } from '../ui/departures.ts';
import { OutcomeLists } from '../ui/outcome-lists.tsx';

export const meta: MetaFunction = () => titled(wordsIn('en').words.award.confirmTitle);

/** The draft as a decision; back to the form when there is none, or when it could not be recorded as it stands. */
async function openDraft(portal: SignedIn, callId: string) {
  const desk = found(decisionDesk(portal, callId));
  if (desk.readiness !== 'ready' || desk.draft === null) throw redirect(paths.staffDecision({ callId }));
  const rankedIds = desk.ranked.map((entry) => entry.applicationId);
  const otherIds = desk.others.map((other) => other.applicationId);
  const form = await readForm(formDataOf(desk.draft.typed), decisionForm(rankedIds, otherIds, desk.call.currency));
  if (!form.ok) throw redirect(paths.staffDecision({ callId }));
  const weighing = weighChoices(desk.ranked, otherIds, desk.call, form.value.choices);
  if (!decideOutcomes(weighing, desk.call, form.value.publicReason).ok) throw redirect(paths.staffDecision({ callId }));
  return { desk, chosen: form.value, weighing, savedAt: desk.draft.savedAt };
}

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { desk, chosen, weighing, savedAt } = await openDraft(signedIn(context, request), params.callId ?? '');
  const named = new Map([...desk.ranked, ...desk.others].map((entry) => [entry.applicationId, entry]));
  return {
    call: desk.call,
    savedAt,
    awards: weighing.awards,
    sumMinor: weighing.sumMinor,
    departures: departureSentences(weighing.departures, desk.ranked),
    publicReason: weighing.departures.length === 0 ? '' : chosen.publicReason,
    outcomes: chosen.choices.map(({ applicationId, outcome, amountMinor, reason }) => ({
      applicationId,
      outcome,
      amountMinor: outcome === 'awarded' ? amountMinor : null,
      reason: outcome === 'awarded' ? '' : reason,
      groupName: named.get(applicationId)?.groupName ?? '',
      title: named.get(applicationId)?.title ?? '',
    })),
  };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const callId = params.callId ?? '';
  const { chosen, savedAt } = await openDraft(portal, callId);
  const form = await readForm(request, confirmForm);
  if (!form.ok) return form.response;
  const { refusals } = wordsIn('en').words.award;
  if (form.value.savedAt !== String(savedAt)) return form.refuse(refusals['changed-meanwhile']);
  const outcome = decideAwards(portal, callId, chosen);
  if (!outcome.ok) {
    if (outcome.reason === 'not-found') notFound();
    return form.refuse(refusals[outcome.reason]);
  }
  throw redirect(paths.staffAwards({ callId }));
}

export default function StaffConfirmDecision() {
  const { words, language, money } = useWords();
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { award } = words;
  const { call } = page;
  const sum = {
    count: page.awards,
    sum: money(page.sumMinor, call.currency),
    pot: money(call.potMinor, call.currency),
  };
  return (
    <Page
      back={paths.staffDecision({ callId: call.id })}
      backLabel={award.changeDraft}
      overline={call.title}
      title={award.confirmTitle}
      lead={award.confirmLead}
    >
      <p>
        <strong>{say(language, award.confirmSum, sum)}</strong>
      </p>
      {page.departures.length > 0 && (
        <Notice tone="warn" title={award.publicReason}>
          <ul>
            {page.departures.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <Written text={page.publicReason} />
        </Notice>
      )}
      <OutcomeLists outcomes={page.outcomes} currency={call.currency} />
      <Form reply={reply}>
        <Hidden name="savedAt" value={page.savedAt} />
        <Tick name="sure" label={award.sure} />
        <p className="row">
          <Button big>{award.decide}</Button>
          <ButtonLink to={paths.staffDecision({ callId: call.id })} look="second">
            {award.changeDraft}
          </ButtonLink>
        </p>
      </Form>
    </Page>
  );
}
