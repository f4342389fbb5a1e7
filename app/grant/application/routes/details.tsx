import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { scriptUrl } from '#app/platform/scripts.server.ts';
import { Button } from '#app/ui/button.tsx';
import { CallText } from '#app/ui/call-text.tsx';
import { Form } from '#app/ui/form.tsx';
import { Page } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/pieces.tsx';
import { readForm } from '#app/ui/read-form.ts';
import type { ScreenHandle } from '#app/ui/screen-handle.ts';
import { titled, wordsFor } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { saveDetails } from '../commands/save-details.server.ts';
import { detailsForm, detailsFrom } from '../forms.ts';
import { myApplication } from '../queries/my-application.server.ts';
import { hasLeft } from '../queries/team.server.ts';
import { plainAmount } from '../rules/plain-amount.ts';
import { Autosave } from '../ui/autosave.tsx';
import { ChangedElsewhere } from '../ui/changed-elsewhere.tsx';
import { DetailFields } from '../ui/detail-fields.tsx';
import { ClosedNotice, closingOf, NoLongerADraft } from '../ui/no-longer-a-draft.tsx';
import { useDetailText } from '../ui/part-names.ts';
import { WholeDetails } from '../ui/whole-application.tsx';
import { keepTyped, savedOrKept } from './keep-typed.server.ts';

export const handle: ScreenHandle = { isTranslated: true };

export const meta: MetaFunction = ({ matches }) => titled(wordsFor(matches).words.application.detailsTitle);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const mine = found(myApplication(signedIn(context, request), params.applicationId ?? ''));
  const { id, details, detailsRevision, detailsSaved, mayEdit, team, call } = mine;
  const { title, themes, currency, awardMaxMinor } = call;
  return {
    id,
    closing: closingOf(mine, (mine.reopening?.details ?? []).length > 0),
    /** The details that can be written, once it was sent; null for all of them. */
    open: mine.state === 'draft' ? null : (mine.reopening?.details ?? []),
    details,
    detailsRevision,
    detailsSaved,
    mayEdit,
    ownerName: team.ownerName,
    call: { title, themes, currency, awardMaxMinor },
    autosave: scriptUrl('autosave'),
  };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const mine = myApplication(portal, params.applicationId ?? '');
  if (mine === null && hasLeft(portal, params.applicationId ?? ''))
    return keepTyped('left-team', request, portal.language);
  if (mine === null) notFound();
  if (!mine.mayEdit) return keepTyped('may-not-edit', request, portal.language);
  const form = await readForm(request, detailsForm(portal.language));
  if (!form.ok) return form.response;
  const { details, errors } = detailsFrom(form.value, portal.language, mine.call);
  const save = () => saveDetails(portal, mine.id, details, form.value.revision);
  const outcome = savedOrKept(save, form.typed, portal.language);
  if (outcome.ok && Object.keys(errors).length > 0) return form.refuse(null, errors);
  if (!outcome.ok && outcome.reason === 'not-found') notFound();
  if (!outcome.ok && outcome.reason === 'changed-elsewhere') {
    const { application } = wordsIn(portal.language).words;
    const refused = form.refuse(application.changedTitle).data;
    return data({ ...refused, isChangedElsewhere: true }, { status: 409 });
  }
  if (!outcome.ok) return data(form.refuse(null).data, { status: 409 });
  throw redirect(paths.applyApplication({ applicationId: mine.id }), 303);
}

export default function DetailsPage() {
  const { words, language } = useWords();
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const text = words.application;
  const { details, call } = page;
  const said = useDetailText(call.currency);
  const amount = plainAmount(details.amountMinor, call.currency);
  const theirs = [
    [text.groupName, details.groupName],
    [text.title, details.title],
    [text.oneLine, details.oneLine],
    [text.theme, details.theme],
    [text.city, details.city],
    [text.amount, amount],
    [text.whole.moneyHolder, said('moneyHolder', details.moneyHolder)],
    [text.whole.hostName, details.hostName],
  ] as const;
  if (page.closing.isWritable && !page.mayEdit) {
    return (
      <Page
        back={paths.applyApplication({ applicationId: page.id })}
        backLabel={text.taskTitle}
        overline={<CallText text={call.title} />}
        title={text.detailsTitle}
      >
        <Notice>
          <p>{say(language, words.team.mayNotEdit, { owner: page.ownerName })}</p>
        </Notice>
        <WholeDetails details={details} currency={call.currency} />
      </Page>
    );
  }
  if (!page.closing.isWritable) {
    const typed = (name: string) => reply?.typed[name]?.[0] ?? '';
    const fields = [
      [text.groupName, typed('groupName'), details.groupName],
      [text.title, typed('title'), details.title],
      [text.oneLine, typed('oneLine'), details.oneLine],
      [text.theme, typed('theme'), details.theme],
      [text.city, typed('city'), details.city],
      [text.amount, typed('amount'), amount],
      [text.whole.hostName, typed('hostName'), details.hostName],
    ] as const;
    return (
      <NoLongerADraft
        title={text.detailsTitle}
        closing={page.closing}
        reply={reply}
        typed={fields.flatMap(([label, now, stored]) => (now === '' || now === stored ? [] : [[label, now]]))}
        lang={details.language}
      />
    );
  }
  return (
    <Page
      back={paths.applyApplication({ applicationId: page.id })}
      backLabel={text.taskTitle}
      overline={<CallText text={call.title} />}
      title={text.detailsTitle}
      lead={page.open === null ? text.detailsLead : words.reopening.detailsLead}
    >
      {reply !== undefined && 'isChangedElsewhere' in reply && (
        <ChangedElsewhere
          theirs={theirs.filter(([, value]) => value !== '')}
          lang={details.language}
          saved={page.detailsSaved}
          timeZone={page.closing.timeZone}
        />
      )}
      <ClosedNotice closing={page.closing} />
      <Form reply={reply} values={{ ...details, amount }}>
        <DetailFields open={page.open} call={call} />
        <Autosave
          applicationId={page.id}
          what="details"
          revision={page.detailsRevision}
          script={page.autosave}
          next={paths.applyDetails({ applicationId: page.id })}
        />
        <Button>{text.questionSave}</Button>
      </Form>
    </Page>
  );
}
