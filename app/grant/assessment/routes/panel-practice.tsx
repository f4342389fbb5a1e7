import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, signedIn } from '#app/people/request.server.ts';
import { CallText } from '#app/ui/call-text.tsx';
import { Page } from '#app/ui/page.tsx';
import { Notice, TaskList } from '#app/ui/pieces.tsx';
import type { ScreenHandle } from '#app/ui/screen-handle.ts';
import { titled, wordsFor } from '#app/ui/titled.ts';
import { useWords } from '#app/words/use-words.ts';
import { practicePage } from '../queries/practice.server.ts';

export const handle: ScreenHandle = { isTranslated: true };

export const meta: MetaFunction = ({ matches }) => titled(wordsFor(matches).words.panelPractice.title);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  return found(practicePage(signedIn(context, request), params.callId ?? ''));
}

export default function PanelPractice() {
  const { panelPractice: text } = useWords().words;
  const { call, examples, tendency } = useLoaderData<typeof loader>();
  return (
    <Page
      back={paths.panelCall({ callId: call.id })}
      backLabel={<CallText text={call.title} />}
      title={text.title}
      lead={text.lead}
    >
      {tendency !== null && (
        <Notice tone="good" title={text.allDone}>
          <p>{text.tendencies[tendency]}</p>
          {tendency !== 'middle' && <p>{text.tendencyFine}</p>}
        </Notice>
      )}
      <p>{text.why}</p>
      <p>{text.minutes}</p>
      <TaskList
        tasks={examples.map(({ key, isDone }) => ({
          key,
          title: text.examples[key].title,
          to: paths.panelPracticeExample({ callId: call.id, example: key }),
          hint: text.examples[key].group,
          state: isDone ? { label: text.states.done, tone: 'good' } : { label: text.states['to-do'], tone: 'plain' },
        }))}
      />
    </Page>
  );
}
