import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { Button } from '#app/ui/button.tsx';
import { Hidden } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import { Page } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/pieces.tsx';
import { refusal } from '#app/ui/read-form.ts';
import { titled } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { giveOut } from '../commands/give-out.server.ts';
import { giveOutPlan } from '../queries/give-out-plan.server.ts';
import { mayGiveOut } from '../queries/run-panel.server.ts';
import { DeskPlan, UnplacedList } from '../ui/desk-plan.tsx';

export const meta: MetaFunction = () => titled(wordsIn('en').words.giveOutDesk.title);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const portal = signedIn(context, request);
  const asked = new URL(request.url).searchParams;
  const moves = asked.get('again') === 'yes' ? 'not-begun' : 'nothing';
  const plan = found(giveOutPlan(portal, params.callId ?? '', moves));
  return { plan, isDone: asked.get('done') === 'given-out' };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const callId = params.callId ?? '';
  if (!mayGiveOut(portal, callId)) return notFound();
  const posted = await request.formData();
  const moves = posted.get('moves') === 'not-begun' ? 'not-begun' : 'nothing';
  const outcome = giveOut(portal, callId, moves, String(posted.get('plan') ?? ''));
  if (!outcome.ok) {
    if (outcome.reason === 'not-found') notFound();
    return refusal(wordsIn('en').words.giveOutDesk.refusals[outcome.reason]);
  }
  throw redirect(paths.staffGiveOut({ callId, done: 'given-out' }));
}

export default function StaffGiveOut() {
  const { words, language, dateTime } = useWords();
  const { plan, isDone } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { giveOutDesk } = words;
  const { call } = plan;
  const changes = plan.given + plan.taken;
  return (
    <Page
      back={paths.staffPanel({ callId: call.id })}
      backLabel={words.assessment.boardTitle}
      overline={call.title}
      title={giveOutDesk.title}
      lead={giveOutDesk.lead}
    >
      {isDone && (
        <Notice tone="good" live>
          {giveOutDesk.applied}
        </Notice>
      )}
      <p>
        {say(language, giveOutDesk.reviews, { applications: plan.applications, reviews: plan.reviews })}{' '}
        {plan.lastGivenAt === null
          ? giveOutDesk.never
          : say(language, giveOutDesk.lastGiven, { when: dateTime(plan.lastGivenAt, call.timeZone) })}
      </p>
      {plan.silent.length > 0 && (
        <Notice tone="warn">{say(language, giveOutDesk.silent, { names: plan.silent.join(', ') })}</Notice>
      )}
      {plan.refusal !== null ? (
        <Notice>{giveOutDesk.refusals[plan.refusal]}</Notice>
      ) : (
        <>
          <section aria-labelledby="plan">
            <h2 id="plan">{giveOutDesk.previewTitle}</h2>
            <p>
              {say(language, giveOutDesk.preview, { given: plan.given })}{' '}
              {plan.taken > 0 && say(language, giveOutDesk.previewTaken, { taken: plan.taken })}{' '}
              {changes > 0 && giveOutDesk.notYet}
            </p>
            {plan.daysLeft !== null && <p>{say(language, giveOutDesk.daysLeft, { days: plan.daysLeft })}</p>}
            <DeskPlan plan={plan} />
            {(changes > 0 || reply !== undefined) && (
              <Form reply={reply} action="#plan">
                <Hidden name="plan" value={plan.key} />
                <Hidden name="moves" value={plan.moves} />
                {changes > 0 && <Button big>{giveOutDesk.apply}</Button>}
              </Form>
            )}
          </section>
          <section aria-labelledby="unplaced">
            <h2 id="unplaced">{giveOutDesk.unplacedTitle}</h2>
            <UnplacedList unplaced={plan.unplaced} />
          </section>
          {plan.lastGivenAt !== null && <OtherWay callId={call.id} isAgain={plan.moves === 'not-begun'} />}
        </>
      )}
    </Page>
  );
}

/** The other plan there is: only filling gaps, or sharing out again what nobody has begun. */
function OtherWay({ callId, isAgain }: { callId: string; isAgain: boolean }) {
  const { giveOutDesk } = useWords().words;
  if (isAgain) {
    return (
      <p>
        <a href={paths.staffGiveOut({ callId })}>{giveOutDesk.onlyFill}</a>
      </p>
    );
  }
  return (
    <p>
      <a href={paths.staffGiveOut({ callId, again: 'yes' })}>{giveOutDesk.evenOut}</a>{' '}
      <span className="soft block">{giveOutDesk.evenOutHint}</span>
    </p>
  );
}
