import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, type SignedIn, signedIn } from '#app/people/request.server.ts';
import { Page } from '#app/ui/page.tsx';
import { Empty, Notice } from '#app/ui/pieces.tsx';
import { readForm, refusal } from '#app/ui/read-form.ts';
import { titled } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { answerInterest } from '../commands/answer-interest.server.ts';
import { sureForm } from '../forms.ts';
import { panelPeople } from '../queries/panel-people.server.ts';
import { NamedCard } from '../ui/named-card.tsx';
import { SeatedTable } from '../ui/seated-table.tsx';

export const meta: MetaFunction = () => titled(wordsIn('en').words.panelPeopleDesk.peopleTitle);

const DONE = ['wasInvited', 'wasTurnedDown'] as const;

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const people = found(panelPeople(signedIn(context, request), params.callId ?? ''));
  const asked = new URL(request.url).searchParams;
  return { people, done: DONE.find((name) => name === asked.get('done')) ?? null, who: asked.get('who') ?? '' };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const people = found(panelPeople(portal, params.callId ?? ''));
  const posted = await request.formData();
  const interestId = String(posted.get('interestId') ?? '');
  if (posted.get('intent') === 'invite') return answer(portal, people.call.id, interestId, 'invited');
  if (posted.get('intent') !== 'turn-down') notFound();
  const form = await readForm(posted, sureForm('turnDownSure'));
  return form.ok ? answer(portal, people.call.id, interestId, 'turned-down') : form.response;
}

function answer(portal: SignedIn, callId: string, interestId: string, given: 'invited' | 'turned-down') {
  const outcome = answerInterest(portal, callId, interestId, given);
  if (outcome.ok) {
    const { name } = outcome.value;
    const done = given === 'invited' ? 'wasInvited' : 'wasTurnedDown';
    throw redirect(`${paths.staffPanelPeople({ callId, done, who: name })}#done`, 303);
  }
  if (outcome.reason === 'not-found') notFound();
  return refusal(wordsIn('en').words.panelPeopleDesk.refusals[outcome.reason]);
}

export default function StaffPanelPeople() {
  const { words, language } = useWords();
  const { people, done, who } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { panelPeopleDesk: desk, assessment } = words;
  const { call, waiting, turnedDown, seated } = people;
  const replyTo = (interestId: string) => (reply?.typed.interestId?.[0] === interestId ? reply : undefined);
  return (
    <Page
      back={paths.staffPanel({ callId: call.id })}
      backLabel={assessment.boardTitle}
      overline={call.title}
      title={desk.peopleTitle}
      lead={desk.peopleLead}
    >
      <div id="done">
        {done !== null && (
          <Notice tone="good" live>
            {say(language, desk[done], { name: who })}
          </Notice>
        )}
        {reply?.message != null && (
          <Notice tone="bad" live>
            {reply.message}
          </Notice>
        )}
      </div>
      <p>
        <a href={paths.staffPanelOffer({ callId: call.id })}>{desk.toOffer}</a>
      </p>
      <h2>{say(language, desk.waitingTitle, { count: waiting.length })}</h2>
      {waiting.length === 0 ? (
        <Empty title={desk.waitingNone}>
          <p>
            {people.isLooking
              ? desk.waitingNoneText
              : people.state === 'preparing'
                ? desk.waitingOff
                : desk.waitingOver}
          </p>
        </Empty>
      ) : (
        <ul className="plain-list">
          {waiting.map((person) => (
            <li key={person.interestId}>
              <NamedCard person={person} timeZone={call.timeZone} reply={replyTo(person.interestId)} />
            </li>
          ))}
        </ul>
      )}
      <SeatedTable seated={seated} />
      {turnedDown.length > 0 && (
        <details>
          <summary>{say(language, desk.turnedDownTitle, { count: turnedDown.length })}</summary>
          <ul>
            {turnedDown.map((person) => (
              <li key={person.interestId}>
                <bdi>{person.name}</bdi>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Page>
  );
}
