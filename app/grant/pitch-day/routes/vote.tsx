import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { Page } from '#app/ui/page.tsx';
import { Empty } from '#app/ui/pieces.tsx';
import type { ScreenHandle } from '#app/ui/screen-handle.ts';
import { titled, wordsFor } from '#app/ui/titled.ts';
import { useWords } from '#app/words/use-words.ts';
import { currentVotes } from '../queries/booth.server.ts';

export const handle: ScreenHandle = { isTranslated: true };

export const meta: MetaFunction = ({ matches }) => titled(wordsFor(matches).words.pitchDay.voteListTitle);

/** The short address on the stage. A code after `#` stays with the browser through the redirect. */
export function loader({ context }: LoaderFunctionArgs) {
  const votes = currentVotes(context.portal);
  const [only] = votes;
  if (votes.length === 1 && only !== undefined) throw redirect(paths.booth({ pollId: only.pollId }));
  return { votes };
}

export default function VoteList() {
  const { pitchDay } = useWords().words;
  const { votes } = useLoaderData<typeof loader>();
  return (
    <Page title={pitchDay.voteListTitle} {...(votes.length > 0 ? { lead: pitchDay.voteListLead } : {})}>
      {votes.length === 0 && (
        <Empty title={pitchDay.voteListNone}>
          <p>{pitchDay.voteListNoneText}</p>
        </Empty>
      )}
      <ul>
        {votes.map((vote) => (
          <li key={vote.pollId}>
            <a href={paths.booth({ pollId: vote.pollId })}>
              <bdi>{vote.title}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </Page>
  );
}
