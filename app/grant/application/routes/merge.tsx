import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { Button } from '#app/ui/button.tsx';
import { Form } from '#app/ui/form.tsx';
import { Page } from '#app/ui/page.tsx';
import { refusal } from '#app/ui/read-form.ts';
import type { ScreenHandle } from '#app/ui/screen-handle.ts';
import { titled, wordsFor } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { agreeToMerge, endOfferedMerge } from '../commands/agree-to-merge.server.ts';
import { type Chosen, mergeDrafts } from '../commands/merge-drafts.server.ts';
import { mergePage } from '../queries/merge-page.server.ts';
import { MERGE_CHOICES, type MergeChoice } from '../rules/merging.ts';
import { MergeChoices } from '../ui/merge-choices.tsx';
import { OfCall } from '../ui/of-call.tsx';

export const handle: ScreenHandle = { isTranslated: true };

export const meta: MetaFunction = ({ matches }) => titled(wordsFor(matches).words.matchMaking.mergeTitle);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  return found(mergePage(signedIn(context, request), params.applicationId ?? '', params.mergeId ?? ''));
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const page = found(mergePage(portal, params.applicationId ?? '', params.mergeId ?? ''));
  const sent = await request.formData();
  const intent = sent.get('intent');
  if (intent === 'stop') {
    if (!endOfferedMerge(portal, page.id).ok) notFound();
    throw redirect(paths.applyOthers({ applicationId: page.applicationId }), 303);
  }
  if (intent === 'agree') {
    if (!agreeToMerge(portal, page.id).ok) notFound();
    throw redirect(paths.applyMerge({ applicationId: page.applicationId, mergeId: page.id }), 303);
  }
  if (intent !== 'merge') notFound();
  const outcome = mergeDrafts(portal, page.id, choicesIn(sent));
  if (outcome.ok) throw redirect(paths.applyApplication({ applicationId: page.applicationId }), 303);
  if (outcome.reason === 'not-found') notFound();
  return refusal(wordsIn(portal.language).words.matchMaking.mergeRefusals[outcome.reason]);
}

const PREFIX = 'choice-';

/** What was chosen, by question, and what was seen then; whatever else is in the form is left alone. */
function choicesIn(sent: FormData): Map<string, Chosen> {
  const isChoice = (value: FormDataEntryValue): value is MergeChoice => MERGE_CHOICES.some((known) => known === value);
  return new Map(
    [...sent].flatMap(([name, choice]) => {
      if (!name.startsWith(PREFIX) || !isChoice(choice)) return [];
      const questionId = name.slice(PREFIX.length);
      return [[questionId, { choice, seen: String(sent.get(`seen-${questionId}`) ?? '') }] as const];
    }),
  );
}

export default function Merge() {
  const { words, language } = useWords();
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const text = words.matchMaking;
  const who = { owner: page.otherOwner, reference: page.otherReference };
  const { owner } = who;
  return (
    <Page
      back={paths.applyOthers({ applicationId: page.applicationId })}
      backLabel={text.title}
      overline={<OfCall title={page.callTitle} reference={page.reference} />}
      title={text.mergeTitle}
      lead={say(language, page.isInto ? text.mergeIntoLead : text.mergeFromLead, who)}
    >
      {page.isInto && !page.isAgreed && <p>{say(language, text.mergeWait, { owner })}</p>}
      {!page.isInto && page.isAgreed && <p>{say(language, text.mergeAgreed, { owner })}</p>}
      {!page.isInto && !page.isAgreed && (
        <Form reply={reply}>
          <p>{say(language, text.mergeAgreeText, { owner })}</p>
          <p>{text.mergeAgreeKept}</p>
          <p>{text.mergeAgreeTeam}</p>
          <Button name="intent" value="agree">
            {text.mergeAgree}
          </Button>
        </Form>
      )}
      {page.questions.length > 0 && <MergeChoices page={page} reply={reply} />}
      <Form>
        <Button look="link" name="intent" value="stop">
          {text.mergeEnd}
        </Button>
      </Form>
    </Page>
  );
}
