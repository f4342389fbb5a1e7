import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Page } from '#app/ui/page.tsx';
import { titled, wordsFor } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import { type CastMember, cast } from '../queries/demonstration.server.ts';
import { notFound } from '../request.server.ts';

export const meta: MetaFunction = ({ matches }) => titled(wordsFor(matches).words.people.demoTitle);

/** One click to be anybody: exists in the demonstration only, and is not found anywhere else. */
export function loader({ context }: LoaderFunctionArgs) {
  if (!context.portal.env.DEMO) notFound();
  return { cast: cast(context.portal) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  if (!context.portal.env.DEMO) notFound();
  const personId = (await request.formData()).get('person');
  const member = cast(context.portal)
    .flatMap((group) => group.people)
    .find((person) => person.personId === personId);
  if (member === undefined) notFound();
  const cookie = await context.sessions.start(member.personId, request.headers.get('Cookie'));
  throw redirect(member.startsAt, { headers: { 'Set-Cookie': cookie } });
}

export default function Demo() {
  const { words } = useWords();
  const { cast: groups } = useLoaderData<typeof loader>();
  const everybody = groups.flatMap((group) => group.people);
  const first = everybody.filter((person) => person.part !== undefined);
  return (
    <Page title={words.people.demoTitle} lead={words.people.demoLead}>
      {first.length > 0 && (
        <section>
          <h2>{words.people.demoStart}</h2>
          <People people={first} />
        </section>
      )}
      <details open={first.length === 0}>
        <summary>{words.people.demoEverybodyElse}</summary>
        {groups.map((group) => (
          <section key={group.title}>
            <h2>{group.title}</h2>
            <People people={group.people.filter((person) => person.part === undefined)} />
          </section>
        ))}
      </details>
    </Page>
  );
}

function People({ people }: { people: readonly CastMember[] }) {
  const { words, language } = useWords();
  return (
    <ul className="grid">
      {people.map((person) => (
        <li className="card" key={person.personId}>
          {person.part !== undefined && <p className="overline">{person.part}</p>}
          <h3>{person.name}</h3>
          <p>{person.about}</p>
          <form method="post">
            <input type="hidden" name="person" value={person.personId} />
            <button type="submit" className="button second">
              {say(language, words.people.demoBecome, { name: person.name })}
            </button>
          </form>
        </li>
      ))}
    </ul>
  );
}
