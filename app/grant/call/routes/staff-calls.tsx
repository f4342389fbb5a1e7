import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, signedIn } from '#app/people/request.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Page } from '#app/ui/page.tsx';
import { Empty, Table, Tag, When } from '#app/ui/pieces.tsx';
import { titled } from '#app/ui/titled.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { callDesk } from '../queries/call-desk.server.ts';
import { WindowTag } from '../ui/window-tag.tsx';

export const meta: MetaFunction = () => titled(wordsIn('en').words.call.staffTitle);

export function loader({ request, context }: LoaderFunctionArgs) {
  return { calls: found(callDesk(signedIn(context, request))) };
}

export default function StaffCalls() {
  const { words } = useWords();
  const { calls } = useLoaderData<typeof loader>();
  return (
    <Page title={words.call.staffTitle} lead={words.call.staffLead}>
      <p>
        <ButtonLink to={paths.staffNewCall()}>{words.call.staffNew}</ButtonLink>
      </p>
      {calls.length === 0 ? (
        <Empty title={words.call.staffNone}>
          <p>{words.call.staffNoneText}</p>
        </Empty>
      ) : (
        <Table
          caption={words.call.staffTitle}
          quietCaption
          rows={calls}
          keyOf={(call) => call.id}
          columns={[
            {
              key: 'call',
              title: words.call.staffListCall,
              heading: true,
              cell: (call) => <a href={paths.staffCall({ callId: call.id })}>{call.title}</a>,
            },
            {
              key: 'state',
              title: words.call.staffListState,
              cell: (call) =>
                call.state === 'draft' ? <Tag tone="warn">{words.call.draft}</Tag> : <WindowTag window={call.window} />,
            },
            {
              key: 'opens',
              title: words.call.staffListOpens,
              cell: (call) => <When at={call.opensAt} timeZone={call.timeZone} as="date" />,
            },
            {
              key: 'closes',
              title: words.call.staffListCloses,
              cell: (call) => <When at={call.closesAt} timeZone={call.timeZone} as="deadline" />,
            },
          ]}
        />
      )}
    </Page>
  );
}
