import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, signedIn } from '#app/people/request.server.ts';
import { Hidden } from '#app/ui/fields.tsx';
import { ListPages } from '#app/ui/list-pages.tsx';
import { Page } from '#app/ui/page.tsx';
import { Empty, Notice } from '#app/ui/pieces.tsx';
import { titled } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { filterQuery, orderQuery, readListQuery } from '../forms/list-query.ts';
import { listedCall, staffList } from '../queries/staff-list.server.ts';
import type { ListOrder } from '../rules/listing.ts';
import { ListActions } from '../ui/list-actions.tsx';
import { ListCount } from '../ui/list-count.tsx';
import { ListFilterForm } from '../ui/list-filter.tsx';
import { ListTable } from '../ui/list-table.tsx';

export const meta: MetaFunction = () => titled(wordsIn('en').words.applicationDesk.staffListTitle);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const portal = signedIn(context, request);
  const { id, currency } = found(listedCall(portal, params.callId ?? ''));
  const { filter, order, cursor, faults } = readListQuery(new URL(request.url).searchParams, currency);
  const list = found(staffList(portal, id, { filter, order, cursor }));
  return { ...list, filter, order, faults: list.isLost ? [...faults, 'page' as const] : faults };
}

export default function StaffApplications() {
  const { words, language } = useWords();
  const page = useLoaderData<typeof loader>();
  const { call, filter, order, rows, draftCount } = page;
  const desk = words.applicationDesk;
  const text = words.listDesk;
  const narrowed = filterQuery(filter, call.currency);
  const at = (asked: ListOrder, from: Record<string, string> = {}) =>
    paths.staffApplications({ callId: call.id, asked: { ...narrowed, order: orderQuery(asked), ...from } });
  return (
    <Page
      back={paths.staffBoard({ callId: call.id })}
      backLabel={call.title}
      title={desk.staffListTitle}
      lead={desk.staffListLead}
    >
      <p className="row">
        <span>{say(language, desk.staffDrafts, { count: draftCount })}</span>
        {page.all.count > 0 && <a href={paths.staffEligibilityLetters({ callId: call.id })}>{text.letters}</a>}
      </p>
      {page.all.count === 0 ? (
        <Empty title={desk.staffListEmpty} />
      ) : (
        <>
          {page.faults.length > 0 && (
            <Notice tone="warn" live>
              {page.faults.map((fault) => (
                <p key={fault}>{text.faults[fault]}</p>
              ))}
            </Notice>
          )}
          <ListFilterForm
            action={paths.staffApplications({ callId: call.id })}
            filter={filter}
            order={order}
            currency={call.currency}
            tallies={page.tallies}
          />
          <ListCount {...page} shown={rows.length} />
          {rows.length === 0 ? (
            <Empty title={text.empty}>
              <p>{text.emptyHint}</p>
            </Empty>
          ) : (
            <form method="get" action={paths.staffMarkApplications({ callId: call.id })}>
              {Object.entries(narrowed).map(([name, value]) => (
                <Hidden key={name} name={name} value={value} />
              ))}
              <ListTable call={call} rows={rows} order={order} toOrder={at} />
              <ListPages
                before={page.before === null ? null : at(order, { before: String(page.before) })}
                after={page.after === null ? null : at(order, { after: String(page.after) })}
                first={at(order)}
              />
              <ListActions callId={call.id} />
            </form>
          )}
        </>
      )}
    </Page>
  );
}
