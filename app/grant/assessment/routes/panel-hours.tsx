import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { Button } from '#app/ui/button.tsx';
import { CallText } from '#app/ui/call-text.tsx';
import { Choices, Hidden, TextField } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import { Page } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/pieces.tsx';
import { readForm } from '#app/ui/read-form.ts';
import type { ScreenHandle } from '#app/ui/screen-handle.ts';
import { titled, wordsFor } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { recordHours, takeHoursBack } from '../commands/record-hours.server.ts';
import { hoursForm } from '../forms/hours-form.ts';
import { myHours } from '../queries/panel-hours.server.ts';
import { HOURS_KINDS } from '../rules/hours.ts';
import { TIMES_OF_ENTRY } from '../ui/duration.ts';
import { MyHoursList } from '../ui/my-hours-list.tsx';
import { TimeSelect } from '../ui/terms-fields.tsx';

export const handle: ScreenHandle = { isTranslated: true };

export const meta: MetaFunction = ({ matches }) => titled(wordsFor(matches).words.panelHours.title);

const DONE = ['saved', 'removed'] as const;

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const portal = signedIn(context, request);
  const hours = found(myHours(portal, params.callId ?? ''));
  const asked = new URL(request.url).searchParams.get('done');
  // The form carries its own id, so that a double click writes one entry down.
  return { hours, hoursId: portal.newId(), done: DONE.find((name) => name === asked) ?? null };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const { call } = found(myHours(portal, params.callId ?? ''));
  const posted = await request.formData();
  if (posted.get('intent') === 'remove') {
    if (!takeHoursBack(portal, call.id, String(posted.get('hoursId') ?? '')).ok) notFound();
    throw redirect(`${paths.panelHours({ callId: call.id, done: 'removed' })}#done`, 303);
  }
  const form = await readForm(posted, hoursForm(portal.language));
  if (!form.ok) return form.response;
  const { hoursId, ...entry } = form.value;
  const outcome = recordHours(portal, call.id, hoursId, entry);
  if (outcome.ok) throw redirect(`${paths.panelHours({ callId: call.id, done: 'saved' })}#done`, 303);
  if (outcome.reason === 'not-found') notFound();
  const refusal = wordsIn(portal.language).words.panelHours.refusals[outcome.reason];
  return form.refuse(null, { [outcome.reason === 'minutes-off-limits' ? 'minutes' : 'day']: refusal });
}

export default function PanelHours() {
  const { words, language, money } = useWords();
  const { hours, hoursId, done } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const text = words.panelHours;
  const { call } = hours;
  return (
    <Page
      back={paths.panelCall({ callId: call.id })}
      backLabel={<CallText text={call.title} />}
      title={text.title}
      lead={hours.isPaid ? text.lead : text.leadUnpaid}
    >
      <div id="done">
        {done !== null && (
          <Notice tone="good" live>
            {text[done]}
          </Notice>
        )}
      </div>
      {hours.isPaid && (
        <p>
          {text.payIs[hours.payChoice]}{' '}
          {hours.hourlyMinor !== null &&
            hours.payChoice !== 'none' &&
            say(language, text.rate, { amount: money(hours.hourlyMinor, call.currency) })}{' '}
          <a href={paths.panelTerms({ callId: call.id })}>{text.payChange}</a>
        </p>
      )}
      <section aria-labelledby="write">
        <h2 id="write">{text.formTitle}</h2>
        <Form reply={reply} action="#write" values={{ day: hours.today, minutes: '60' }}>
          <Hidden name="hoursId" value={reply?.typed.hoursId?.[0] ?? hoursId} />
          <TextField name="day" type="date" label={text.day} short />
          <Choices
            type="radio"
            name="kind"
            label={text.kind}
            choices={HOURS_KINDS.map((kind) => ({ value: kind, label: text.kinds[kind] }))}
          />
          <TimeSelect name="minutes" label={text.minutes} times={TIMES_OF_ENTRY} now={null} />
          <TextField name="note" label={text.note} hint={text.noteHint} />
          <Button big>{text.save}</Button>
        </Form>
      </section>
      <MyHoursList hours={hours} />
    </Page>
  );
}
