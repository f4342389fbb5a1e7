import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Choices, Tick } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import { Page } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/pieces.tsx';
import { readForm } from '#app/ui/read-form.ts';
import { titled } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { publishCall } from '../commands/publish-call.server.ts';
import { publishForm } from '../forms.ts';
import { callOnDesk } from '../queries/call-desk.server.ts';
import { callForManager } from '../queries/call-facts.server.ts';
import { HowWeDecide } from '../ui/how-we-decide.tsx';
import { ProblemList } from '../ui/problem-list.tsx';
import { useWarningWords } from '../ui/warning-words.ts';

export const meta: MetaFunction = () => titled(wordsIn('en').words.callDesk.publishTitle);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const desk = found(callOnDesk(signedIn(context, request), params.callId ?? ''));
  if (desk.call.changeOf !== null) throw redirect(paths.staffCallChange({ callId: desk.call.changeOf }));
  if (desk.call.state === 'published') throw redirect(paths.staffCall({ callId: desk.call.id }));
  const { call, problems, warnings, wordsAltogether } = desk;
  return { call, problems, warnings, wordsAltogether };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const { id: callId } = found(callForManager(portal, params.callId ?? ''));
  const form = await readForm(request, publishForm);
  if (!form.ok) return form.response;
  const outcome = publishCall(portal, callId, form.value.warnings);
  if (outcome.ok || outcome.reason === 'published') throw redirect(paths.staffCall({ callId }));
  if (outcome.reason === 'not-found') notFound();
  const { callDesk: words } = wordsIn('en').words;
  if (outcome.reason === 'warnings-not-ticked') return form.refuse(null, { warnings: words.warningsNotTicked });
  return form.refuse(words.problems[outcome.reason]);
}

export default function StaffPublishCall() {
  const { words, language, deadline } = useWords();
  const { call, problems, warnings, wordsAltogether } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const warningWords = useWarningWords({ ...call, wordsAltogether });
  const callId = call.id;
  return (
    <Page
      title={words.callDesk.publishTitle}
      lead={words.callDesk.publishLead}
      back={paths.staffCall({ callId })}
      backLabel={call.title}
    >
      {problems.length > 0 ? (
        <Notice tone="bad" title={words.callDesk.publishBlocked}>
          <ProblemList callId={callId} problems={problems} />
        </Notice>
      ) : (
        <Form reply={reply}>
          <Notice tone="brand" title={words.callDesk.publishMeansTitle}>
            <ul>
              {words.callDesk.publishMeans.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </Notice>
          <h2>{words.callDesk.checkAll}</h2>
          <p>
            {say(language, words.callDesk.publishOpens, {
              opens: deadline(call.opensAt, call.timeZone),
              closes: deadline(call.closesAt, call.timeZone),
            })}
          </p>
          <HowWeDecide decision={call} partnerName={call.partnerName} />
          <p className="row">
            <ButtonLink to={paths.call({ slug: call.slug })} look="second">
              {words.callDesk.preview}
            </ButtonLink>
            <ButtonLink to={paths.staffPreview({ callId })} look="second">
              {words.buildingDesk.previewLink}
            </ButtonLink>
          </p>
          {warnings.length > 0 && (
            <Choices
              type="checkbox"
              name="warnings"
              className="warnings"
              label={words.callDesk.publishWarningsTitle}
              choices={warnings.map((warning) => ({
                value: warning,
                label: warningWords(warning),
                hint: words.callDesk.publishWarningTick,
              }))}
            />
          )}
          <Tick name="sure" label={words.callDesk.publishSure} />
          <Button big>{words.callDesk.publishDo}</Button>
        </Form>
      )}
    </Page>
  );
}
