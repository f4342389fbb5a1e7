import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { CallText } from '#app/ui/call-text.tsx';
import { Form } from '#app/ui/form.tsx';
import { Page } from '#app/ui/page.tsx';
import { Facts, Notice, Written } from '#app/ui/pieces.tsx';
import { refusal } from '#app/ui/read-form.ts';
import type { ScreenHandle } from '#app/ui/screen-handle.ts';
import { titled, wordsFor } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { joinTeam } from '../commands/join-team.server.ts';
import { joinPage } from '../queries/join-page.server.ts';

export const handle: ScreenHandle = { isTranslated: true };

export const meta: MetaFunction = ({ matches }) => titled(wordsFor(matches).words.team.joinTitle);

/** Looking uses nothing up: letters are opened by programs that look for danger before a person does. */
export function loader({ params, request, context }: LoaderFunctionArgs) {
  return found(joinPage(signedIn(context, request), params.token ?? ''));
}

export function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const page = found(joinPage(portal, params.token ?? ''));
  const outcome = joinTeam(portal, params.token ?? '');
  if (outcome.ok) throw redirect(paths.applyApplication({ applicationId: outcome.value.applicationId }), 303);
  if (outcome.reason === 'not-found') notFound();
  const { words, language } = wordsIn(portal.language);
  const sentence = words.team.joinOver[outcome.reason];
  return refusal(say(language, sentence, { owner: page.idea?.ownerName ?? '' }));
}

/** Whose idea it is, what one could do, and one button. */
export default function Join() {
  const { words, language } = useWords();
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const text = words.team;
  const { idea } = page;
  if (page.isInTeam) {
    return (
      <Page title={text.joinTitle} lead={text.joinAlready}>
        <ButtonLink to={paths.applyApplication({ applicationId: page.applicationId })}>{text.joinGo}</ButtonLink>
      </Page>
    );
  }
  if (idea === null) {
    const why = page.isForMe && page.state !== 'open' ? page.state : 'other-address';
    return (
      <Page title={text.joinTitle}>
        <Notice tone="warn">
          <p>{text.joinOver[why]}</p>
        </Notice>
      </Page>
    );
  }
  const named = (value: string) =>
    value === '' ? text.joinUnnamed : <Written key={value} as="span" text={value} lang={idea.language} />;
  return (
    <Page title={text.joinTitle} lead={say(language, text.joinLead, { owner: idea.ownerName })}>
      <Facts
        facts={[
          [text.joinIdea, named(idea.title)],
          [text.joinGroup, named(idea.groupName)],
          [text.joinCall, <CallText key="call" text={page.callTitle} language={page.callLanguage} />],
          [text.joinRole, text.roleHints[page.role]],
        ]}
      />
      {page.kind === 'support' && <p>{text.joinSupport}</p>}
      <p>{text.joinSeen}</p>
      <p>{text.joinConflict}</p>
      <p className="soft">
        <JoinUntil at={page.expiresAt} timeZone={page.timeZone} />
      </p>
      <Form reply={reply}>
        <Button big>{text.joinDo}</Button>
      </Form>
    </Page>
  );
}

function JoinUntil(props: { at: number; timeZone: string }) {
  const { words, language, deadline } = useWords();
  return <>{say(language, words.team.joinUntil, { when: deadline(props.at, props.timeZone) })}</>;
}
