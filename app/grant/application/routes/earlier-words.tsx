import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, signedIn } from '#app/people/request.server.ts';
import { CallText } from '#app/ui/call-text.tsx';
import { Page } from '#app/ui/page.tsx';
import { Empty, Written } from '#app/ui/pieces.tsx';
import type { ScreenHandle } from '#app/ui/screen-handle.ts';
import { titled, wordsFor } from '#app/ui/titled.ts';
import { useWords } from '#app/words/use-words.ts';
import { earlierWords } from '../queries/carry-page.server.ts';
import { OfCall } from '../ui/of-call.tsx';

export const handle: ScreenHandle = { isTranslated: true };

export const meta: MetaFunction = ({ matches }) => titled(wordsFor(matches).words.carrying.earlierTitle);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  return found(earlierWords(signedIn(context, request), params.applicationId ?? ''));
}

/** What came along from another call and found no question: to read and to copy. */
export default function EarlierWords() {
  const { words } = useWords();
  const page = useLoaderData<typeof loader>();
  const text = words.carrying;
  return (
    <Page
      back={paths.applyApplication({ applicationId: page.id })}
      backLabel={words.application.taskTitle}
      overline={<OfCall title={page.callTitle} reference={page.reference} />}
      title={text.earlierTitle}
      lead={text.earlierLead}
    >
      {page.words.length === 0 && <Empty title={text.earlierNone} />}
      {page.words.map((row) => (
        <section key={row.place}>
          <h2>
            <CallText text={row.label} />
          </h2>
          <Written text={row.text} lang={row.language} />
        </section>
      ))}
    </Page>
  );
}
