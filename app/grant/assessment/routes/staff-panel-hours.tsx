import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, type SignedIn, signedIn } from '#app/people/request.server.ts';
import { Button } from '#app/ui/button.tsx';
import { Hidden } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import { Page } from '#app/ui/page.tsx';
import { Empty, Notice } from '#app/ui/pieces.tsx';
import { readForm, refusal } from '#app/ui/read-form.ts';
import { titled } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { answerHours } from '../commands/answer-hours.server.ts';
import { refuseHoursForm } from '../forms/hours-form.ts';
import { hoursDesk } from '../queries/panel-hours.server.ts';
import { AnsweredHours, HoursTotals } from '../ui/hours-tables.tsx';
import { WaitingHours } from '../ui/waiting-hours.tsx';

export const meta: MetaFunction = () => titled(wordsIn('en').words.panelHoursDesk.title);

const DONE = ['confirmed', 'refused'] as const;

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const desk = found(hoursDesk(signedIn(context, request), params.callId ?? ''));
  const asked = new URL(request.url).searchParams;
  const count = Number(asked.get('count') ?? '1');
  return {
    desk,
    done: DONE.find((name) => name === asked.get('done')) ?? null,
    count: Number.isInteger(count) ? count : 1,
  };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const { call } = found(hoursDesk(portal, params.callId ?? ''));
  const posted = await request.formData();
  const intent = posted.get('intent');
  if (intent === 'confirm') return answer(portal, call.id, posted.getAll('hoursId').map(String), 'confirmed', '');
  if (intent !== 'refuse') notFound();
  const form = await readForm(posted, refuseHoursForm);
  return form.ok ? answer(portal, call.id, [form.value.hoursId], 'refused', form.value.reason) : form.response;
}

function answer(portal: SignedIn, callId: string, hoursIds: string[], given: (typeof DONE)[number], reason: string) {
  const outcome = answerHours(portal, callId, hoursIds, given, reason);
  if (outcome.ok) {
    const count = String(outcome.value.count);
    throw redirect(`${paths.staffPanelHours({ callId, done: given, count })}#done`, 303);
  }
  if (outcome.reason === 'not-found') notFound();
  return refusal(wordsIn('en').words.panelHoursDesk.refusals[outcome.reason]);
}

export default function StaffPanelHours() {
  const { words, language } = useWords();
  const { desk: hours, done, count } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { panelHoursDesk: desk, assessment } = words;
  const { call, entries, totals } = hours;
  const waiting = entries.filter(({ state }) => state === 'recorded');
  const answered = entries.filter(({ state }) => state !== 'recorded');
  return (
    <Page
      back={paths.staffPanel({ callId: call.id })}
      backLabel={assessment.boardTitle}
      overline={call.title}
      title={desk.title}
      lead={desk.lead}
    >
      <div id="done">
        {done !== null && (
          <Notice tone="good" live>
            {done === 'confirmed' ? say(language, desk.confirmed, { count }) : desk.refused}
          </Notice>
        )}
        {reply != null && reply.message !== null && (
          <Notice tone="bad" live>
            {reply.message}
          </Notice>
        )}
      </div>
      <HoursTotals totals={totals} currency={call.currency} />
      {entries.length > 0 && (
        <p>
          <a href={paths.staffPanelHoursTable({ callId: call.id })} download>
            {desk.file}
          </a>
        </p>
      )}
      <h2>{say(language, desk.waitingTitle, { count: waiting.length })}</h2>
      {waiting.length === 0 && <Empty title={desk.waitingNone} />}
      {waiting.length > 1 && (
        <Form part="all">
          {waiting.map(({ hoursId }) => (
            <Hidden key={hoursId} name="hoursId" value={hoursId} />
          ))}
          <Button name="intent" value="confirm">
            {say(language, desk.confirmAll, { count: waiting.length })}
          </Button>
        </Form>
      )}
      {waiting.length > 0 && <WaitingHours entries={waiting} currency={call.currency} reply={reply} />}
      {answered.length > 0 && <AnsweredHours entries={answered} currency={call.currency} />}
    </Page>
  );
}
