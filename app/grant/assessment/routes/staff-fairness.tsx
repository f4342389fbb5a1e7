import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { Button } from '#app/ui/button.tsx';
import { Hidden, TextArea } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import { Page } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/pieces.tsx';
import { readForm } from '#app/ui/read-form.ts';
import { titled } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { answerFairness } from '../commands/answer-fairness.server.ts';
import { fairnessForm } from '../forms/fairness-form.ts';
import { fairnessDesk } from '../queries/fairness.server.ts';
import { RESPONSE_MAX } from '../rules/answering-fairness.ts';
import { FAIRNESS_GROUP_MIN } from '../rules/fairness.ts';
import { FairnessAnswers } from '../ui/fairness-answers.tsx';
import { FairnessTables } from '../ui/fairness-tables.tsx';

export const meta: MetaFunction = () => titled(wordsIn('en').words.panelFairness.title);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  return found(fairnessDesk(signedIn(context, request), params.callId ?? ''));
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const callId = params.callId ?? '';
  found(fairnessDesk(portal, callId));
  const form = await readForm(request, fairnessForm);
  if (!form.ok) return form.response;
  const outcome = answerFairness(portal, callId, form.value.response, form.value.seenHash);
  if (!outcome.ok) {
    if (outcome.reason === 'not-found') notFound();
    const { language, words } = wordsIn('en');
    return form.refuse(say(language, words.panelFairness.refusals[outcome.reason], { max: RESPONSE_MAX }));
  }
  throw redirect(paths.staffFairness({ callId }));
}

export default function StaffFairness() {
  const { words, language } = useWords();
  const { call, figures, scoresHash, answers, isAnswered, isDecided } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { panelFairness } = words;
  return (
    <Page
      back={paths.staffShortlist({ callId: call.id })}
      backLabel={words.assessment.shortlistTitle}
      overline={call.title}
      title={panelFairness.title}
      lead={panelFairness.lead}
    >
      {!isDecided && (
        <Notice tone={isAnswered ? 'good' : 'warn'} live={isAnswered}>
          <p>{isAnswered ? panelFairness.answered : panelFairness.waiting}</p>
        </Notice>
      )}
      <p>
        {panelFairness.how} {say(language, panelFairness.few, { min: FAIRNESS_GROUP_MIN })}
      </p>
      <FairnessTables figures={figures} />
      <FairnessAnswers answers={answers} timeZone={call.timeZone} />
      {!isAnswered && !isDecided && (
        <section aria-labelledby="answer">
          <h2 id="answer">{panelFairness.responseTitle}</h2>
          <Form reply={reply} action="#answer">
            <Hidden name="seenHash" value={scoresHash} />
            <TextArea name="response" label={panelFairness.response} hint={panelFairness.responseHint} rows={6} />
            <p className="soft" id="answer-hint">
              {panelFairness.sendHint}
            </p>
            <Button describedBy="answer-hint">{panelFairness.send}</Button>
          </Form>
        </section>
      )}
    </Page>
  );
}
