import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { Button } from '#app/ui/button.tsx';
import { Choices, Hidden, TextArea, TextField } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import { Page } from '#app/ui/page.tsx';
import { Notice, Written } from '#app/ui/pieces.tsx';
import { readForm, refusal } from '#app/ui/read-form.ts';
import { titled } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { reopenApplication } from '../commands/reopen-application.server.ts';
import { takeBackReopening } from '../commands/take-back-reopening.server.ts';
import { reopeningForm } from '../forms/reopening-form.ts';
import { reopeningDesk } from '../queries/reopening-desk.server.ts';
import { REOPENABLE_DETAILS, type ReopenRefusal } from '../rules/reopening.ts';
import { OfCall } from '../ui/of-call.tsx';
import { useDetailName } from '../ui/part-names.ts';

export const meta: MetaFunction = () => titled(wordsIn('en').words.reopeningDesk.title);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  return found(reopeningDesk(signedIn(context, request), params.applicationId ?? ''));
}

const FIELD_OF: Partial<Record<ReopenRefusal, string>> = {
  'nothing-chosen': 'questions',
  'reason-missing': 'reason',
  'until-too-soon': 'untilAt',
  'until-too-late': 'untilAt',
};

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const desk = found(reopeningDesk(portal, params.applicationId ?? ''));
  const { faults } = wordsIn('en').words.reopeningDesk;
  const posted = await request.formData();
  if (posted.get('intent') === 'take-back') {
    const ended = takeBackReopening(portal, desk.id);
    if (!ended.ok) return ended.reason === 'not-found' ? notFound() : refusal(faults[ended.reason]);
    throw redirect(paths.staffApplication({ applicationId: desk.id }), 303);
  }
  const form = await readForm(posted, reopeningForm(desk.call.timeZone));
  if (!form.ok) return form.response;
  const { questions: questionIds, ...asked } = form.value;
  const outcome = reopenApplication(portal, desk.id, { ...asked, questionIds });
  if (outcome.ok) throw redirect(paths.staffApplication({ applicationId: desk.id }), 303);
  const { reason } = outcome;
  if (reason === 'not-found') notFound();
  const field = FIELD_OF[reason];
  return field === undefined ? form.refuse(faults[reason]) : form.refuse(null, { [field]: faults[reason] });
}

export default function StaffReopen() {
  const { words, language, deadline, list } = useWords();
  const desk = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const detailName = useDetailName();
  const text = words.reopeningDesk;
  const { open } = desk;
  const shut = desk.isSettled ? text.faults.settled : desk.isReadingBegun ? text.faults['reading-begun'] : null;
  return (
    <Page
      back={paths.staffApplication({ applicationId: desk.id })}
      backLabel={desk.reference}
      overline={<OfCall title={desk.call.title} reference={desk.reference} />}
      title={text.title}
      lead={open === null && shut === null ? text.lead : undefined}
    >
      <p>
        <strong>
          <Written as="span" text={desk.title} lang={desk.language} />
        </strong>
      </p>
      {open !== null ? (
        <Form reply={reply}>
          <Notice
            tone="brand"
            title={say(language, text.openTitle, { when: deadline(open.untilAt, desk.call.timeZone) })}
          >
            <p>
              {say(language, text.openParts, {
                parts: list([...open.details.map(detailName), ...open.questionLabels]),
              })}
            </p>
            <Written text={open.reason} />
            <p>{text.openLead}</p>
          </Notice>
          <Hidden name="intent" value="take-back" />
          <details>
            <summary>{text.takeBack}</summary>
            <p>{text.takeBackText}</p>
            <Button look="danger">{text.takeBackDo}</Button>
          </details>
        </Form>
      ) : shut !== null ? (
        <Notice tone="warn">
          <p>{shut}</p>
        </Notice>
      ) : (
        <Form reply={reply}>
          <Choices
            type="checkbox"
            name="questions"
            label={text.questions}
            choices={desk.questions.map(({ id, label }, place) => ({
              value: id,
              label: say(language, words.application.taskQuestion, { position: place + 1, label }),
            }))}
          />
          <Choices
            type="checkbox"
            name="details"
            label={text.details}
            choices={REOPENABLE_DETAILS.map((name) => ({ value: name, label: detailName(name) }))}
          />
          <TextArea name="reason" label={text.reason} hint={text.reasonHint} rows={4} />
          <TextField
            name="untilAt"
            type="datetime-local"
            dir="ltr"
            short
            label={text.until}
            hint={say(language, text.untilHint, { zone: desk.call.timeZone.replaceAll('_', ' ') })}
          />
          <Button>{text.open}</Button>
        </Form>
      )}
    </Page>
  );
}
