import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Page } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/pieces.tsx';
import { Reach } from '#app/ui/reach.tsx';
import { readForm } from '#app/ui/read-form.ts';
import type { ScreenHandle } from '#app/ui/screen-handle.ts';
import { titled, wordsFor } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { startApplication } from '../commands/start-application.server.ts';
import { CODE_CHARACTERS_MAX, startForm } from '../forms.ts';
import { startPage } from '../queries/start.server.ts';
import { StartForm } from '../ui/start-form.tsx';

export const handle: ScreenHandle = { isTranslated: true };

export const meta: MetaFunction = ({ matches }) => titled(wordsFor(matches).words.application.startTitle);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const page = found(startPage(signedIn(context, request), params.slug ?? ''));
  return { ...page, code: codeIn(request) };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const page = found(startPage(portal, params.slug ?? ''));
  const form = await readForm(request, startForm(portal.language));
  if (!form.ok) return form.response;
  const outcome = startApplication(portal, page.callId, {}, form.value.entryCode);
  if (outcome.ok) throw redirect(paths.applyApplication({ applicationId: outcome.value.applicationId }), 303);
  const { words, language, deadline } = wordsIn(portal.language);
  const { reason } = outcome;
  if (reason === 'not-found') notFound();
  if (reason !== 'own-call' && reason !== 'call-not-open') {
    return form.refuse(null, { entryCode: words.entry.refusals[reason] });
  }
  return form.refuse(
    say(language, words.application.startRefusals[reason], {
      opens: deadline(page.opensAt, page.timeZone),
      closes: deadline(page.closesAt, page.timeZone),
    }),
  );
}

/** The code of a link: it fills in the form, and looking at the page uses nothing up. */
function codeIn(request: Request): string {
  return (new URL(request.url).searchParams.get('code') ?? '').slice(0, CODE_CHARACTERS_MAX);
}

export default function Start() {
  const { words, language, money, deadline } = useWords();
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const text = words.application;
  const isOver = page.window === 'closed' && page.draft?.window !== 'open';
  const ends = isOver ? text.closedAt : page.draft?.lateUntil ? words.entry.lateUntil : text.closesAt;
  return (
    <Page
      overline={page.partnerName}
      title={text.startTitle}
      lead={say(language, text.startLead, {
        title: page.title,
        amount: money(page.awardMaxMinor, page.currency),
      })}
    >
      <ol className="steps">
        <li>{text.startSteps[0]}</li>
        <li>{say(language, text.startSteps[1], { count: page.questionCount })}</li>
        <li>{text.startSteps[2]}</li>
      </ol>
      <p>{page.way === null || page.way === 'file' ? text.startTextOnly : text.startWays[page.way]}</p>
      <p>{say(language, text.startMinutes, { minutes: page.minutes })}</p>
      <p>{text.startSaves}</p>
      <p>{text.startNoPapers}</p>
      <p>
        <strong>
          {say(language, ends, { when: deadline(page.draft?.lateUntil ?? page.closesAt, page.timeZone) })}
        </strong>
      </p>
      {page.draft !== null && (
        <ButtonLink big to={paths.applyApplication({ applicationId: page.draft.id })}>
          {text.startContinue}
        </ButtonLink>
      )}
      {page.sent.map(({ id, reference }) => (
        <Notice key={id} tone="good" title={say(language, text.startSent, { reference })}>
          <p>
            <a href={paths.applyStanding({ applicationId: id })}>{text.startSentLink}</a>
          </p>
        </Notice>
      ))}
      <StartForm page={page} code={page.code} reply={reply} />
      <Reach contact={page.contact} />
    </Page>
  );
}
