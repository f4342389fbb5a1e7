import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { Button } from '#app/ui/button.tsx';
import { TextField, Tick } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import { Page } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/pieces.tsx';
import { readForm } from '#app/ui/read-form.ts';
import { titled } from '#app/ui/titled.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { makeSheets } from '../commands/make-sheets.server.ts';
import { sheetsForm } from '../forms.ts';
import { deskOf } from '../queries/desk.server.ts';
import sheetsStyle from '../ui/sheets.css?url';
import { SheetsToPrint } from '../ui/sheets-to-print.tsx';

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: sheetsStyle }];

export const meta: MetaFunction = () => titled(wordsIn('en').words.pitchDay.sheetsTitle);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const portal = signedIn(context, request);
  const { call, event, poll } = found(deskOf(portal, params.callId ?? ''));
  const address = new URL(paths.vote(), portal.env.PUBLIC_URL);
  return {
    callId: call.id,
    title: found(event).title,
    maxChoices: poll?.maxChoices ?? 1,
    isRanked: poll?.isRanked ?? false,
    voteShort: `${address.host}${address.pathname}`,
    votePage: poll === null ? '' : new URL(paths.booth({ pollId: poll.pollId }), portal.env.PUBLIC_URL).href,
  };
}

/** Answers with the sheets themselves: the codes exist in this one answer, and nowhere after it. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const callId = params.callId ?? '';
  found(deskOf(portal, callId)?.event);
  const form = await readForm(request, sheetsForm);
  if (!form.ok) return form.response;
  const made = makeSheets(portal, callId, form.value.count);
  if (made.ok) return { label: made.value.label, tokens: made.value.tokens };
  if (made.reason === 'not-found') notFound();
  return form.refuse(wordsIn('en').words.pitchDay.refusals[made.reason]);
}

export default function Sheets() {
  const { pitchDay } = useWords().words;
  const event = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  if (reply !== undefined && 'tokens' in reply)
    return <SheetsToPrint event={event} label={reply.label} tokens={reply.tokens} />;
  return (
    <Page
      title={pitchDay.sheetsMake}
      overline={event.title}
      lead={pitchDay.sheetsLead}
      back={paths.staffPitchDay({ callId: event.callId })}
      backLabel={pitchDay.deskTitle}
    >
      <Notice tone="warn" title={pitchDay.sheetsWarning}>
        <p>{pitchDay.sheetsWarningText}</p>
      </Notice>
      <Form reply={reply}>
        <TextField
          name="count"
          inputMode="numeric"
          short
          label={pitchDay.sheetsCount}
          hint={pitchDay.sheetsCountHint}
        />
        <Tick name="understood" label={pitchDay.sheetsTick} />
        <Button>{pitchDay.sheetsShow}</Button>
      </Form>
    </Page>
  );
}
