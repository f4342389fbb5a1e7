import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound } from '#app/people/request.server.ts';
import { Button } from '#app/ui/button.tsx';
import { Choices, TextField } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import { Page } from '#app/ui/page.tsx';
import { Facts, Money, Notice } from '#app/ui/pieces.tsx';
import { readForm } from '#app/ui/read-form.ts';
import type { ScreenHandle } from '#app/ui/screen-handle.ts';
import { titled, wordsFor } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { answerForHost } from '../commands/answer-for-host.server.ts';
import { hostForm } from '../forms/payee-form.ts';
import { type HostPage, hostPage } from '../queries/host-page.server.ts';
import { HOST_ANSWERS } from '../rules/host-answer.ts';

export const handle: ScreenHandle = { isTranslated: true };

export const meta: MetaFunction = ({ matches }) => titled(wordsFor(matches).words.payee.hostTitle);

/** Looking uses nothing up: letters are opened by programs that look for danger before a person does. */
export function loader({ params, context }: LoaderFunctionArgs) {
  return found(hostPage(context.portal, params.token ?? ''));
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const { portal } = context;
  const token = params.token ?? '';
  found(hostPage(portal, token));
  const form = await readForm(request, hostForm(portal.language));
  if (!form.ok) return form.response;
  const outcome = answerForHost(portal, token, form.value.answer, form.value.name);
  if (outcome.ok || outcome.reason === 'answered') throw redirect(paths.host({ token }), 303);
  if (outcome.reason === 'not-found') notFound();
  const { words } = wordsIn(portal.language);
  if (outcome.reason === 'name-missing') return form.refuse(null, { name: words.common.fieldMissing });
  return form.refuse(words.payee.hostOver[outcome.reason]);
}

/** Where an organisation that has no account here says whether it will hold a group's money. */
export default function Host() {
  const { words, language, deadline } = useWords();
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { payee: text } = words;
  const { facts, state, answer } = page;
  if (facts === null || state !== 'open') {
    const over = state === 'answered' && answer !== null ? answer : state === 'expired' ? state : 'superseded';
    return (
      <Page title={text.hostTitle}>
        <Notice tone={over === 'accepted' ? 'good' : 'plain'}>{text.hostOver[over]}</Notice>
        {facts !== null && <HostFacts facts={facts} />}
      </Page>
    );
  }
  return (
    <Page title={text.hostTitle} lead={say(language, text.hostLead, { group: facts.groupName, host: facts.hostName })}>
      <HostFacts facts={facts} />
      <p>{text.hostMeans}</p>
      <p>{text.hostNothing}</p>
      <p className="soft">{say(language, text.hostUntil, { when: deadline(page.expiresAt, page.timeZone) })}</p>
      <Form reply={reply}>
        <Choices
          type="radio"
          name="answer"
          label={text.hostAnswer}
          choices={HOST_ANSWERS.map((value) => ({ value, label: text.hostAnswers[value] }))}
        />
        <TextField
          name="name"
          label={text.hostSigner}
          hint={text.hostSignerHint}
          autoComplete="name"
          spellCheck={false}
          maxLength={100}
        />
        <Button>{text.hostSend}</Button>
      </Form>
    </Page>
  );
}

function HostFacts({ facts }: { facts: NonNullable<HostPage['facts']> }) {
  const { words, language } = useWords();
  const { payee: text } = words;
  const sum = (amountMinor: number) => <Money amount={amountMinor} currency={facts.currency} />;
  return (
    <section>
      <h2>{text.hostFacts}</h2>
      <Facts
        facts={[
          [text.hostGroup, <bdi key="group">{facts.groupName}</bdi>],
          [text.hostProject, <bdi key="title">{facts.title}</bdi>],
          [text.hostFrom, <bdi key="partner">{facts.partnerName}</bdi>],
          [text.hostAmount, sum(facts.amountMinor)],
          [text.hostKeeps, sum(facts.keepsMinor)],
          [text.hostPasses, sum(facts.amountMinor - facts.keepsMinor)],
          [
            text.hostAccount,
            <bdi key="account">
              {say(language, text.hostAccountOf, { name: facts.accountName, masked: facts.masked })}
            </bdi>,
          ],
        ]}
      />
    </section>
  );
}
