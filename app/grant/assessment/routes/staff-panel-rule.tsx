import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { Button } from '#app/ui/button.tsx';
import { Choices, Hidden, TextField } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import { Page } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/pieces.tsx';
import { readForm } from '#app/ui/read-form.ts';
import { titled } from '#app/ui/titled.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { chooseRule } from '../commands/choose-rule.server.ts';
import { ruleForm } from '../forms/rule-form.ts';
import { ruleDesk } from '../queries/panel-rule.server.ts';
import { MIDDLE_WAYS } from '../rules/panel-rule.ts';
import { METHODS } from '../rules/ranking/methods.ts';
import { RuleInWords } from '../ui/rule-in-words.tsx';

export const meta: MetaFunction = () => titled(wordsIn('en').words.panelRuleDesk.title);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const desk = found(ruleDesk(signedIn(context, request), params.callId ?? ''));
  return { desk, isSaved: new URL(request.url).searchParams.get('done') === 'saved' };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const callId = params.callId ?? '';
  found(ruleDesk(portal, callId));
  const form = await readForm(request, ruleForm);
  if (!form.ok) return form.response;
  const { seenAt, ...rule } = form.value;
  const outcome = chooseRule(portal, callId, rule, seenAt ?? null);
  if (!outcome.ok) {
    if (outcome.reason === 'not-found') notFound();
    return form.refuse(wordsIn('en').words.panelRuleDesk.refusals[outcome.reason]);
  }
  throw redirect(paths.staffPanelRule({ callId, done: 'saved' }));
}

export default function StaffPanelRule() {
  const { words } = useWords();
  const { desk, isSaved } = useLoaderData<typeof loader>();
  const { panelRuleDesk } = words;
  const { call, state, rule, savedAt } = desk;
  return (
    <Page
      back={paths.staffPanel({ callId: call.id })}
      backLabel={words.assessment.boardTitle}
      overline={call.title}
      title={panelRuleDesk.title}
      lead={state === 'preparing' ? panelRuleDesk.lead : panelRuleDesk.leadFixed}
    >
      {isSaved && (
        <Notice tone="good" live>
          {panelRuleDesk.saved}
        </Notice>
      )}
      {savedAt === null && <Notice>{panelRuleDesk.usual}</Notice>}
      {state === 'preparing' ? (
        <RuleForm />
      ) : (
        <div className="sections">
          <RuleInWords rule={rule} />
        </div>
      )}
      <p>
        <a href={paths.callRule({ slug: call.slug })}>{panelRuleDesk.seePublic}</a>
      </p>
    </Page>
  );
}

function RuleForm() {
  const { panelRule, panelRuleDesk } = useWords().words;
  const { rule, savedAt } = useLoaderData<typeof loader>().desk;
  const reply = useActionData<typeof action>();
  return (
    <Form reply={reply} values={rule}>
      {savedAt !== null && <Hidden name="seenAt" value={savedAt} />}
      <Choices
        type="radio"
        name="method"
        label={panelRuleDesk.method}
        choices={METHODS.map((method) => ({
          value: method,
          label: panelRule.methods[method].name,
          hint: `${panelRule.methods[method].text} ${panelRuleDesk.methodHints[method]}`,
        }))}
      />
      <Choices
        type="radio"
        name="middle"
        label={panelRuleDesk.middle}
        hint={panelRule.middleText}
        choices={MIDDLE_WAYS.map((middle) => ({
          value: middle,
          label: panelRule.middles[middle].name,
          hint: `${panelRule.middles[middle].text} ${panelRuleDesk.middleHints[middle]}`,
        }))}
      />
      <TextField
        name="reviews"
        label={panelRuleDesk.reviews}
        hint={panelRuleDesk.reviewsHint}
        inputMode="numeric"
        short
      />
      <TextField name="quorum" label={panelRuleDesk.quorum} hint={panelRuleDesk.quorumHint} inputMode="numeric" short />
      <Button big>{panelRuleDesk.save}</Button>
    </Form>
  );
}
