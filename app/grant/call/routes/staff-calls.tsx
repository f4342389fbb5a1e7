import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, signedIn } from '#app/people/request.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Page } from '#app/ui/page.tsx';
import { Empty, Table, Tag, When } from '#app/ui/pieces.tsx';
import { titled } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { callDesk, partnersIManage } from '../queries/call-desk.server.ts';
import { WindowTag } from '../ui/window-tag.tsx';

export const meta: MetaFunction = () => titled(wordsIn('en').words.callDesk.staffTitle);

export function loader({ request, context }: LoaderFunctionArgs) {
  const portal = signedIn(context, request);
  return { calls: found(callDesk(portal)), partners: partnersIManage(portal) };
}

export default function StaffCalls() {
  const { words, language } = useWords();
  const { calls, partners } = useLoaderData<typeof loader>();
  return (
    <Page title={words.callDesk.staffTitle} lead={words.callDesk.staffLead}>
      <p className="row">
        <ButtonLink to={paths.staffNewCall()}>{words.callDesk.staffNew}</ButtonLink>
        {partners.map(({ id, name }) => (
          <a key={id} href={paths.staffContact({ partnerId: id })}>
            {partners.length === 1 ? words.reachDesk.title : say(language, words.reachDesk.titleOf, { partner: name })}
          </a>
        ))}
      </p>
      {calls.length === 0 ? (
        <Empty title={words.callDesk.staffNone}>
          <p>{words.callDesk.staffNoneText}</p>
        </Empty>
      ) : (
        <Table
          caption={words.callDesk.staffTitle}
          quietCaption
          rows={calls}
          keyOf={(call) => call.id}
          columns={[
            {
              key: 'call',
              title: words.callDesk.staffListCall,
              heading: true,
              cell: (call) => <a href={paths.staffCall({ callId: call.id })}>{call.title}</a>,
            },
            {
              key: 'state',
              title: words.callDesk.staffListState,
              cell: (call) =>
                call.state === 'draft' ? (
                  <Tag tone="warn">{words.callDesk.draft}</Tag>
                ) : (
                  <WindowTag window={call.window} />
                ),
            },
            {
              key: 'opens',
              title: words.callDesk.staffListOpens,
              cell: (call) => <When at={call.opensAt} timeZone={call.timeZone} as="date" />,
            },
            {
              key: 'closes',
              title: words.callDesk.staffListCloses,
              cell: (call) => <When at={call.closesAt} timeZone={call.timeZone} as="deadline" />,
            },
          ]}
        />
      )}
    </Page>
  );
}
