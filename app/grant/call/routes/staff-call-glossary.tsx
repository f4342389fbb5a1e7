import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Page } from '#app/ui/page.tsx';
import { Empty } from '#app/ui/pieces.tsx';
import { readForm } from '#app/ui/read-form.ts';
import { titled } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { moveTerm } from '../commands/move-term.server.ts';
import { orderForm } from '../forms.ts';
import { callForManager } from '../queries/call-facts.server.ts';
import { TERMS_MAX } from '../rules/terms.ts';
import { OrderedEntry } from '../ui/ordered-entry.tsx';

export const meta: MetaFunction = () => titled(wordsIn('en').words.glossaryDesk.listTitle);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const call = found(callForManager(signedIn(context, request), params.callId ?? ''));
  if (call.state === 'published') throw redirect(paths.staffCall({ callId: call.id }));
  return { callId: call.id, title: call.title, terms: call.terms };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const { id: callId } = found(callForManager(portal, params.callId ?? ''));
  const form = await readForm(request, orderForm);
  if (!form.ok) notFound();
  const outcome = moveTerm(portal, callId, form.value.id, form.value.direction);
  if (!outcome.ok && outcome.reason === 'not-found') notFound();
  throw redirect(`${paths.staffCallGlossary({ callId })}#${form.value.id}`);
}

export default function StaffCallGlossary() {
  const { words, language } = useWords();
  const { callId, title, terms } = useLoaderData<typeof loader>();
  const text = words.glossaryDesk;
  return (
    <Page title={text.listTitle} lead={text.listLead} back={paths.staffCall({ callId })} backLabel={title}>
      {terms.length === 0 && (
        <Empty title={text.listEmpty}>
          <p>{text.listEmptyText}</p>
        </Empty>
      )}
      <ol className="ordered">
        {terms.map(({ id, term, meaning, position }) => (
          <OrderedEntry
            key={id}
            id={id}
            label={term}
            place={position}
            count={terms.length}
            edit={paths.staffCallTerm({ callId, termId: id })}
            editLabel={say(language, text.editOf, { term })}
          >
            <p dir="auto">{meaning}</p>
          </OrderedEntry>
        ))}
      </ol>
      {terms.length < TERMS_MAX && (
        <p className="row">
          <ButtonLink to={paths.staffNewCallTerm({ callId })}>{text.add}</ButtonLink>
        </p>
      )}
    </Page>
  );
}
