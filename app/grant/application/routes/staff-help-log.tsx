import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readPageFrom } from '#app/kernel/paging.ts';
import { paths } from '#app/paths.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { ListPages } from '#app/ui/list-pages.tsx';
import { Page } from '#app/ui/page.tsx';
import { Empty } from '#app/ui/pieces.tsx';
import { titled } from '#app/ui/titled.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { offerHelp } from '../commands/offer-help.server.ts';
import { helpLog } from '../queries/help-log.server.ts';
import { HelpTable } from '../ui/help-table.tsx';

export const meta: MetaFunction = () => titled(wordsIn('en').words.helpDesk.logTitle);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const from = readPageFrom(new URL(request.url).searchParams);
  return found(helpLog(signedIn(context, request), params.callId ?? '', from));
}

/** One button: help is offered to one draft. Who was helped meanwhile needs no offer, and the page shows it. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const { call } = found(helpLog(portal, params.callId ?? ''));
  const applicationId = (await request.formData()).get('applicationId');
  const outcome = offerHelp(portal, call.id, typeof applicationId === 'string' ? applicationId : '');
  if (!outcome.ok && outcome.reason === 'not-found') notFound();
  // Back to the page of the log where the button was.
  const from = readPageFrom(new URL(request.url).searchParams);
  throw redirect(paths.staffHelpLog({ callId: call.id, asked: from === null ? {} : { [from.toward]: from.id } }), 303);
}

/** Who had how much help, the least first. */
export default function StaffHelpLog() {
  const { helpDesk: desk } = useWords().words;
  const { call, rows, before, after } = useLoaderData<typeof loader>();
  const to = (asked: Record<string, string>) => paths.staffHelpLog({ callId: call.id, asked });
  return (
    <Page title={desk.logTitle} lead={desk.logLead} back={paths.staffHelp({ callId: call.id })} backLabel={desk.title}>
      {rows.length === 0 ? <Empty title={desk.logEmpty} /> : <HelpTable rows={rows} timeZone={call.timeZone} />}
      <ListPages
        first={to({})}
        before={before === null ? null : to({ before })}
        after={after === null ? null : to({ after })}
      />
    </Page>
  );
}
