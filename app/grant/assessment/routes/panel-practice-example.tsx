import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Page } from '#app/ui/page.tsx';
import { readForm } from '#app/ui/read-form.ts';
import type { ScreenHandle } from '#app/ui/screen-handle.ts';
import { titled, wordsFor } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { sendPractice } from '../commands/send-practice.server.ts';
import { practiceForm } from '../forms/practice-form.ts';
import { practiceSheet } from '../queries/practice.server.ts';
import { ComparedScores } from '../ui/compared-scores.tsx';
import { PracticeForm } from '../ui/practice-form.tsx';

export const handle: ScreenHandle = { isTranslated: true };

export const meta: MetaFunction = ({ matches }) => titled(wordsFor(matches).words.panelPractice.title);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  return found(practiceSheet(signedIn(context, request), params.callId ?? '', params.example ?? ''));
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const { call, key } = found(practiceSheet(portal, params.callId ?? '', params.example ?? ''));
  const form = await readForm(request, practiceForm(portal.language));
  if (!form.ok) return form.response;
  const outcome = sendPractice(portal, call.id, key, form.value);
  // A second press of the button finds the scores where the first one put them.
  if (outcome.ok || outcome.reason === 'already-done')
    throw redirect(`${paths.panelPracticeExample({ callId: call.id, example: key })}#compared`, 303);
  if (outcome.reason === 'not-found') notFound();
  return form.refuse(wordsIn(portal.language).words.panelPractice.refusals[outcome.reason]);
}

export default function PanelPracticeExample() {
  const { words, language, money } = useWords();
  const { call, key, asksMinor, compared, examples } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const text = words.panelPractice;
  const example = text.examples[key];
  const next = examples.find((one) => !one.isDone && one.key !== key);
  return (
    <Page
      back={paths.panelPractice({ callId: call.id })}
      backLabel={text.back}
      overline={text.example}
      title={example.title}
      lead={`${example.group} · ${say(language, text.asks, { amount: money(asksMinor, 'GBP') })}`}
    >
      <div className="card">
        {example.text.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </div>
      {compared === null ? (
        <PracticeForm reply={reply} />
      ) : (
        <ComparedScores compared={compared} because={example.because}>
          <p>
            {next === undefined ? (
              <ButtonLink to={paths.panelPractice({ callId: call.id })}>{text.back}</ButtonLink>
            ) : (
              <ButtonLink to={paths.panelPracticeExample({ callId: call.id, example: next.key })}>
                {say(language, text.next, { title: text.examples[next.key].title })}
              </ButtonLink>
            )}
          </p>
        </ComparedScores>
      )}
    </Page>
  );
}
