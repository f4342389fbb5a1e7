import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, signedIn } from '#app/people/request.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Page } from '#app/ui/page.tsx';
import { titled } from '#app/ui/titled.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { callPreview } from '../queries/call-preview.server.ts';
import { DetailFields } from '../ui/detail-fields.tsx';
import { PreviewNotice } from '../ui/preview-notice.tsx';

export const meta: MetaFunction = () => titled(wordsIn('en').words.buildingDesk.previewNoticeTitle);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  return found(callPreview(signedIn(context, request), params.callId ?? ''));
}

/** The first part of every application. There is no form around its fields, so that nothing can be sent. */
export default function StaffPreviewDetails() {
  const { words } = useWords();
  const call = useLoaderData<typeof loader>();
  const [first] = call.questions;
  return (
    <Page
      back={paths.staffPreview({ callId: call.id })}
      backLabel={words.application.taskTitle}
      overline={call.title}
      title={words.application.detailsTitle}
      lead={words.application.detailsLead}
    >
      <PreviewNotice call={call} />
      <DetailFields open={null} call={call} />
      <div className="row">
        {first !== undefined && (
          <ButtonLink to={paths.staffPreviewQuestion({ callId: call.id, questionId: first.id })}>
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
