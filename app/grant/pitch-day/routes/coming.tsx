import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound } from '#app/people/request.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { CallText } from '#app/ui/call-text.tsx';
import { Page } from '#app/ui/page.tsx';
import { Facts, Notice, When, Written } from '#app/ui/pieces.tsx';
import { Reach } from '#app/ui/reach.tsx';
import { readForm } from '#app/ui/read-form.ts';
import type { ScreenHandle } from '#app/ui/screen-handle.ts';
import { titled, wordsFor } from '#app/ui/titled.ts';
import { offerFacts, pitchWords } from '#app/words/day-facts.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { signUpParty } from '../commands/sign-up-party.server.ts';
import { comingForms } from '../forms/coming-form.ts';
import { comingPage } from '../queries/coming-page.server.ts';
import { SignUpForm } from '../ui/sign-up-form.tsx';
import { WhoPitches } from '../ui/who-pitches.tsx';

export const handle: ScreenHandle = { isTranslated: true };

export const meta: MetaFunction = ({ matches }) => titled(wordsFor(matches).words.coming.title);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const { portal } = context;
  const page = found(comingPage(portal, params.slug ?? ''));
  const isReceived = new URL(request.url).searchParams.get('done') === 'received';
  return { ...page, isReceived, partyId: portal.newId() };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const { portal } = context;
  const { call } = found(comingPage(portal, params.slug ?? ''));
  const form = await readForm(request, comingForms(portal.language).signUp);
  if (!form.ok) return form.response;
  const { partyId, ...wishes } = form.value;
  const outcome = signUpParty(portal, call.slug, partyId, wishes);
  if (outcome.ok) throw redirect(`${paths.callPitchDay({ slug: call.slug, done: 'received' })}#done`, 303);
  if (outcome.reason === 'not-found') notFound();
  return form.refuse(wordsIn(portal.language).words.coming.refusals[outcome.reason]);
}

/** Everything about the day that anybody may know, and the form, without an account. */
export default function Coming() {
  const { words } = useWords();
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { coming: text } = words;
  const { call, standing, poll } = page;
  const heading = standing === 'coming' ? text : text.later[standing];
  return (
    <Page
      back={paths.call({ slug: call.slug })}
      backLabel={<CallText text={call.title} />}
      overline={call.partnerName}
      title={heading.title}
      lead={heading.lead}
    >
      {standing === 'over' && <TheResult pollId={poll?.isShown ? poll.id : null} />}
      {poll?.isOpen && (
        <p>
          <ButtonLink to={paths.booth({ pollId: poll.id })}>{text.toVote}</ButtonLink>
        </p>
      )}
      <div id="done">
        {page.isReceived && (
          <Notice tone="good" title={text.received} live>
            <p>{text.receivedEmail}</p>
            <p>{text.receivedPhone}</p>
            <p>{text.receivedNothing}</p>
          </Notice>
        )}
      </div>
      <TheDay />
      {page.pitches !== null && <WhoPitches pitches={page.pitches} />}
      {(standing === 'coming' || standing === 'running') && (
        <section aria-labelledby="vote">
          <h2 id="vote">{text.voteTitle}</h2>
          <p>{text.vote}</p>
        </section>
      )}
      {standing === 'counting' || standing === 'over' ? null : page.signUp === 'open' || page.signUp === 'full' ? (
        !page.isReceived && (
          <SignUpForm
            reply={reply}
            partyId={page.partyId}
            isFull={page.signUp === 'full'}
            interpreters={page.offer?.interpreters ?? []}
          />
        )
      ) : (
        <Notice title={page.signUp === 'not-planned' ? text.notPlanned : text.ended[page.signUp]}>
          <p>{page.signUp === 'not-planned' ? text.notPlannedText : text.endedText}</p>
        </Notice>
      )}
      <Reach contact={call.contact} />
    </Page>
  );
}

/** Where the result is, once it was shown. */
function TheResult({ pollId }: { pollId: string | null }) {
  const { coming: text } = useWords().words;
  return (
    <section aria-labelledby="result">
      <h2 id="result">{text.resultTitle}</h2>
      {pollId === null ? (
        <p>{text.noResult}</p>
      ) : (
        <>
          <p>{text.resultLead}</p>
          <p>
            <ButtonLink to={paths.board({ pollId })}>{text.toBoard}</ButtonLink>
          </p>
        </>
      )}
    </section>
  );
}

/** When, where, and what is there. */
function TheDay() {
  const ways = useWords();
  const { call, event, offer, promised, standing } = useLoaderData<typeof loader>();
  const { coming: text } = ways.words;
  if (event === null) {
    if (promised === null) return null;
    return (
      <section aria-labelledby="where">
        <h2 id="where">{text.whereTitle}</h2>
        <p>{text.promised}</p>
        <Facts
          facts={[
            [text.when, <When key="when" at={promised.startsAt} timeZone={call.timeZone} as="deadline" />],
            promised.place !== '' && [text.where, <CallText key="where" text={promised.place} />],
          ]}
        />
      </section>
    );
  }
  const offered = offerFacts(ways, offer);
  return (
    <>
      <section aria-labelledby="where">
        <h2 id="where">{text.whereTitle}</h2>
        <Facts
          facts={[
            [text.when, <When key="when" at={event.startsAt} timeZone={call.timeZone} as="deadline" />],
            [text.where, <Written key="where" text={`${event.place}\n${event.address}`} lang={call.language} />],
            [text.access, <Written key="access" text={event.accessNotes} lang={call.language} />],
            [text.pitches, pitchWords(ways, event.pitchSeconds, offer?.questionSeconds ?? 0)],
          ]}
        />
        {standing === 'coming' && (
          <p>
            <a href={paths.callPitchDayCalendar({ slug: call.slug })}>{text.calendar}</a>
          </p>
        )}
      </section>
      {offer !== null && standing !== 'over' && (
        <section aria-labelledby="offer">
          <h2 id="offer">{text.offerTitle}</h2>
          {offered.length === 0 ? (
            <p>{text.nothing}</p>
          ) : (
            <Facts facts={offered.map(({ name, value }) => [name, <Written key={name} text={value} />] as const)} />
          )}
        </section>
      )}
    </>
  );
}
