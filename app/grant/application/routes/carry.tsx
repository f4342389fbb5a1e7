import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { Button } from '#app/ui/button.tsx';
import { CallText } from '#app/ui/call-text.tsx';
import { Hidden, TextField } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import { Page } from '#app/ui/page.tsx';
import { Card, Notice } from '#app/ui/pieces.tsx';
import { readForm, refusal } from '#app/ui/read-form.ts';
import type { ScreenHandle } from '#app/ui/screen-handle.ts';
import { titled, wordsFor } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { setCarryConsent } from '../commands/carry-consent.server.ts';
import { carryOver } from '../commands/carry-over.server.ts';
import { CODE_CHARACTERS_MAX, startForm } from '../forms.ts';
import { carryPage } from '../queries/carry-page.server.ts';
import { OfCall } from '../ui/of-call.tsx';

export const handle: ScreenHandle = { isTranslated: true };

export const meta: MetaFunction = ({ matches }) => titled(wordsFor(matches).words.carrying.title);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  return found(carryPage(signedIn(context, request), params.applicationId ?? ''));
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const page = found(carryPage(portal, params.applicationId ?? ''));
  const posted = await request.formData();
  const intent = posted.get('intent');
  const { refusals } = wordsIn(portal.language).words.carrying;
  if (intent === 'agree' || intent === 'withdraw') {
    const kept = setCarryConsent(portal, page.id, intent === 'agree');
    if (!kept.ok) return kept.reason === 'not-found' ? notFound() : refusal(refusals[kept.reason]);
    throw redirect(paths.applyCarry({ applicationId: page.id }), 303);
  }
  const form = await readForm(posted, startForm(portal.language));
  if (!form.ok) return form.response;
  const outcome = carryOver(portal, page.id, String(posted.get('toCallId')), form.value.entryCode);
  if (outcome.ok) throw redirect(paths.applyApplication({ applicationId: outcome.value.applicationId }), 303);
  if (outcome.reason === 'not-found') notFound();
  const known: Readonly<Record<string, string>> = refusals;
  return form.refuse(known[outcome.reason] ?? refusals.other);
}

/** Where its words can go next, and whether the group wants to hear of new calls. */
export default function Carry() {
  const { words, language, deadline } = useWords();
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const text = words.carrying;
  return (
    <Page
      back={paths.applyApplication({ applicationId: page.id })}
      backLabel={words.application.taskTitle}
      overline={<OfCall title={page.callTitle} reference={page.reference} />}
      title={text.title}
      lead={page.refusal === null ? text.lead : undefined}
    >
      {page.title !== '' && <p dir="auto">{say(language, text.from, page)}</p>}
      {page.refusal !== null ? (
        <Notice tone="warn">
          <p>{text.refusals[page.refusal]}</p>
        </Notice>
      ) : (
        <section aria-labelledby="open-calls">
          <h2 id="open-calls">{text.callsTitle}</h2>
          {page.hasRecordings && <p>{text.recordings}</p>}
          {page.calls.length === 0 && <p>{text.none}</p>}
          {page.calls.map((call) => (
            <Card key={call.id} as="section">
              <h3>
                <CallText text={call.title} language={call.language} />
              </h3>
              <p>
                {call.partnerName}
                <br />
                {say(language, text.closes, { when: deadline(call.closesAt, call.timeZone) })}
              </p>
              <Form reply={reply?.typed.toCallId?.[0] === call.id ? reply : undefined} part={call.id}>
                <Hidden name="toCallId" value={call.id} />
                {call.invitationOnly && (
                  <TextField
                    name="entryCode"
                    label={text.code}
                    hint={text.codeHint}
                    dir="ltr"
                    short
                    maxLength={CODE_CHARACTERS_MAX}
                  />
                )}
                <Button>
                  <span aria-hidden="true">{text.carry}</span>
                  <span className="quiet">{say(language, text.carryTo, { call: call.title })}</span>
                </Button>
              </Form>
            </Card>
          ))}
        </section>
      )}
      {(page.refusal === null || page.consentedAt !== null) && (
        <section aria-labelledby="consent">
          <h2 id="consent">{text.consentTitle}</h2>
          <p>{say(language, text.consentText, { partner: page.partnerName })}</p>
          <Form>
            {page.consentedAt === null ? (
              <Button look="second" name="intent" value="agree">
                {text.agree}
              </Button>
            ) : (
              <>
                <p>{say(language, text.agreed, { when: deadline(page.consentedAt, page.timeZone) })}</p>
                <Button look="second" name="intent" value="withdraw">
                  {text.withdraw}
                </Button>
              </>
            )}
          </Form>
        </section>
      )}
    </Page>
  );
}
