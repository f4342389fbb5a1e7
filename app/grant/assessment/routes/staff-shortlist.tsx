import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { Page } from '#app/ui/page.tsx';
import { Empty, Notice } from '#app/ui/pieces.tsx';
import { readForm } from '#app/ui/read-form.ts';
import { titled } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { decideShortlist } from '../commands/decide-shortlist.server.ts';
import { shortlistForm, shortlistSizeIn } from '../forms.ts';
import { shortlistDesk } from '../queries/shortlist-desk.server.ts';
import { DecidedShortlist } from '../ui/decided-shortlist.tsx';
import { ShortlistForm } from '../ui/shortlist-form.tsx';

export const meta: MetaFunction = () => titled(wordsIn('en').words.assessment.shortlistTitle);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams;
  const desk = found(shortlistDesk(signedIn(context, request), params.callId ?? '', shortlistSizeIn(asked.get('top'))));
  return { desk, isJustDecided: asked.get('done') === 'decided' };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const callId = params.callId ?? '';
  const desk = found(shortlistDesk(portal, callId, null));
  const form = await readForm(request, shortlistForm(desk.rows.map((row) => row.applicationId)));
  if (!form.ok) return form.response;
  const outcome = decideShortlist(portal, callId, form.value);
  if (!outcome.ok) {
    if (outcome.reason === 'not-found') notFound();
    return form.refuse(wordsIn('en').words.assessment.refusals[outcome.reason]);
  }
  throw redirect(paths.staffShortlist({ callId, done: 'decided' }));
}

export default function StaffShortlist() {
  const { words, language, dateTime } = useWords();
  const { desk, isJustDecided } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { assessment } = words;
  const { call, decided } = desk;
  const lead =
    decided === null
      ? assessment.shortlistLead
      : say(language, assessment.shortlistLeadDecided, {
          by: decided.by,
          when: dateTime(decided.at, call.timeZone),
        });
  return (
    <Page
      back={paths.staffPanel({ callId: call.id })}
      backLabel={assessment.boardTitle}
      overline={call.title}
      title={assessment.shortlistTitle}
      lead={lead}
    >
      {isJustDecided && (
        <Notice tone="good" live>
          {assessment.decided}
        </Notice>
      )}
      {desk.state !== 'closed' && <Empty title={assessment.shortlistWaits} />}
      {desk.state === 'closed' && desk.rows.length === 0 && <Empty title={assessment.shortlistNothing} />}
      {desk.rows.length > 0 &&
        (decided === null ? <ShortlistForm desk={desk} reply={reply} /> : <DecidedShortlist desk={desk} />)}
    </Page>
  );
}
