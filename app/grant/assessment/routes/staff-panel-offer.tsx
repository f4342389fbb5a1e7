import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { currencyExponent } from '#app/kernel/money.ts';
import { paths } from '#app/paths.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { Button } from '#app/ui/button.tsx';
import { Choices, TextArea, TextField, Tick } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import { writeLocalTime } from '#app/ui/local-time.ts';
import { Page } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/pieces.tsx';
import { readForm } from '#app/ui/read-form.ts';
import { titled } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { saveOffer } from '../commands/save-offer.server.ts';
import { offerForm } from '../forms/offer-form.ts';
import { offerDesk } from '../queries/panel-people.server.ts';
import { takesNames } from '../rules/panel-offer.ts';
import { TIMES_ALTOGETHER } from '../ui/duration.ts';
import { TimeSelect } from '../ui/terms-fields.tsx';

export const meta: MetaFunction = () => titled(wordsIn('en').words.panelPeopleDesk.offerTitle);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const { call, state, offer } = found(offerDesk(signedIn(context, request), params.callId ?? ''));
  const exponent = currencyExponent(call.currency);
  return {
    call,
    isOver: state === 'closed',
    takesNames: takesNames(state),
    minutesAsked: offer?.minutesAsked ?? null,
    isSaved: new URL(request.url).searchParams.get('done') === 'saved',
    values:
      offer === null
        ? { minutesAsked: '600', payChoices: ['cash', 'voucher'] }
        : {
            ...offer,
            minutesAsked: String(offer.minutesAsked),
            hourly: offer.hourlyMinor === null ? '' : (offer.hourlyMinor / 10 ** exponent).toFixed(exponent),
            termFrom: writeLocalTime(offer.termFrom, call.timeZone).slice(0, 10),
            termUntil: writeLocalTime(offer.termUntil, call.timeZone).slice(0, 10),
          },
  };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const { call } = found(offerDesk(portal, params.callId ?? ''));
  const form = await readForm(request, offerForm(call));
  if (!form.ok) return form.response;
  const outcome = saveOffer(portal, call.id, form.value);
  if (outcome.ok) throw redirect(`${paths.staffPanelOffer({ callId: call.id, done: 'saved' })}#done`, 303);
  if (outcome.reason === 'not-found') notFound();
  return form.refuse(wordsIn('en').words.panelPeopleDesk.refusals[outcome.reason]);
}

export default function StaffPanelOffer() {
  const { words, language, currencyName } = useWords();
  const { call, isOver, takesNames, isSaved, minutesAsked, values } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { panelPeopleDesk: desk, assessment } = words;
  return (
    <Page
      back={paths.staffPanel({ callId: call.id })}
      backLabel={assessment.boardTitle}
      overline={call.title}
      title={desk.offerTitle}
      lead={isOver ? desk.refusals['panel-closed'] : desk.offerLead}
    >
      <div id="done">
        {isSaved && (
          <Notice tone="good" live>
            {desk.offerSaved}
          </Notice>
        )}
      </div>
      <p>
        <a href={paths.callPanel({ slug: call.slug })}>{desk.publicPage}</a>
      </p>
      {!isOver && (
        <Form reply={reply} values={values}>
          {takesNames ? (
            <Tick name="isRecruiting" label={desk.recruiting} hint={desk.recruitingHint} />
          ) : (
            <p>{desk.recruitingOver}</p>
          )}
          <TimeSelect
            name="minutesAsked"
            label={desk.minutesAsked}
            hint={desk.minutesAskedHint}
            times={TIMES_ALTOGETHER}
            now={minutesAsked}
          />
          <TextField
            name="hourly"
            label={say(language, desk.hourly, { currency: currencyName(call.currency) })}
            hint={desk.hourlyHint}
            inputMode="decimal"
            short
          />
          <Choices
            type="checkbox"
            name="payChoices"
            label={desk.payChoices}
            hint={desk.payChoicesHint}
            choices={(['cash', 'voucher'] as const).map((value) => ({ value, label: desk.payOptions[value] }))}
          />
          <TextArea name="childcare" label={desk.childcare} hint={desk.childcareHint} rows={2} />
          <TextArea name="travel" label={desk.travel} hint={desk.travelHint} rows={2} />
          <TextArea name="access" label={desk.access} hint={desk.accessHint} rows={2} />
          <TextField name="termFrom" type="date" label={desk.termFrom} short />
          <TextField name="termUntil" type="date" label={desk.termUntil} short />
          <Button big>{desk.save}</Button>
        </Form>
      )}
    </Page>
  );
}
