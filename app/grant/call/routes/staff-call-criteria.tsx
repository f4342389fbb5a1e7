import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Page } from '#app/ui/page.tsx';
import { Empty, Notice, Tag } from '#app/ui/pieces.tsx';
import { readForm } from '#app/ui/read-form.ts';
import { titled } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { moveCriterion } from '../commands/move-criterion.server.ts';
import { orderForm } from '../forms.ts';
import { callForManager } from '../queries/call-facts.server.ts';
import { isAnchored, weightSum } from '../rules/criteria.ts';
import { OrderedEntry } from '../ui/ordered-entry.tsx';

export const meta: MetaFunction = () => titled(wordsIn('en').words.callDesk.criterionListTitle);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const call = found(callForManager(signedIn(context, request), params.callId ?? ''));
  if (call.state === 'published') throw redirect(paths.staffCall({ callId: call.id }));
  if (call.changeOf !== null) throw redirect(paths.staffCallChange({ callId: call.changeOf }));
  return { callId: call.id, title: call.title, criteria: call.criteria, sum: weightSum(call.criteria) };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const { id: callId } = found(callForManager(portal, params.callId ?? ''));
  const form = await readForm(request, orderForm);
  if (!form.ok) notFound();
  const outcome = moveCriterion(portal, callId, form.value.id, form.value.direction);
  if (!outcome.ok && outcome.reason === 'not-found') notFound();
  throw redirect(`${paths.staffCallCriteria({ callId })}#${form.value.id}`);
}

export default function StaffCallCriteria() {
  const { words, language } = useWords();
  const { callId, title, criteria, sum } = useLoaderData<typeof loader>();
  return (
    <Page
      title={words.callDesk.criterionListTitle}
      lead={words.callDesk.criterionListLead}
      back={paths.staffCall({ callId })}
      backLabel={title}
    >
      {criteria.length === 0 ? (
        <Empty title={words.callDesk.criterionListEmpty}>
          <p>{words.callDesk.criterionListEmptyText}</p>
        </Empty>
      ) : (
        <Notice tone={sum === 100 ? 'good' : 'warn'}>
          <p>{sum === 100 ? words.callDesk.weightsRight : say(language, words.callDesk.weightsWrong, { sum })}</p>
        </Notice>
      )}
      <ol className="ordered">
        {criteria.map((criterion) => (
          <OrderedEntry
            key={criterion.id}
            id={criterion.id}
            label={criterion.name}
            place={criterion.position}
            count={criteria.length}
            edit={paths.staffCallCriterion({ callId, criterionId: criterion.id })}
            editLabel={say(language, words.callDesk.criterionEditOf, { name: criterion.name })}
          >
            <p className="soft">{criterion.question}</p>
            <p className="row tags">
              <Tag tone="brand">{say(language, words.call.percent, { percent: criterion.weightPercent })}</Tag>
              <Tag tone={isAnchored(criterion) ? 'good' : 'warn'}>
                {say(language, words.callDesk.anchorsOf, { count: criterion.anchors.length })}
              </Tag>
            </p>
          </OrderedEntry>
        ))}
      </ol>
      <p className="row">
        <ButtonLink to={paths.staffNewCallCriterion({ callId })}>{words.callDesk.criterionAdd}</ButtonLink>
      </p>
    </Page>
  );
}
