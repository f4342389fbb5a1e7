import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { Page } from '#app/ui/page.tsx';
import { Empty, Table, When, Written } from '#app/ui/pieces.tsx';
import { titled, wordsFor } from '#app/ui/titled.ts';
import { languageName } from '#app/words/language-name.ts';
import { useWords } from '#app/words/use-words.ts';
import { settleSuggestion } from '../commands/settle-suggestion.server.ts';
import { openSuggestions } from '../queries/suggestions.server.ts';
import { found, notFound, signedIn } from '../request.server.ts';
import { mayReadSuggestions } from '../rules/suggestions.ts';

export const meta: MetaFunction = ({ matches }) => titled(wordsFor(matches).words.betterWordsDesk.title);

export function loader({ request, context }: LoaderFunctionArgs) {
  return { suggestions: found(openSuggestions(signedIn(context, request))) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  if (!mayReadSuggestions(portal.actor)) notFound();
  const suggestionId = (await request.formData()).get('suggestion');
  if (!settleSuggestion(portal, String(suggestionId)).ok) notFound();
  throw redirect(paths.staffBetterWords(), 303);
}

export default function StaffBetterWords() {
  const { words } = useWords();
  const { suggestions } = useLoaderData<typeof loader>();
  const text = words.betterWordsDesk;
  const { columns } = text;
  return (
    <Page title={text.title} lead={text.lead} back={paths.staff()} backLabel={words.reporting.boardTitle}>
      {suggestions.length === 0 ? (
        <Empty title={text.empty} />
      ) : (
        <Table
          caption={text.caption}
          rows={suggestions}
          keyOf={(row) => row.id}
          columns={[
            {
              key: 'better',
              title: columns.better,
              heading: true,
              cell: (row) => <Written as="span" text={row.better} lang={row.language} />,
            },
            {
              key: 'sentence',
              title: columns.sentence,
              cell: (row) => <Written as="span" text={row.sentence} lang={row.language} />,
            },
            { key: 'language', title: columns.language, cell: (row) => languageName(row.language) },
            { key: 'page', title: columns.page, cell: (row) => <a href={row.page}>{row.page}</a> },
            { key: 'when', title: columns.when, cell: (row) => <When at={row.createdAt} timeZone="UTC" as="date" /> },
            {
              key: 'settle',
              title: columns.settle,
              cell: (row) => (
                <form method="post" data-once>
                  <input type="hidden" name="suggestion" value={row.id} />
                  <Button look="second">{text.settle}</Button>
                </form>
              ),
            },
          ]}
        />
      )}
    </Page>
  );
}
