import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Page } from '#app/ui/page.tsx';
import { Empty, Notice } from '#app/ui/pieces.tsx';
import { readForm } from '#app/ui/read-form.ts';
import { titled } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { moveCheckItem } from '../commands/move-check-item.server.ts';
import { orderForm } from '../forms.ts';
import { callForManager, titlesOfPublished } from '../queries/call-facts.server.ts';
import { CHECK_ITEMS_MAX, frighteningWords } from '../rules/self-check.ts';
import { OrderedEntry } from '../ui/ordered-entry.tsx';
import { OtherWay } from '../ui/other-way.tsx';

export const meta: MetaFunction = () => titled(wordsIn('en').words.selfCheckDesk.listTitle);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const call = found(callForManager(signedIn(context, request), params.callId ?? ''));
  if (call.state === 'published') throw redirect(paths.staffCall({ callId: call.id }));
  return {
    callId: call.id,
    title: call.title,
    items: call.checkItems.map((item) => ({ ...item, frightening: frighteningWords(item.statement) })),
    titles: titlesOfPublished(context.portal),
  };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const { id: callId } = found(callForManager(portal, params.callId ?? ''));
  const form = await readForm(request, orderForm);
  if (!form.ok) notFound();
  const outcome = moveCheckItem(portal, callId, form.value.id, form.value.direction);
  if (!outcome.ok && outcome.reason === 'not-found') notFound();
  throw redirect(`${paths.staffCallSelfCheck({ callId })}#${form.value.id}`);
}

export default function StaffCallSelfCheck() {
  const { words, language, list } = useWords();
  const { callId, title, items, titles } = useLoaderData<typeof loader>();
  const text = words.selfCheckDesk;
  return (
    <Page title={text.listTitle} lead={text.listLead} back={paths.staffCall({ callId })} backLabel={title}>
      {items.length === 0 && (
        <Empty title={text.listEmpty}>
          <p>{text.listEmptyText}</p>
        </Empty>
      )}
      <ol className="ordered">
        {items.map((item) => (
          <OrderedEntry
            key={item.id}
            id={item.id}
            label={item.statement}
            place={item.position}
            count={items.length}
            edit={paths.staffCallCheckItem({ callId, itemId: item.id })}
            editLabel={say(language, text.editOf, { number: item.position })}
          >
            {item.frightening.length > 0 && (
              <Notice tone="warn" title={text.asksTitle}>
                <p>{say(language, text.asksText, { words: list(item.frightening) })}</p>
              </Notice>
            )}
            <p className="soft">{words.selfCheck.ways[item.route]}</p>
            <OtherWay item={item} titles={titles} />
          </OrderedEntry>
        ))}
      </ol>
      {items.length < CHECK_ITEMS_MAX && (
        <p className="row">
          <ButtonLink to={paths.staffNewCallCheckItem({ callId })}>{text.add}</ButtonLink>
        </p>
      )}
    </Page>
  );
}
