import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { Button } from '#app/ui/button.tsx';
import { TextField } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import { Page } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/pieces.tsx';
import { readForm } from '#app/ui/read-form.ts';
import { titled } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { typeTieThrow } from '../commands/type-tie-throw.server.ts';
import { throwForm } from '../forms.ts';
import { type ThrowPage, throwPage } from '../queries/tie-throw.server.ts';

export const meta: MetaFunction = () => titled(wordsIn('en').words.tieThrow.title);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const page = found(throwPage(signedIn(context, request), params.callId ?? ''));
  return { page, isSaved: new URL(request.url).searchParams.has('done') };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const callId = params.callId ?? '';
  found(throwPage(portal, callId));
  const form = await readForm(request, throwForm);
  if (!form.ok) return form.response;
  const typed = typeTieThrow(portal, callId, form.value.value);
  if (typed.ok) throw redirect(paths.staffTieThrow({ callId, done: typed.value }));
  if (typed.reason === 'not-found') notFound();
  return form.refuse(null, { value: wordsIn('en').words.tieThrow.refusals[typed.reason] });
}

export default function TieThrow() {
  const { words, language } = useWords();
  const { page, isSaved } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { tieThrow } = words;
  return (
    <Page
      overline={page.call.title}
      title={tieThrow.title}
      lead={tieThrow.lead}
      back={page.isManager ? paths.staffPitchDay({ callId: page.call.id }) : paths.finance()}
      backLabel={page.isManager ? tieThrow.toDesk : words.payment.workTitle}
    >
      <p>{say(language, tieThrow.source, { source: page.source })}</p>
      {page.recorded !== null ? (
        <Notice tone="good" live>
          <p>{say(language, tieThrow.recorded, { thrown: page.recorded })}</p>
        </Notice>
      ) : page.isClosed ? (
        <>
          <Standing page={page} isSaved={isSaved} />
          <Form reply={reply}>
            <TextField name="value" maxLength={256} short dir="ltr" label={tieThrow.value} hint={tieThrow.hint} />
            <Button look={page.byMe && page.readings.length === 0 ? 'second' : 'first'}>{tieThrow.save}</Button>
          </Form>
        </>
      ) : (
        <Notice>{tieThrow.notClosed}</Notice>
      )}
    </Page>
  );
}

/** Who has typed; what they typed only where it is not the same. */
function Standing({ page, isSaved }: { page: ThrowPage; isSaved: boolean }) {
  const { words, language, list } = useWords();
  const { tieThrow } = words;
  if (page.readings.length > 0) {
    return (
      <Notice tone="warn" live>
        <p>{tieThrow.differs}</p>
        <ul>
          {page.readings.map((reading) => (
            <li key={reading.name}>{say(language, tieThrow.reading, reading)}</li>
          ))}
        </ul>
      </Notice>
    );
  }
  if (page.typedBy.length === 0) return null;
  const who = { names: list(page.typedBy), count: page.typedBy.length };
  return (
    <Notice tone={isSaved ? 'good' : undefined} live={isSaved}>
      <p>{page.byMe ? tieThrow.first : `${say(language, tieThrow.waits, who)} ${tieThrow.yours}`}</p>
    </Notice>
  );
}
