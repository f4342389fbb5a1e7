import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { readPageFrom } from '#app/kernel/paging.ts';
import { paths } from '#app/paths.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { Page } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/pieces.tsx';
import { titled } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { rollPage } from '../queries/roll-page.server.ts';
import { AddVoters, ChooseRemote, Voters } from '../ui/roll-steps.tsx';
import { pressRoll } from './press-roll.server.ts';

export const meta: MetaFunction = () => titled(wordsIn('en').words.rollDesk.title);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const portal = signedIn(context, request);
  const { searchParams } = new URL(request.url);
  return {
    ...found(rollPage(portal, params.callId ?? '', readPageFrom(searchParams))),
    done: searchParams.get('done'),
  };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const { call } = found(rollPage(portal, params.callId ?? '', null));
  const pressed = await pressRoll(portal, call.id, await request.formData());
  if (pressed === 'not-found') notFound();
  if ('to' in pressed) throw redirect(pressed.to, 303);
  return pressed.refused;
}

/** Who votes besides the room: the choice, the list, and the letters again for those who lost theirs. */
export default function Roll() {
  const { words } = useWords();
  const { rollDesk: text, pitchDay } = words;
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { call, choice } = page;
  return (
    <Page
      back={paths.staffPitchDay({ callId: call.id })}
      backLabel={pitchDay.deskTitle}
      overline={call.title}
      title={text.title}
      lead={text.lead}
    >
      <Done what={page.done} />
      <ChooseRemote page={page} reply={reply} />
      {choice !== 'nobody' && (
        <>
          {!page.isClosed && <AddVoters reply={reply} />}
          <Voters page={page} />
        </>
      )}
    </Page>
  );
}

/** What the last button did; `12-3` are people added and known. */
function Done({ what }: { what: string | null }) {
  const { words, language } = useWords();
  const { rollDesk: text } = words;
  const [, added, known] = /^(\d{1,4})-(\d{1,4})$/.exec(what ?? '') ?? [];
  if (what === 'sent' || what === 'taken')
    return (
      <Notice tone="good" live>
        {what === 'sent' ? text.sentAgain : text.takenOff}
      </Notice>
    );
  if (added === undefined || known === undefined) return null;
  return (
    <Notice tone="good" live>
      {say(language, text.added, { count: Number(added) })}{' '}
      {Number(known) > 0 && say(language, text.known, { count: Number(known) })}
    </Notice>
  );
}
