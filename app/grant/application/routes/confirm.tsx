import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
  type SerializeFrom,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, type SignedIn, signedIn } from '#app/people/request.server.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Hidden } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import { Page } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/pieces.tsx';
import { readForm, refusal } from '#app/ui/read-form.ts';
import type { ScreenHandle } from '#app/ui/screen-handle.ts';
import { titled, wordsFor } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { takeOverEntry } from '../commands/claim-entry.server.ts';
import { confirmEntry } from '../commands/confirm-entry.server.ts';
import { confirmForm } from '../forms/help-forms.ts';
import { myApplication } from '../queries/my-application.server.ts';
import { entryToConfirm } from '../queries/staff-entries.server.ts';
import { entryWaiting } from '../queries/waiting-entries.server.ts';
import { myAnswers } from '../ui/my-answers.ts';
import { OfCall } from '../ui/of-call.tsx';
import { TakeOver } from '../ui/take-over.tsx';
import { WholeApplication } from '../ui/whole-application.tsx';

export const handle: ScreenHandle = { isTranslated: true };

export const meta: MetaFunction = ({ matches }) => titled(wordsFor(matches).words.writtenDown.confirmTitle);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const portal = signedIn(context, request);
  const waiting = entryWaiting(portal, params.applicationId ?? '');
  if (waiting !== null) return { waiting };
  const { entry, staffName, isConfirmed, savedAt } = found(entryToConfirm(portal, params.applicationId ?? ''));
  const mine = found(myApplication(portal, params.applicationId ?? ''));
  return { mine, staffName, savedAt, startedAt: entry.startedAt, confirmedAt: isConfirmed ? entry.confirmedAt : null };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  if (entryWaiting(portal, params.applicationId ?? '') !== null) return takeOver(portal, params.applicationId ?? '');
  const { application } = found(entryToConfirm(portal, params.applicationId ?? ''));
  const form = await readForm(request, confirmForm);
  if (!form.ok) return form.response;
  const outcome = confirmEntry(portal, application.id, form.value.savedAt);
  if (outcome.ok) throw redirect(paths.applyConfirm({ applicationId: application.id }), 303);
  if (outcome.reason === 'not-found') notFound();
  return form.refuse(wordsIn(portal.language).words.writtenDown.confirmRefusals[outcome.reason]);
}

function takeOver(portal: SignedIn, applicationId: string) {
  const taken = takeOverEntry(portal, applicationId);
  if (taken.ok) throw redirect(paths.applyConfirm({ applicationId }), 303);
  return refusal(wordsIn(portal.language).words.writtenDown.takeOverRefusals[taken.reason]);
}

/** What somebody wrote down for the reader, and the yes to it; or, beside a draft of their own, the way to make it theirs. */
export default function Confirm() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  if (page.waiting !== undefined) return <TakeOver waiting={page.waiting} reply={reply} />;
  return <ReadAndConfirm page={page} />;
}

type ToConfirm = Exclude<SerializeFrom<typeof loader>, { waiting: unknown }>;

function ReadAndConfirm({ page }: { page: ToConfirm }) {
  const { words, language, dateTime } = useWords();
  const { mine, staffName, savedAt, startedAt, confirmedAt } = page;
  const reply = useActionData<typeof action>();
  const text = words.writtenDown;
  const at = { applicationId: mine.id };
  const when = (instant: number) => dateTime(instant, mine.call.timeZone);
  return (
    <Page
      back={paths.applyApplication(at)}
      backLabel={words.application.taskTitle}
      overline={<OfCall title={mine.call.title} reference={mine.reference} />}
      title={text.confirmTitle}
      lead={say(language, text.confirmLead, { staff: staffName, when: when(startedAt) })}
    >
      {confirmedAt !== null && (
        <Notice tone="good">
          <p>{say(language, text.confirmDone, { when: when(confirmedAt) })}</p>
          {mine.state === 'draft' && <p>{text.confirmDoneNext}</p>}
        </Notice>
      )}
      <WholeApplication
        details={mine.details}
        currency={mine.call.currency}
        answers={myAnswers(mine.questions, mine.call.currency)}
      />
      {mine.state === 'draft' && (
        <Form reply={reply}>
          <Hidden name="savedAt" value={savedAt} />
          <div className="row">
            {confirmedAt === null ? (
              <Button big>{text.confirmDo}</Button>
            ) : (
              <ButtonLink big to={paths.applySubmit(at)}>
                {text.confirmSend}
              </ButtonLink>
            )}
            <ButtonLink look="second" to={paths.applyApplication(at)}>
              {text.confirmChange}
            </ButtonLink>
          </div>
        </Form>
      )}
    </Page>
  );
}
