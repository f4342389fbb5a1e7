import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { Button } from '#app/ui/button.tsx';
import { Choices, Select, TextArea, TextField, Tick } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import { Page } from '#app/ui/page.tsx';
import { readForm, refusal } from '#app/ui/read-form.ts';
import { titled } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { removeQuestion } from '../commands/remove-question.server.ts';
import { saveQuestion } from '../commands/save-question.server.ts';
import { questionForm, tickOf } from '../forms.ts';
import { callForManager } from '../queries/call-facts.server.ts';
import { isPublishedQuestion } from '../queries/published-question.server.ts';
import { offersChoice, PLAIN_QUESTION, QUESTION_KINDS, type QuestionDraft } from '../rules/questions.ts';
import { PublishedQuestion } from '../ui/published-question.tsx';
import { questionValues } from '../ui/question-values.ts';
import { RemoveEntry } from '../ui/remove-entry.tsx';

/** The last part of the address of a question that is not written yet. */
const NEW = 'new';
const NEW_QUESTION: QuestionDraft = {
  ...PLAIN_QUESTION,
  label: '',
  guidance: '',
  wordsMax: 150,
  required: true,
  byVideo: true,
  byVoice: true,
};

export const meta: MetaFunction = () => titled(wordsIn('en').words.callDesk.questionListTitle);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const portal = signedIn(context, request);
  const call = found(callForManager(portal, params.callId ?? ''));
  if (call.state === 'published') throw redirect(paths.staffCall({ callId: call.id }));
  const known = call.questions.find((question) => question.id === params.questionId);
  if (known === undefined && params.questionId !== NEW) notFound();
  return {
    callId: call.id,
    title: call.title,
    videoAllowed: call.videoAllowed,
    position: known?.position ?? null,
    question: known ?? { ...NEW_QUESTION, required: call.changeOf === null },
    isChange: call.changeOf !== null,
    published: known !== undefined && isPublishedQuestion(portal, call, known.id) ? known : null,
    sections: [...new Set(call.questions.map((question) => question.section).filter((section) => section !== ''))],
    earlierChoices: call.questions
      .slice(0, known === undefined ? undefined : known.position - 1)
      .filter((question) => offersChoice(question.kind)),
  };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const { id: callId } = found(callForManager(portal, params.callId ?? ''));
  const questionId = params.questionId === NEW ? null : (params.questionId ?? '');
  const { callDesk: words } = wordsIn('en').words;
  const formData = await request.formData();
  if (formData.get('intent') === 'remove' && questionId !== null) {
    const outcome = removeQuestion(portal, callId, questionId);
    if (outcome.ok) throw redirect(paths.staffCallQuestions({ callId }));
    if (outcome.reason === 'not-found') notFound();
    return refusal(words.alreadyPublished);
  }
  const form = await readForm(formData, questionForm);
  if (!form.ok) return form.response;
  const outcome = saveQuestion(portal, callId, questionId, form.value);
  if (outcome.ok) throw redirect(`${paths.staffCallQuestions({ callId })}#${outcome.value.questionId}`);
  if (outcome.reason === 'not-found') notFound();
  if (outcome.reason === 'published') return form.refuse(words.alreadyPublished);
  return form.refuse(words.faults[outcome.reason]);
}

export default function StaffCallQuestion() {
  const { words, language } = useWords();
  const page = useLoaderData<typeof loader>();
  const { callId, title, videoAllowed, position, question, sections, earlierChoices, isChange, published } = page;
  const reply = useActionData<typeof action>();
  const heading =
    position === null
      ? words.callDesk.newQuestionTitle
      : say(language, words.callDesk.questionTitle, { number: position });
  return (
    <Page
      title={heading}
      overline={title}
      back={paths.staffCallQuestions({ callId })}
      backLabel={words.callDesk.questionListTitle}
    >
      {published !== null ? (
        <PublishedQuestion question={published} videoAllowed={videoAllowed} reply={reply} />
      ) : (
        <Form reply={reply} values={questionValues(question)} className="question-form">
          <TextField
            name="label"
            label={words.callDesk.questionLabel}
            hint={words.callDesk.questionLabelHint}
            maxLength={300}
          />
          <TextArea
            name="guidance"
            rows={3}
            label={words.callDesk.questionGuidance}
            hint={words.callDesk.questionGuidanceHint}
          />
          <Select
            name="kind"
            label={words.callDesk.questionKind}
            hint={words.callDesk.questionKindHint}
            choices={QUESTION_KINDS.map((kind) => ({ value: kind, label: words.call.questionKinds[kind] }))}
          />
          <TextField
            name="wordsMax"
            className="for-words"
            short
            inputMode="numeric"
            dir="ltr"
            label={words.callDesk.questionWordsMax}
            hint={words.callDesk.questionWordsHint}
          />
          <TextArea
            name="options"
            className="for-choice"
            rows={5}
            label={words.callDesk.questionOptionsLabel}
            hint={words.callDesk.questionOptionsHint}
          />
          <div className="for-speech">
            <Tick name="byVoice" label={words.callDesk.questionVoice} />
            {videoAllowed && <Tick name="byVideo" label={words.callDesk.questionVideo} />}
          </div>
          {isChange ? (
            <p>{words.changeDesk.newQuestion}</p>
          ) : (
            <Tick name="required" label={words.callDesk.questionRequired} />
          )}
          <TextField
            name="minutes"
            short
            inputMode="numeric"
            dir="ltr"
            label={words.callDesk.questionMinutesLabel}
            hint={words.callDesk.questionMinutesHint}
          />
          <TextField
            name="section"
            label={words.callDesk.questionSection}
            hint={words.callDesk.questionSectionHint}
            maxLength={120}
            suggestions={sections}
          />
          {earlierChoices.length > 0 && (
            <Choices
              type="checkbox"
              name="onlyIf"
              label={words.callDesk.questionOnlyIfLabel}
              hint={words.callDesk.questionOnlyIfHint}
              choices={earlierChoices.flatMap(({ id, position: number, options }) =>
                options.map((option) => ({
                  value: tickOf(id, option),
                  label: say(language, words.callDesk.questionOnlyIfOption, { option, number }),
                })),
              )}
            />
          )}
          <Button>{words.callDesk.questionSave}</Button>
        </Form>
      )}
      {position !== null && published === null && (
        <RemoveEntry
          title={words.callDesk.questionRemove}
          text={words.callDesk.questionRemoveText}
          confirm={words.callDesk.questionRemoveDo}
        />
      )}
    </Page>
  );
}
