import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { readPageFrom } from '#app/kernel/paging.ts';
import { paths } from '#app/paths.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { Button } from '#app/ui/button.tsx';
import { Hidden } from '#app/ui/fields.tsx';
import { ErrorSummary } from '#app/ui/form.tsx';
import { ListPages } from '#app/ui/list-pages.tsx';
import { Page } from '#app/ui/page.tsx';
import { Empty, Tag } from '#app/ui/pieces.tsx';
import { readForm } from '#app/ui/read-form.ts';
import { titled } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { markCame } from '../commands/change-party.server.ts';
import { doorForm } from '../forms/coming-form.ts';
import { comersPage, comingList } from '../queries/coming-list.server.ts';
import { Needs } from '../ui/comer-needs.tsx';

export const meta: MetaFunction = () => titled(wordsIn('en').words.comingDesk.doorTitle);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const list = found(comingList(signedIn(context, request), params.callId ?? ''));
  const byName = list.comers
    .filter(({ state, cameAt }) => state !== 'cancelled' || cameAt !== null)
    .toSorted((one, other) => one.name.localeCompare(other.name) || one.turn - other.turn);
  const { call, numbers } = list;
  return { call, numbers, ...comersPage(byName, readPageFrom(new URL(request.url).searchParams)) };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const { call } = found(comingList(portal, params.callId ?? ''));
  const form = await readForm(request, doorForm);
  if (!form.ok) return form.response;
  const { partyId, there } = form.value;
  if (!markCame(portal, call.id, partyId, there === 'yes').ok) notFound();
  // The page that it was pressed on, at the same card.
  const { pathname, search } = new URL(request.url);
  throw redirect(`${pathname}${search}#party-${partyId}`, 303);
}

/** One name after the other with a button as big as a thumb; on paper a list with boxes. */
export default function Door() {
  const { words, language } = useWords();
  const { comingDesk: text } = words;
  const { call, numbers, rows, before, after } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page
      back={paths.staffComing({ callId: call.id })}
      backLabel={text.title}
      overline={call.title}
      title={text.doorTitle}
      lead={text.doorLead}
    >
      <ErrorSummary reply={reply} />
      <p>
        <strong>{say(language, text.doorNumbers, { came: numbers.came, coming: numbers.coming })}</strong>
      </p>
      <p className="soft no-print">{text.doorPrint}</p>
      {rows.length === 0 && <Empty title={text.nobody} />}
      <ul className="grid">
        {rows.map((comer) => (
          <li key={comer.id} id={`party-${comer.id}`} className="card">
            <p>
              <strong dir="auto">{comer.name}</strong> {say(language, text.peopleOf, { people: comer.people })}{' '}
              {comer.cameAt !== null && <Tag tone="good">{text.there}</Tag>}{' '}
              {comer.state !== 'coming' && <Tag tone="warn">{text.states[comer.state]}</Tag>}
            </p>
            <Needs comer={comer} />
            <form method="post" className="no-print">
              <Hidden name="partyId" value={comer.id} />
              <Hidden name="there" value={comer.cameAt === null ? 'yes' : 'no'} />
              <Button big look={comer.cameAt === null ? 'first' : 'link'}>
                {say(language, comer.cameAt === null ? text.isThere : text.notThere, { name: comer.name })}
              </Button>
            </form>
          </li>
        ))}
      </ul>
      <ListPages
        before={before && paths.staffDoor({ callId: call.id, before })}
        after={after && paths.staffDoor({ callId: call.id, after })}
        first={paths.staffDoor({ callId: call.id })}
      />
    </Page>
  );
}
