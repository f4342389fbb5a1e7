import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { Button } from '#app/ui/button.tsx';
import { Form } from '#app/ui/form.tsx';
import { Page } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/pieces.tsx';
import { readForm, typedIn } from '#app/ui/read-form.ts';
import { titled } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { setCallDates } from '../commands/set-call-dates.server.ts';
import { planForm } from '../forms/plan.ts';
import { callForManager } from '../queries/call-facts.server.ts';
import { windowLine } from '../ui/offer-text.ts';
import { PlanFields } from '../ui/plan-fields.tsx';
import { fieldsOf, pressed, rowsIn, rowsOf } from '../ui/plan-rows.ts';

export const meta: MetaFunction = () => titled(wordsIn('en').words.planDesk.title);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const call = found(callForManager(signedIn(context, request), params.callId ?? ''));
  if (call.state === 'published') throw redirect(paths.staffCall({ callId: call.id }));
  const { id, title, timeZone } = call;
  return { callId: id, title, timeZone, windowLine: windowLine(call, 'en'), rows: rowsOf(call) };
}

/** Adding, taking away and proposing rewrite the form and save nothing, so that nothing typed has to be right yet. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const call = found(callForManager(portal, params.callId ?? ''));
  const sent = await request.formData();
  const intent = String(sent.get('intent') ?? 'save');
  if (intent !== 'save') {
    return data({ message: null, errors: {}, typed: fieldsOf(pressed(rowsIn(typedIn(sent)), intent, call)) });
  }
  const form = await readForm(sent, planForm(call));
  if (!form.ok) return form.response;
  const outcome = setCallDates(portal, call.id, form.value.dates);
  if (outcome.ok) throw redirect(paths.staffCall({ callId: call.id }));
  if (outcome.reason === 'not-found') notFound();
  const { words } = wordsIn('en');
  return form.refuse(
    outcome.reason === 'published' ? words.callDesk.alreadyPublished : words.planDesk.faults[outcome.reason],
  );
}

export default function StaffCallPlan() {
  const { words, language } = useWords();
  const { callId, title, timeZone, windowLine: window, rows: saved } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const rows = reply === undefined ? saved : rowsIn(reply.typed);
  const isRewritten = reply !== undefined && reply.message === null && Object.keys(reply.errors).length === 0;
  return (
    <Page title={words.planDesk.title} lead={words.planDesk.lead} back={paths.staffCall({ callId })} backLabel={title}>
      <p>
        {window} {say(language, words.planDesk.zoneNote, { zone: timeZone.replaceAll('_', ' ') })}{' '}
        <a href={paths.staffEditCall({ callId })}>{words.planDesk.windowChange}</a>
      </p>
      <Form reply={reply} values={fieldsOf(saved)}>
        {/* The return key presses the first button of a form. */}
        <button type="submit" className="quiet" name="intent" value="save" tabIndex={-1} aria-hidden="true">
          {words.planDesk.save}
        </button>
        {isRewritten && (
          <Notice tone="warn" live>
            <p>{words.planDesk.notSaved}</p>
          </Notice>
        )}
        <div className="card warm">
          <p>{words.planDesk.proposeHint}</p>
          <Button look="second" name="intent" value="propose">
            {words.planDesk.propose}
          </Button>
        </div>
        <PlanFields rows={rows} />
        <Button big name="intent" value="save">
          {words.planDesk.save}
        </Button>
      </Form>
    </Page>
  );
}
