import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, signedIn } from '#app/people/request.server.ts';
import { Button } from '#app/ui/button.tsx';
import { Form } from '#app/ui/form.tsx';
import { Page } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/pieces.tsx';
import { titled } from '#app/ui/titled.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { mendPitchCard } from '../commands/save-pitch-card.server.ts';
import { staffPitchPage } from '../queries/pitch-card-page.server.ts';
import { cardValues, PitchCardFields, ShowToEverybody } from '../ui/pitch-card-fields.tsx';
import { pressCard } from './press-card.server.ts';

export const meta: MetaFunction = () => titled(wordsIn('en').words.pitchCard.deskTitle);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const { callId = '', applicationId = '' } = params;
  const page = found(staffPitchPage(signedIn(context, request), callId, applicationId));
  return { page, isSaved: new URL(request.url).searchParams.get('done') === 'saved' };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const { callId = '', applicationId = '' } = params;
  const page = found(staffPitchPage(portal, callId, applicationId));
  const refusal = await pressCard(request, 'en', page, (wanted, seen) =>
    mendPitchCard(portal, callId, applicationId, wanted, seen),
  );
  if (refusal !== null) return refusal;
  throw redirect(paths.staffPitch({ callId, applicationId, done: 'saved' }), 303);
}

/** Staff mend what a group says of its pitch; whether anybody sees it is the group's. */
export default function MendPitch() {
  const { pitchCard: text, pitchDay } = useWords().words;
  const { page, isSaved } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page
      back={paths.staffPitchDay({ callId: page.callId })}
      backLabel={pitchDay.deskTitle}
      overline={`${page.title} – ${page.groupName}`}
      title={text.deskTitle}
      lead={text.deskLead}
    >
      {isSaved && (
        <Notice tone="good" live>
          <p>{text.saved}</p>
        </Notice>
      )}
      <Notice tone={page.card.isShown ? 'good' : 'plain'}>
        <p>
          <strong>{page.card.isShown ? text.shown : text.notYet}</strong>
        </p>
      </Notice>
      <Form reply={reply} values={cardValues(page)}>
        <PitchCardFields page={page} />
        <ShowToEverybody page={page} as="staff" />
        <Button>{text.save}</Button>
      </Form>
    </Page>
  );
}
