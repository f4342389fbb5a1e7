import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, signedIn } from '#app/people/request.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Page } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/pieces.tsx';
import { titled } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { callPreview } from '../queries/call-preview.server.ts';
import { wayOf } from '../rules/way.ts';
import { AnswerFields } from '../ui/answer-fields.tsx';
import { GlossaryHere } from '../ui/glossary-here.tsx';
import { PreviewNotice } from '../ui/preview-notice.tsx';
import { PreviewedRecording } from '../ui/previewed-recording.tsx';

export const meta: MetaFunction = () => titled(wordsIn('en').words.buildingDesk.previewNoticeTitle);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const { questions, ...call } = found(callPreview(signedIn(context, request), params.callId ?? ''));
  const question = found(questions.find(({ id }) => id === params.questionId));
  return {
    call,
    question,
    questionCount: questions.length,
    nextId: questions.find(({ position }) => position > question.position)?.id ?? null,
  };
}

/** One question as an applicant meets it. There is no form around its fields, so that nothing can be sent. */
export default function StaffPreviewQuestion() {
  const { words, language, list } = useWords();
  const { call, question, questionCount, nextId } = useLoaderData<typeof loader>();
  const { onlyIf } = question;
  const way = wayOf(question.taken);
  return (
    <Page
      back={paths.staffPreview({ callId: call.id })}
      backLabel={words.application.taskTitle}
      overline={say(language, words.application.questionOverline, {
        position: question.position,
        count: questionCount,
      })}
      title={question.label}
      lead={question.guidance}
    >
      <PreviewNotice call={call} />
      {onlyIf !== null && (
        <Notice title={words.buildingDesk.previewOnlySome}>
          <p>
            {say(language, words.call.questionOnlyIf, { options: list(onlyIf.options, 'or'), label: onlyIf.label })}
          </p>
        </Notice>
      )}
      {way !== null && way !== 'file' && question.kind === 'text' && <p>{words.recording.ways[way]}</p>}
      <GlossaryHere terms={call.terms} />
      <AnswerFields question={question} typed="" lang={question.language} currency={call.currency} />
      {way !== null && <PreviewedRecording way={way} taken={question.taken} secondsMax={call.videoSecondsMax} />}
      <div className="row">
        {nextId !== null && (
          <ButtonLink to={paths.staffPreviewQuestion({ callId: call.id, questionId: nextId })}>
            {words.buildingDesk.previewNext}
          </ButtonLink>
        )}
        <ButtonLink look="second" to={paths.staffPreview({ callId: call.id })}>
          {words.buildingDesk.previewList}
        </ButtonLink>
      </div>
    </Page>
  );
}
