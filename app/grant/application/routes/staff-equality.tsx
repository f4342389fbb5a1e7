import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, signedIn } from '#app/people/request.server.ts';
import { Page } from '#app/ui/page.tsx';
import { Table } from '#app/ui/pieces.tsx';
import { titled } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { equalityFigures } from '../queries/equality.server.ts';

export const meta: MetaFunction = () => titled(wordsIn('en').words.equalityDesk.title);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  return found(equalityFigures(signedIn(context, request), params.callId ?? ''));
}

/** Figures about many people together; never a link to anybody. */
export default function StaffEquality() {
  const { words, language, date } = useWords();
  const { call, setVersion, dueAt, made } = useLoaderData<typeof loader>();
  const text = words.equalityDesk;
  return (
    <Page back={paths.staffBoard({ callId: call.id })} backLabel={call.title} title={text.title} lead={text.lead}>
      <p>{text.rules}</p>
      <p>
        {made === null
          ? say(language, text.due, { date: date(dueAt, call.timeZone) })
          : say(language, text.made, { date: date(made.at, call.timeZone) })}
      </p>
      {made?.questions.map(({ id, counts }) => {
        const answers: Readonly<Record<string, string>> = words.equality.answers[id];
        return (
          <Table
            key={id}
            caption={words.equality.questions[id]}
            rows={counts}
            keyOf={(row) => row.code}
            columns={[
              { key: 'answer', title: text.answer, heading: true, cell: (row) => answers[row.code] },
              {
                key: 'count',
                title: text.count,
                numeric: true,
                cell: (row) => (row.count === null ? text.hidden : String(row.count)),
              },
            ]}
          />
        );
      })}
      <p className="soft">{say(language, text.version, { version: setVersion })}</p>
    </Page>
  );
}
