import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, signedIn } from '#app/people/request.server.ts';
import { Button } from '#app/ui/button.tsx';
import { Form } from '#app/ui/form.tsx';
import { Page } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/pieces.tsx';
import type { ScreenHandle } from '#app/ui/screen-handle.ts';
import { titled, wordsFor } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import { savePitchCard } from '../commands/save-pitch-card.server.ts';
import { myPitchPage } from '../queries/pitch-card-page.server.ts';
import { cardValues, PitchCardFields, ShowToEverybody } from '../ui/pitch-card-fields.tsx';
import { pressCard } from './press-card.server.ts';

export const handle: ScreenHandle = { isTranslated: true };

export const meta: MetaFunction = ({ matches }) => titled(wordsFor(matches).words.pitchCard.title);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const page = found(myPitchPage(signedIn(context, request), params.applicationId ?? ''));
  return { page, isSaved: new URL(request.url).searchParams.get('done') === 'saved' };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const applicationId = params.applicationId ?? '';
  const page = found(myPitchPage(portal, applicationId));
  const refusal = await pressCard(request, portal.language, page, (wanted, seen) =>
    savePitchCard(portal, applicationId, wanted, seen),
  );
  if (refusal !== null) return refusal;
  throw redirect(paths.applyPitch({ applicationId, done: 'saved' }), 303);
}

/** Where a group says what people see of its pitch, and whether they may. */
export default function MyPitch() {
  const { words, language, dateTime, deadline } = useWords();
  const { page, isSaved } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { pitchCard: text } = words;
  const { card, as, timeZone } = page;
  return (
    <Page
      back={paths.applyStanding({ applicationId: page.applicationId })}
      backLabel={words.standing.standingTitle}
      overline={page.title}
      title={text.title}
      lead={text.lead}
    >
      {isSaved && (
        <Notice tone="good" live>
          <p>{text.saved}</p>
        </Notice>
      )}
      <p>{say(language, text.when, { when: deadline(page.startsAt, timeZone), event: page.eventTitle })}</p>
      <Notice tone={card.isShown ? 'good' : 'plain'}>
        <p>
          <strong>{card.isShown ? text.shown : text.notYet}</strong>
        </p>
        {page.mendedAt !== null && (
          <p>{say(language, text.mended, { partner: page.partnerName, when: dateTime(page.mendedAt, timeZone) })}</p>
        )}
      </Notice>
      {page.isVoteOpen && (
        <Notice tone="warn">
          <p>{text.voteOpen}</p>
        </Notice>
      )}
      {as === 'reads' ? (
        <p>{text.readOnly}</p>
      ) : (
        <Form reply={reply} values={cardValues(page)}>
          <PitchCardFields page={page} />
          <ShowToEverybody page={page} as={as} />
          <Button big>{text.save}</Button>
        </Form>
      )}
    </Page>
  );
}
