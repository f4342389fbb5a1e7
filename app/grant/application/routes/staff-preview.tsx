import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, signedIn } from '#app/people/request.server.ts';
import { Page } from '#app/ui/page.tsx';
import { titled } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { callPreview } from '../queries/call-preview.server.ts';
import { PreviewNotice } from '../ui/preview-notice.tsx';
import { TaskParts } from '../ui/task-parts.tsx';

export const meta: MetaFunction = () => titled(wordsIn('en').words.buildingDesk.previewNoticeTitle);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  return found(callPreview(signedIn(context, request), params.callId ?? ''));
}

/** The task list of somebody who has just begun. */
export default function StaffPreview() {
  const { words, language, deadline } = useWords();
  const call = useLoaderData<typeof loader>();
  const text = words.application;
  return (
    <Page
      back={paths.call({ slug: call.slug })}
      backLabel={call.title}
      overline={call.title}
      title={text.taskTitle}
      lead={text.taskLead}
    >
      <PreviewNotice call={call} />
      <p>
        <strong>{say(language, text.closesAt, { when: deadline(call.closesAt, call.timeZone) })}</strong>
      </p>
      <TaskParts
        detailsProgress={call.detailsProgress}
        questions={call.questions}
        toDetails={paths.staffPreviewDetails({ callId: call.id })}
        toQuestion={(questionId) => paths.staffPreviewQuestion({ callId: call.id, questionId })}
      />
      <p className="soft">{words.buildingDesk.previewSend}</p>
    </Page>
  );
}
